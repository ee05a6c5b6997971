import { formatInstant } from "@/components/results/instant";
import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import { personName } from "@/lib/results/people/view";
import type { RevisionLine } from "@/lib/results/types";

/** Every version of a report with who signed it; those replaced say so. */
export function RevisionList({ revisions, locale }: { revisions: readonly RevisionLine[]; locale: Locale }) {
  const t = entryText[locale];
  const isSingle = revisions.length === 1 && revisions[0]?.kind === "ORIGINAL";
  if (revisions.length === 0 || (isSingle && !revisions[0]?.approved)) return null;
  return (
    <section className="card mt-5" aria-labelledby="revisions-title">
      <h2 id="revisions-title">{t.revisionsTitle}</h2>
      <ol className="mt-2 grid gap-2 text-[0.9375rem]">
        {revisions.map((line) => (
          <li key={line.revision} id={`ban-${line.revision}`}>
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <strong>{t.revision(line.revision)}</strong>
              <span className="text-ink-2">{t.revisionKind[line.kind]}</span>
              <span className={`chip ${line.status === "SUPERSEDED" ? "chip-behind" : ""}`}>
                {line.status === "SUPERSEDED" ? `◆ ${t.adjusted}` : t.status[line.status]}
              </span>
            </p>
            <p className="text-sm text-ink-2">
              {[
                t.enteredByOn(personName(line.entered.name, locale), formatInstant(line.entered.at)),
                line.approved &&
                  t.approvedByOn(personName(line.approved.name, locale), formatInstant(line.approved.at)),
                line.reason,
                line.source,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
