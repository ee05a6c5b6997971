import { naturalUnit, valuesOf } from "@/components/results/entry/cell";
import { movementText, readOnlyText, valueAt } from "@/components/results/entry/movement";
import { FigureTable } from "@/components/results/figure-table";
import { PartTables, reportedParts } from "@/components/results/part-tables";
import type { Locale } from "@/lib/core/locale";
import { MEASURES } from "@/lib/form/columns";
import { formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

/** The form as it stands, to read and print: the whole docket, then the parts that were reported. */
export function ReadOnlyForm({ view, locale }: { view: EntryView; locale: Locale }) {
  const t = entryText[locale];
  const version = formVersion(view.formVersion);
  const unit = naturalUnit(valuesOf({ total: view.figures.total ?? { cases: {}, money: {} } }));
  const titles = { cases: t.cases, money: `${t.money} (${t.moneyUnit[unit]})` };
  const groups = MEASURES.map((measure) => ({
    title: titles[measure],
    heads: [t.cumulative, t.lastMonth, t.movement],
    quietFrom: 1,
    cells: (row: (typeof version.columns)[number]) => {
      if (!row.measures.includes(measure)) return [];
      const value = valueAt(view.figures.total, measure, row.column, version);
      const before = valueAt(view.previousMonth?.total, measure, row.column, version);
      const write = (amount: bigint | null) => readOnlyText(amount, measure, unit, locale);
      return [write(value), write(before), movementText(value, before, measure, unit, locale)];
    },
  }));
  return (
    <>
      <FigureTable label={t.title(view.period.month)} version={version} groups={groups} locale={locale} />
      {reportedParts(view).length > 0 && (
        <section className="mt-6">
          <h2 className="mb-2">{t.parts}</h2>
          <PartTables view={view} locale={locale} />
        </section>
      )}
    </>
  );
}
