import { TableFrame } from "@/components/results/table-frame";
import type { LeadersDocket, Reclassified } from "@/lib/cases/leaders/types";
import { formatDay } from "@/lib/core/day";
import { formatCount, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseLeadersText } from "@/lib/i18n/case-leaders";
import { EVENT_LABELS } from "@/lib/i18n/cases";
import { paths } from "@/lib/paths";
import { shortName } from "@/lib/scoreboard/view";

/** Cases that left the denominator in the last two months of the year, with the ground given. */
export function ChangesCard({ found, locale }: { found: LeadersDocket; locale: Locale }) {
  const t = caseLeadersText[locale];
  const { reclassified, year, names } = found;
  const { cases, outstanding, first } = reclassified;
  if (cases === 0) {
    return (
      <section className="card">
        <h2>{t.changesNone(year)}</h2>
      </section>
    );
  }
  const title = t.changes(formatCount(cases, locale), year);
  return (
    <section className="card grid gap-2">
      <h2>{title}</h2>
      <p className="max-w-3xl text-ink-2">
        {t.changesLead(formatThousands(outstanding, locale))}
        {first.length < cases && ` ${t.changesMost(formatCount(first.length, locale))}`}
      </p>
      <TableFrame label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.number}</th>
              {found.withUnits && <th scope="col">{t.agency}</th>}
              <th scope="col">{t.change}</th>
              <th scope="col">{t.day}</th>
              <th scope="col">{t.ground}</th>
              <th scope="col" className="number">
                {t.outstanding}
              </th>
            </tr>
          </thead>
          <tbody>
            {first.map((line) => (
              <Row
                key={`${line.caseId} ${line.day}`}
                line={line}
                name={found.withUnits ? (names.get(line.agency) ?? line.agency) : null}
                locale={locale}
              />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Row({ line, name, locale }: { line: Reclassified; name: string | null; locale: Locale }) {
  const t = caseLeadersText[locale];
  return (
    <tr className="align-top">
      <th scope="row" className="whitespace-nowrap">
        <a className="link" href={paths.case(line.caseId)}>
          {line.number}
        </a>
      </th>
      {name !== null && <td className="min-w-32">{shortName(name)}</td>}
      <td className="min-w-40">
        {EVENT_LABELS[line.kind][locale]}
        {line.isBack && <span className="block text-behind text-sm">{`◆ ${t.back}`}</span>}
      </td>
      <td className="whitespace-nowrap tabular-nums">{formatDay(line.day)}</td>
      <td className="min-w-32 break-words">
        {line.ground || <span className="text-ink-2">{t.noGround}</span>}
      </td>
      <td className="number">{formatThousands(line.outstanding, locale)}</td>
    </tr>
  );
}
