import { TableFrame } from "@/components/results/table-frame";
import type { BallotView } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import type { SeatRole } from "@/lib/councils/types";
import { ballotText } from "@/lib/i18n/ballot-page";
import { councilText } from "@/lib/i18n/councils";

type Props = { roll: NonNullable<BallotView["roll"]>; locale: Locale };

/** The roll with who has spoken; never with what. */
export function RollTable({ roll, locale }: Props) {
  const t = ballotText[locale];
  const voters = roll.filter(({ standing }) => standing === "VOTER");
  const spoke = voters.filter((each) => each.spoke).length;
  return (
    <details className="card">
      <summary className="font-semibold">
        {t.roll} · {t.turnout(spoke, voters.length)}
      </summary>
      <TableFrame label={t.roll}>
        <table className="table mt-3">
          <thead>
            <tr>
              <th scope="col">{t.member}</th>
              <th scope="col">{councilText[locale].position}</th>
              <th scope="col">{t.spoke}</th>
            </tr>
          </thead>
          <tbody>
            {roll.map((each) => (
              <tr key={each.member}>
                <th scope="row">{each.name}</th>
                <td>{councilText[locale].role[each.role as SeatRole]}</td>
                <td>{each.standing === "RECUSED" ? t.standing.RECUSED : each.spoke ? "✓" : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </details>
  );
}
