import type { AnchorsView } from "@/lib/audit/anchors/types";
import { anchorProblemText, anchorSentence } from "@/lib/audit/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { auditText } from "@/lib/i18n/audit";
import { paths } from "@/lib/paths";

/** The anchors outside the database: the newest one to note, the file to keep, and whether they agree. */
export function AnchorsCard({ anchors, locale }: { anchors: AnchorsView; locale: Locale }) {
  const t = auditText[locale];
  const { last, key, verified } = anchors;
  return (
    <details className="card mb-4" open={verified !== null}>
      <summary className="flex flex-wrap items-baseline gap-x-3">
        <h2>{t.anchors}</h2>
        <span className="text-ink-2">{last ? anchorSentence(last, locale) : t.noAnchor}</span>
      </summary>
      <div className="mt-3 grid gap-3">
        <p className="max-w-prose">{t.anchorsLead}</p>
        {last && (
          <dl className="grid gap-1 text-sm">
            <dt className="text-ink-2">{t.anchorHash}</dt>
            <dd className="break-all">sha256 {last.hash}</dd>
            <dt className="text-ink-2">{t.anchorKey}</dt>
            <dd className="break-all">{key === null ? t.unsigned : `Ed25519 ${key}`}</dd>
          </dl>
        )}
        {last && (
          <p>
            <a className="button" href={paths.anchors()} download>
              {t.downloadAnchors}
            </a>
          </p>
        )}
      </div>
      <AnchorsVerdict verified={verified} locale={locale} />
    </details>
  );
}

function AnchorsVerdict({ verified, locale }: { verified: AnchorsView["verified"]; locale: Locale }) {
  const t = auditText[locale];
  if (verified === null || verified.anchors === 0) return null;
  if (verified.problems.length === 0) {
    return <p className="mt-3 text-met">{t.anchorsIntact(formatCount(verified.anchors, locale))}</p>;
  }
  return (
    <div role="alert" className="mt-3 rounded-control bg-miss-soft px-3 py-2 text-miss">
      <p className="font-semibold">{t.anchorsBroken(formatCount(verified.problems.length, locale))}</p>
      <ul>
        {verified.problems.map((problem) => (
          <li key={`${problem.n}:${problem.problem}:${problem.chain}`}>
            {anchorProblemText(problem, locale)}
          </li>
        ))}
      </ul>
    </div>
  );
}
