"use client";

import { useEntry } from "@/components/results/entry/context";
import { reasonId } from "@/components/results/entry/issues";
import { describeIssue, type Issue, issueKey } from "@/lib/form/issue";
import { WARNING_REASONS } from "@/lib/form/reasons";
import { entryText } from "@/lib/i18n/entry";

/** One broken rule, spelled out with its numbers; a warning carries its reason. */
export function IssueNote({ issue }: { issue: Issue }) {
  const { locale } = useEntry();
  const isError = issue.severity === "error";
  return (
    <div className={isError ? "text-miss" : "text-behind"}>
      <p>
        <span className={`chip ${isError ? "chip-miss" : "chip-behind"}`}>
          <span aria-hidden="true">{isError ? "▼" : "◆"}</span> {issue.rule}
          {issue.measure && ` · ${entryText[locale].measureShort[issue.measure]}`}
        </span>{" "}
        {describeIssue(issue, locale)}
      </p>
      {!isError && <ReasonFields issue={issue} />}
    </div>
  );
}

/** The coded reason of a warning, with words of one's own when the code alone says too little. */
function ReasonFields({ issue }: { issue: Issue }) {
  const { state, dispatch, locale } = useEntry();
  const t = entryText[locale];
  const name = issueKey(issue);
  const reason = state.reasons[name];
  const half = issue.measure ?? "cases";
  const isTextRequired = WARNING_REASONS.find(({ code }) => code === reason?.code)?.requiresText ?? false;
  const textLabel = isTextRequired ? t.reasonTextRequired : t.reasonText;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-2 text-ink">
      <label className="flex flex-wrap items-center gap-2">
        <span className="text-sm text-ink-2">{t.reasonLabel}</span>
        <select
          id={reasonId(issue)}
          className="field min-h-8 w-0 min-w-40 max-w-md grow py-0.5"
          data-half={half}
          value={reason?.code ?? ""}
          onChange={({ target }) =>
            dispatch({
              kind: "reasoned",
              issue: name,
              reason: target.value === "" ? null : { code: target.value, text: reason?.text ?? "" },
            })
          }
        >
          <option value="">{t.reasonChoose}</option>
          {WARNING_REASONS.map(({ code, label }) => (
            <option key={code} value={code}>
              {label[locale]}
            </option>
          ))}
        </select>
      </label>
      {reason && (
        <input
          className="field min-h-8 w-64 max-w-full py-0.5"
          data-half={half}
          aria-label={textLabel}
          placeholder={textLabel}
          maxLength={2000}
          required={isTextRequired}
          value={reason.text}
          onChange={({ target }) =>
            dispatch({ kind: "reasoned", issue: name, reason: { code: reason.code, text: target.value } })
          }
        />
      )}
    </div>
  );
}
