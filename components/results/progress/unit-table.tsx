import { StatusChip } from "@/components/results/progress/status-chip";
import { TableFrame } from "@/components/results/table-frame";
import { dayOfInstant, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { Period } from "@/lib/core/period";
import { workText } from "@/lib/i18n/work";
import { paths } from "@/lib/paths";
import type { UnitProgress } from "@/lib/results/completeness/types";

type TableProps = { units: readonly UnitProgress[]; period: Period; locale: Locale };

/** One row a unit: where its report stands, when it was sent, whether in time. */
export function UnitTable({ units, period, locale }: TableProps) {
  const t = workText[locale];
  return (
    <TableFrame label={t.units}>
      <table className="table">
        <thead>
          <tr>
            {[t.unit, t.statusHead, t.sentOn, t.dueHead, t.timeliness].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.agency}>
              <th scope="row" className="font-normal!">
                <a className="link text-ink" href={paths.entry(unit.agency, period.year, period.month)}>
                  {unit.name}
                </a>
              </th>
              <td>
                <StatusChip status={unit.status} locale={locale} />
                {unit.isSupplemented && <span className="ml-2 text-sm text-ink-2">{t.supplemented}</span>}
              </td>
              <td>{unit.submittedAt ? formatDay(dayOfInstant(unit.submittedAt)) : "–"}</td>
              <td>{unit.due ? formatDay(unit.due) : "–"}</td>
              <td>
                <Timeliness unit={unit} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Timeliness({ unit, locale }: { unit: UnitProgress; locale: Locale }) {
  const t = workText[locale];
  if (unit.isLate) return <span className="chip chip-miss">{`▼ ${t.isLate}`}</span>;
  if (unit.wasLate) return <span className="chip chip-behind">{`◆ ${t.wasLate}`}</span>;
  return unit.submittedAt ? <span className="chip chip-met">{`▲ ${t.onTime}`}</span> : "–";
}
