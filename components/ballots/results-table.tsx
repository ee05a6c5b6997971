import { TableFrame } from "@/components/results/table-frame";
import type { Nominee, NomineeResult, Verdict } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";

const looks: Record<Verdict, readonly [sign: string, look: string]> = {
  PASSED: ["✓", "chip-met"],
  FAILED: ["✕", "chip-miss"],
  TIED: ["=", "chip-behind"],
  NO_QUORUM: ["–", ""],
};

type Props = { results: readonly NomineeResult[]; slots: readonly Nominee[]; locale: Locale };

/** What was counted about every nominee, and what the threshold makes of it. */
export function ResultsTable({ results, slots, locale }: Props) {
  const t = ballotText[locale];
  const names = new Map(slots.map((each) => [each.slot, each]));
  return (
    <section className="card">
      <h2 className="mb-2">{t.results}</h2>
      <TableFrame label={t.results}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.nominee}</th>
              <th scope="col">{t.outcome}</th>
              <th scope="col" className="number">
                {t.agreed}
              </th>
              <th scope="col" className="number">
                {t.choice.agree}
              </th>
              <th scope="col" className="number">
                {t.choice.disagree}
              </th>
              <th scope="col" className="number">
                {t.choice.none}
              </th>
              <th scope="col" className="number">
                {t.inWriting}
              </th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ slot, sheets, written, base, needed, agreed, verdict }) => (
              <tr key={slot}>
                <th scope="row" className="min-w-40">
                  {names.get(slot)?.subject}
                  <span className="block text-sm font-normal text-ink-2">{names.get(slot)?.award}</span>
                </th>
                <td>
                  <span className={`chip ${looks[verdict][1]}`}>
                    <span aria-hidden>{looks[verdict][0]}</span> {t.verdict[verdict]}
                  </span>
                </td>
                <td className="number">
                  <strong>
                    {agreed} / {needed}
                  </strong>{" "}
                  <span className="text-ink-2">{t.outOf(base)}</span>
                </td>
                <td className="number">{sheets.agree}</td>
                <td className="number">{sheets.disagree}</td>
                <td className="number">{sheets.none}</td>
                <td className="number">{written.agree + written.disagree + written.none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}
