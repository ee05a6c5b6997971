import { naturalUnit, valuesOf } from "@/components/results/entry/cell";
import { readOnlyText, valueAt } from "@/components/results/entry/movement";
import { FigureTable } from "@/components/results/figure-table";
import type { Locale } from "@/lib/core/locale";
import { type ColumnDefinition, MEASURES, SLICES } from "@/lib/form/columns";
import { formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

/** The parts of the docket that were reported beside the whole of it; nothing when none was. */
export function PartTables({
  view,
  locale,
}: {
  view: Pick<EntryView, "figures" | "formVersion">;
  locale: Locale;
}) {
  const t = entryText[locale];
  const version = formVersion(view.formVersion);
  const reported = SLICES.filter((slice) => slice === "total" || view.figures[slice] !== undefined);
  if (reported.length === 1) return null;
  const unit = naturalUnit(valuesOf(view.figures));
  const titles = { cases: t.cases, money: `${t.money} (${t.moneyUnit[unit]})` };
  return (
    <section className="mt-6 grid gap-5">
      <h2>{t.parts}</h2>
      {MEASURES.map((measure) => (
        <FigureTable
          key={measure}
          label={`${t.parts}: ${titles[measure]}`}
          version={version}
          locale={locale}
          groups={[
            {
              title: titles[measure],
              heads: reported.map((slice) => t.slices[slice]),
              cells: (row: ColumnDefinition) =>
                row.measures.includes(measure)
                  ? reported.map((slice) =>
                      readOnlyText(
                        valueAt(view.figures[slice], measure, row.column, version),
                        measure,
                        unit,
                        locale,
                      ),
                    )
                  : [],
            },
          ]}
        />
      ))}
    </section>
  );
}
