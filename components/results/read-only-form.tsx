import { naturalUnit, valuesOf } from "@/components/results/entry/cell";
import { movementText, readOnlyText, valueAt } from "@/components/results/entry/movement";
import { TableFrame } from "@/components/results/table-frame";
import type { Locale } from "@/lib/core/locale";
import { type ColumnDefinition, MEASURES, type Measure } from "@/lib/form/columns";
import { type FormVersion, formVersion } from "@/lib/form/version";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

type Unit = ReturnType<typeof naturalUnit>;
const noFigures = { cases: {}, money: {} };

/** The form as it stands, to read and print. */
export function ReadOnlyForm({ view, locale }: { view: EntryView; locale: Locale }) {
  const t = entryText[locale];
  const version = formVersion(view.formVersion);
  const unit = naturalUnit(valuesOf(view.figures.total ?? noFigures));
  return (
    <TableFrame label={t.title(view.period.month)}>
      <table className="table">
        <thead>
          <tr>
            <td colSpan={2} />
            <th scope="colgroup" colSpan={3} className="text-center!">
              {t.cases}
            </th>
            <th
              scope="colgroup"
              colSpan={3}
              className="text-center!"
            >{`${t.money} (${t.moneyUnit[unit]})`}</th>
          </tr>
          <tr className="text-sm">
            <th scope="col">{t.number}</th>
            <th scope="col">{t.content}</th>
            {MEASURES.map((measure) => (
              <HalfHeads key={measure} locale={locale} />
            ))}
          </tr>
        </thead>
        <tbody>
          {version.columns.map((row) => (
            <tr key={row.column} className={row.kind === "derived" ? "bg-line-2 font-semibold" : ""}>
              <td className="text-sm text-ink-2">{row.number}</td>
              <th
                scope="row"
                className={`border-line-2! text-ink! ${row.kind === "derived" ? "" : "font-normal!"} ${row.level === 1 ? "md:pl-6!" : ""}`}
              >
                {row.label[locale]}
              </th>
              {MEASURES.map((measure) => (
                <HalfCells key={measure} {...{ view, version, row, measure, unit, locale }} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function HalfHeads({ locale }: { locale: Locale }) {
  const t = entryText[locale];
  return [t.cumulative, t.lastMonth, t.movement].map((head) => (
    <th key={head} scope="col" className="number">
      {head}
    </th>
  ));
}

type CellsProps = {
  view: EntryView;
  version: FormVersion;
  row: ColumnDefinition;
  measure: Measure;
  unit: Unit;
  locale: Locale;
};

function HalfCells({ view, version, row, measure, unit, locale }: CellsProps) {
  const exists = row.measures.includes(measure);
  const value = exists ? valueAt(view.figures.total, measure, row.column, version) : null;
  const before = exists ? valueAt(view.previousMonth?.total, measure, row.column, version) : null;
  return (
    <>
      <td className="number">{readOnlyText(value, measure, unit, locale)}</td>
      <td className="number text-sm font-normal text-ink-2">{readOnlyText(before, measure, unit, locale)}</td>
      <td className="number text-sm font-normal text-ink-2">
        {movementText(value, before, measure, unit, locale)}
      </td>
    </>
  );
}
