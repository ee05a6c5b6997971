import type { Locale } from "@/lib/core/locale";
import { describeIssue, type Issue, issueKey } from "@/lib/form/issue";
import { WARNING_REASONS } from "@/lib/form/reasons";
import { reviewText } from "@/lib/i18n/review";
import type { ExplainedWarning } from "@/lib/results/review/types";

/** Warnings with what the clerk answered, and errors if the report holds any. */
export function WarningList({
  warnings,
  errors,
  locale,
}: {
  warnings: readonly ExplainedWarning[];
  errors: readonly Issue[];
  locale: Locale;
}) {
  const t = reviewText[locale];
  return (
    <section className="card">
      {errors.length > 0 && (
        <>
          <h2 className="text-miss">{t.errors(errors.length)}</h2>
          <ul className="mt-1 mb-3 grid gap-1">
            {errors.map((issue) => (
              <li key={`${issueKey(issue)}:${issue.kind}`} className="text-miss">
                <span className="chip chip-miss">{`▼ ${issue.rule}`}</span> {describeIssue(issue, locale)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t.warnings(warnings.length)}</h2>
      <ul className="mt-1 grid gap-2">
        {warnings.map(({ key, issue, reason }) => (
          <li key={key}>
            <p>
              <span className="chip chip-behind">{`◆ ${issue.rule}`}</span> {describeIssue(issue, locale)}
            </p>
            <p className="text-ink-2">
              {reason === null
                ? t.noReason
                : [labelOf(reason.code, locale), reason.text].filter(Boolean).join(": ")}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function labelOf(code: string, locale: Locale): string {
  return WARNING_REASONS.find((reason) => reason.code === code)?.label[locale] ?? code;
}
