import { formatInstant } from "@/components/results/instant";
import { PageHeader } from "@/components/ui/page-header";
import type { BallotLine } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";
import { shellText } from "@/lib/i18n/shell";
import { paths } from "@/lib/paths";
import { StateChip } from "./state-chip";

const waitsFor = ({ state, votes, hasCast, holds, runs }: BallotLine) =>
  (state === "OPEN" && votes && !hasCast) ||
  (state === "CLOSED" && holds) ||
  (state === "DRAFT" && (holds || runs));

/** The ballots that concern the reader: those that wait first, as they come. */
export function BallotList({ ballots, locale }: { ballots: readonly BallotLine[]; locale: Locale }) {
  const t = ballotText[locale];
  const waiting = ballots.filter(waitsFor);
  const rest = ballots.filter((each) => !waitsFor(each));
  return (
    <>
      <PageHeader title={t.title(waiting.length)}>
        <a className="link" href={paths.councils()}>
          {t.councils}
        </a>
      </PageHeader>
      {ballots.length === 0 && <p className="card">{t.none}</p>}
      <ul className="grid gap-3">
        {[...waiting, ...rest].map((each) => (
          <li key={each.id} className="card grid gap-1.5">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <a className="link font-semibold" href={paths.ballot(each.id)}>
                {each.title}
              </a>
              <StateChip state={each.state} locale={locale} />
              {each.round > 1 && <span className="chip">{t.round(each.round)}</span>}
              {each.illustrative && <span className="chip">{shellText[locale].illustrative}</span>}
            </div>
            <p className="text-ink-2">
              {[each.council, t.nominees(each.nominees), each.openedAt && formatInstant(each.openedAt)]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <p className="flex flex-wrap gap-2 text-sm text-ink-2">
              {each.state === "OPEN" && each.votes && (
                <span className={`chip ${each.hasCast ? "chip-met" : "chip-behind"}`}>
                  {each.hasCast ? `✓ ${t.voted}` : `! ${t.toVote}`}
                </span>
              )}
              {each.runs && <span>{t.runs}</span>}
              {each.holds && <span>{t.holds}</span>}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
