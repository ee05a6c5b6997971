import { naturalUnit, valuesOf } from "@/components/results/entry/cell";
import { readOnlyText, valueAt } from "@/components/results/entry/movement";
import { FigureTable } from "@/components/results/figure-table";
import type { Locale } from "@/lib/core/locale";
import { type ColumnDefinition, MEASURES, type Measure, SLICES, type Slice } from "@/lib/form/columns";
import { formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

type PartsProps = { view: Pick<EntryView, "figures" | "formVersion">; locale: Locale };

/** The parts of the docket that a report holds. */
export function reportedParts({ figures }: Pick<EntryView, "figures">): Slice[] {
  return SLICES.filter((slice) => slice !== "total" && figures[slice] !== undefined);
}

/** The reported parts of the docket beside the whole of it, việc and then tiền; nothing when none was reported. */
export function PartTables({ view, locale }: PartsProps) {
  const t = entryText[locale];
  const version = formVersion(view.formVersion);
  const parts = reportedParts(view);
  if (parts.length === 0) return null;
  const unit = naturalUnit(valuesOf(view.figures));
  const titles = { cases: t.cases, money: `${t.money} (${t.moneyUnit[unit]})` };
  const columns: Slice[] = ["total", ...parts];
  const cells = (measure: Measure) => (row: ColumnDefinition) => {
    if (!row.measures.includes(measure)) return [];
    return columns.map((slice) => {
      const value = valueAt(view.figures[slice], measure, row.column, version);
      return readOnlyText(value, measure, unit, locale);
    });
  };
  return (
    <div className="grid gap-5">
      {MEASURES.map((measure) => (
        <FigureTable
          key={measure}
          label={`${t.parts}: ${titles[measure]}`}
          version={version}
          locale={locale}
          groups={[
            {
              title: titles[measure],
              heads: columns.map((slice) => t.slices[slice]),
              cells: cells(measure),
            },
          ]}
        />
      ))}
    </div>
  );
}
