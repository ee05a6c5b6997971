import { TableFrame } from "@/components/results/table-frame";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { workText } from "@/lib/i18n/work";
import { paths } from "@/lib/paths";
import type { Completeness } from "@/lib/results/completeness/types";

const counts = [
  "expected",
  "missing",
  "drafts",
  "returned",
  "submitted",
  "approved",
  "late",
  "submittedLate",
] as const;

type TableProps = { provinces: readonly Completeness[]; total: Completeness; period: Period; locale: Locale };

/** One row a province: how many units owe, drafted, sent, were approved, are late. */
export function ProvinceTable({ provinces, total, period, locale }: TableProps) {
  const t = workText[locale];
  return (
    <TableFrame label={t.progressTitle(sentOf(total), total.expected)}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.province}</th>
            {counts.map((count) => (
              <th key={count} scope="col" className="number">
                {t[count]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {provinces.map((province) => (
            <tr key={province.agency}>
              <th scope="row" className="font-normal!">
                <a
                  className="link text-ink"
                  href={paths.completeness({ ...period, agency: province.agency })}
                >
                  {province.name}
                </a>
              </th>
              <CountCells of={province} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="bg-line-2 font-semibold">
            <th scope="row" className="text-ink!">
              {t.total}
            </th>
            <CountCells of={total} />
          </tr>
        </tfoot>
      </table>
    </TableFrame>
  );
}

/** Units whose report has been sent, approved ones included. */
export function sentOf({ submitted, approved }: Completeness): number {
  return submitted + approved;
}

function CountCells({ of }: { of: Completeness }) {
  return counts.map((count) => (
    <td key={count} className={`number ${count === "late" && of.late > 0 ? "font-semibold text-miss" : ""}`}>
      {of[count]}
    </td>
  ));
}
