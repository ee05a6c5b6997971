import { TableFrame } from "@/components/results/table-frame";
import type { Comparison } from "@/lib/cases/comparison/types";
import type { ColumnDifference } from "@/lib/cases/reconciliation/types";
import { formatCount, formatSigned, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { INPUT_COLUMNS, type InputColumn, MEASURES, type Measure } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import { caseComparisonText } from "@/lib/i18n/case-comparison";
import { paths } from "@/lib/paths";

type TableProps = { comparison: Comparison; locale: Locale };

/** Every column of both halves: typed, register, difference. */
export function ComparisonTable({ comparison, locale }: TableProps) {
  const t = caseComparisonText[locale];
  const cells = new Map(comparison.columns.map((cell) => [`${cell.measure} ${cell.column}`, cell]));
  return (
    <section className="card">
      <h2 className="mb-2">{t.table}</h2>
      <TableFrame label={t.table}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2} className="align-bottom">
                {t.column}
              </th>
              <th scope="colgroup" colSpan={3} className="number">
                {t.casesHalf}
              </th>
              <th scope="colgroup" colSpan={3} className="number border-line border-l">
                {t.moneyHalf}
              </th>
            </tr>
            <tr>
              {MEASURES.flatMap((measure) =>
                [t.typed, t.register, t.difference].map((head, at) => (
                  <th
                    key={`${measure} ${head}`}
                    scope="col"
                    className={`number ${measure === "money" && at === 0 ? "border-line border-l" : ""}`}
                  >
                    {head}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {INPUT_COLUMNS.map((column) => (
              <Row key={column} {...{ column, cells, comparison, locale }} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

type RowProps = TableProps & { column: InputColumn; cells: ReadonlyMap<string, ColumnDifference> };

function Row({ column, cells, comparison, locale }: RowProps) {
  const { agency, year, month } = comparison;
  const row = formVersionFor(comparison).columns.find((each) => each.column === column);
  return (
    <tr>
      <th scope="row" className="min-w-56 font-normal!">
        <a className="proof" href={paths.cases({ agency, year, month, column })}>
          {`${row?.number ?? ""}. ${row?.label[locale] ?? column}`}
        </a>
      </th>
      {MEASURES.map((measure) => (
        <Half key={measure} cell={cells.get(`${measure} ${column}`)} measure={measure} locale={locale} />
      ))}
    </tr>
  );
}

type HalfProps = { cell: ColumnDifference | undefined; measure: Measure; locale: Locale };

function Half({ cell, measure, locale }: HalfProps) {
  const write = (value: bigint | null | undefined) => {
    if (value === null || value === undefined) return "–";
    return measure === "money" ? formatThousands(value, locale) : formatCount(value, locale);
  };
  const difference = cell?.difference ?? null;
  const isOff = difference !== null && difference !== 0n;
  return (
    <>
      <td className={`number ${measure === "money" ? "border-line border-l" : ""}`}>{write(cell?.typed)}</td>
      <td className="number">{write(cell?.derived)}</td>
      <td className={`number ${isOff ? "font-semibold text-behind" : "text-ink-2"}`}>
        {isOff ? (
          <a
            className="proof"
            href={`#${measure}-${cell?.column}`}
          >{`◆ ${signed(difference, measure, locale)}`}</a>
        ) : (
          write(difference)
        )}
      </td>
    </>
  );
}

/** Less than half a thousand is not shown as nothing. */
function signed(difference: bigint, measure: Measure, locale: Locale): string {
  if (measure === "cases") return formatSigned(difference, locale);
  const text = formatThousands(difference, locale);
  if (text === "0") return difference > 0n ? "> 0" : "< 0";
  return difference > 0n ? `+${text}` : text;
}
