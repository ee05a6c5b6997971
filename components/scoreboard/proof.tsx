import { MarkupTable } from "@/components/ui/markup-table";
import { PageHeader } from "@/components/ui/page-header";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import { formVersion, formVersionFor } from "@/lib/form/version";
import { proofText } from "@/lib/i18n/proof";
import { proofSheetText } from "@/lib/i18n/proof-sheet";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import type { StatedProof } from "@/lib/proofs/types";
import type { Proof as ProofModel } from "@/lib/scoreboard/proof/types";
import type { ProofQuery } from "@/lib/scoreboard/schema";
import { MEASURES, type Measure } from "@/lib/scoreboard/types";
import { formatInstant, nodeName } from "@/lib/scoreboard/view";
import { columnsMarkup, nodesMarkup, revisionsMarkup, unitsMarkup } from "./proof-tables";
import { Recomputed } from "./recomputed";
import { VerdictChip } from "./verdict-chip";

type ProofProps = {
  proof: ProofModel;
  /** Both rates computed again; null until it is asked for. */
  recomputed: readonly StatedProof[] | null;
  query: Pick<ProofQuery, "own" | "asOf">;
  locale: Locale;
};

/** The proof of a number: what it is, by which formula, from what, by whom and when, in which revisions. */
export function Proof({ proof, recomputed, query, locale }: ProofProps) {
  const t = scoreboardText[locale];
  const p = proofText[locale];
  const { board, node } = proof;
  const shown = proof.level === "unit" ? proof.shown : null;
  // The sheet is of the figure in force, not of a revision that was replaced.
  const older = shown?.status === "SUPERSEDED";
  const version = shown ? formVersion(shown.formVersion) : formVersionFor(board.period);
  return (
    <>
      <PageHeader title={p.proofOf(nodeName(node, locale))}>
        <span>{formatPeriod(board.period, locale)}</span>
        <span>
          {t.coverage(
            formatCount(node.coverage.reported, locale),
            formatCount(node.coverage.expected, locale),
          )}
        </span>
        {node.asOf && <span>{t.asOf(formatInstant(node.asOf))}</span>}
        {board.knownAt && (
          <span className="chip chip-behind">◷ {t.asKnown(formatInstant(board.knownAt))}</span>
        )}
        {node.illustrative && <span className="chip">{t.illustrative}</span>}
        {node.adjusted && <span className="chip">{t.adjusted}</span>}
      </PageHeader>
      <p className="no-print mb-4 flex flex-wrap gap-x-4 gap-y-2">
        <a
          className="link"
          href={paths.results({ ...board.period, agency: board.root.agency, asOf: query.asOf })}
        >
          {p.toResults}
        </a>
        {!recomputed && (
          <a
            className="link"
            href={paths.proof(node.agency, board.period.year, board.period.month, {
              own: query.own,
              asOf: query.asOf,
              verify: 1,
            })}
          >
            {p.recompute}
          </a>
        )}
        {!older &&
          MEASURES.map((measure) => (
            <a
              key={measure}
              className="link"
              href={paths.proofSheet({
                ...{ agency: node.agency, ...board.period, own: query.own, asOf: query.asOf },
                indicator: measure === "cases" ? "R_C" : "R_M",
              })}
            >
              {proofSheetText[locale].download[measure]}
            </a>
          ))}
      </p>
      {recomputed && <Recomputed proofs={recomputed} locale={locale} />}
      <section className="card mb-4 grid gap-3" aria-labelledby="formula">
        <h2 id="formula">{p.formula}</h2>
        <p>{p.formulaText}</p>
        <p className="text-sm text-ink-2">{p.formulaVersion(version.legalBasis[locale])}</p>
        {MEASURES.map((measure) => (
          <Sum key={measure} proof={proof} measure={measure} locale={locale} />
        ))}
      </section>
      {/* The forms listed are today's; what was known then is in the cells computed again. */}
      {(!board.knownAt || proof.level === "nation") && <Inputs proof={proof} locale={locale} />}
    </>
  );
}

function Sum({ proof, measure, locale }: { proof: ProofModel; measure: Measure; locale: Locale }) {
  const t = scoreboardText[locale];
  const standing = proof.node[measure];
  const older =
    proof.level === "unit" && proof.shown?.status === "SUPERSEDED" ? proof.shown.totals[measure] : null;
  const ratio = older ? { numerator: older.completed, denominator: older.eligible } : standing.ratio;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="text-ink-2">{t.measure[measure]}</span>
      {ratio ? (
        <span className="font-semibold tabular-nums">
          {formatCount(ratio.numerator, locale)} / {formatCount(ratio.denominator, locale)} {t.unit[measure]}{" "}
          = {formatRate(ratio, locale)}
        </span>
      ) : (
        <span>{t.noReport}</span>
      )}
      {ratio && !older && <VerdictChip standing={standing} locale={locale} />}
    </p>
  );
}

function Inputs({ proof, locale }: { proof: ProofModel; locale: Locale }) {
  const p = proofText[locale];
  const { period } = proof.board;
  if (proof.level === "unit") return <Unit proof={proof} locale={locale} />;
  const table =
    proof.level === "nation" ? nodesMarkup(proof.board, locale) : unitsMarkup(proof.units, period, locale);
  const count = proof.level === "nation" ? proof.board.children.length : proof.units.length;
  return (
    <section className="card grid gap-2">
      <h2>{p.inputs}</h2>
      <p className="text-sm text-ink-2">
        {p.inputsOf(formatCount(count, locale))} {proof.level === "nation" && p.openProvince}
      </p>
      <MarkupTable isWhole label={p.inputs} table={table} />
    </section>
  );
}

function Unit({ proof, locale }: { proof: Extract<ProofModel, { level: "unit" }>; locale: Locale }) {
  const p = proofText[locale];
  const { shown, revisions, node } = proof;
  const { period } = proof.board;
  const newest = revisions[0];
  if (!shown || !newest) return <p className="card">{p.statuses.none}</p>;
  return (
    <>
      <section className="card mb-4 grid gap-2" aria-labelledby="form">
        <h2 id="form">{`${p.form}: ${p.revisionOf(shown.revision, newest.revision).toLowerCase()}`}</h2>
        {shown.status === "SUPERSEDED" && (
          <p>
            <span className="chip chip-behind">◆ {p.earlier}</span>{" "}
            <a
              className="link"
              href={paths.proof(node.agency, period.year, period.month, node.own ? { own: 1 } : {})}
            >
              {p.current}
            </a>
          </p>
        )}
        {shown.source && <p className="text-sm text-ink-2">{`${p.reportSource}: ${shown.source}`}</p>}
        <MarkupTable isWhole label={p.form} table={columnsMarkup(shown, locale)} />
        <p className="text-sm text-ink-2">{p.cite}</p>
      </section>
      <section className="card grid gap-2">
        <h2>{p.revisions}</h2>
        <MarkupTable isWhole label={p.revisions} table={revisionsMarkup(node, revisions, period, locale)} />
      </section>
    </>
  );
}
