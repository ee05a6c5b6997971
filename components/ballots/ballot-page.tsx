import { formatInstant } from "@/components/results/instant";
import { PageHeader } from "@/components/ui/page-header";
import { shortCode } from "@/lib/ballots/rules";
import type { BallotView } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";
import { shellText } from "@/lib/i18n/shell";
import { HolderPanel } from "./holder-panel";
import { ResultsTable } from "./results-table";
import { RollTable } from "./roll-table";
import { RunPanel } from "./run-panel";
import { SheetForm } from "./sheet-form";
import { StateChip } from "./state-chip";
import { VerifyPanel } from "./verify-panel";

/** One ballot for one reader: what to do first, then what is known. */
export function BallotPage({ ballot, locale }: { ballot: BallotView; locale: Locale }) {
  const t = ballotText[locale];
  const { rule, state, results } = ballot;
  const share = `${rule.numerator}/${rule.denominator}`;
  const isVoting = state === "OPEN" && ballot.votes;
  return (
    <>
      <PageHeader title={ballot.title}>
        <StateChip state={state} locale={locale} />
        {ballot.round > 1 && <span className="chip">{t.round(ballot.round)}</span>}
        {ballot.illustrative && <span className="chip">{shellText[locale].illustrative}</span>}
        <span>{ballot.council}</span>
        <span>{t.rule(share, rule.strict, t.base[rule.base])}</span>
        {ballot.openedAt && <span>{formatInstant(ballot.openedAt)}</span>}
      </PageHeader>
      <div className="grid gap-5">
        {ballot.reason && <p className="card">{t.cancelledFor(ballot.reason)}</p>}
        {isVoting && <SheetForm ballot={ballot} locale={locale} />}
        {results && <ResultsTable results={results} slots={ballot.slots} locale={locale} />}
        {state === "COUNTED" && <VerifyPanel id={ballot.id} slots={ballot.slots} locale={locale} />}
        {ballot.holds && <HolderPanel ballot={ballot} locale={locale} />}
        {ballot.runs && state !== "CANCELLED" && <RunPanel ballot={ballot} locale={locale} />}
        {!isVoting && !results && <NomineeList ballot={ballot} locale={locale} />}
        {ballot.roll && <RollTable roll={ballot.roll} locale={locale} />}
        {ballot.receipts && ballot.receipts.length > 0 && (
          <details className="card">
            <summary className="font-semibold">{t.receipts(ballot.receipts.length)}</summary>
            <ul className="mt-3 grid gap-x-6 gap-y-1 font-mono text-sm sm:grid-cols-2 lg:grid-cols-3">
              {ballot.receipts.map((receipt) => (
                <li key={receipt}>{shortCode(receipt)}</li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </>
  );
}

function NomineeList({ ballot, locale }: { ballot: BallotView; locale: Locale }) {
  return (
    <section className="card">
      <h2>{ballotText[locale].nominees(ballot.slots.length)}</h2>
      <ol className="mt-2 grid list-decimal gap-1 pl-6">
        {ballot.slots.map(({ slot, subject, award }) => (
          <li key={slot}>
            {subject} <span className="text-ink-2">· {award}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
