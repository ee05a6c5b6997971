"use client";

import { useEntry } from "@/components/results/entry/context";
import { IssueNote } from "@/components/results/entry/issue-note";
import { issueKey } from "@/lib/form/issue";

/** What the rules say about the report as a whole, which has no cell. */
export function ReportIssues() {
  const { issues } = useEntry();
  const whole = issues.filter(({ measure, column }) => measure === null || column === null);
  if (whole.length === 0) return null;
  return (
    <div
      id="entry-report-issues"
      tabIndex={-1}
      className="grid gap-2 border-b border-line-2 py-3 text-[0.9375rem]"
    >
      {whole.map((issue) => (
        <IssueNote key={`${issueKey(issue)}:${issue.kind}`} issue={issue} />
      ))}
    </div>
  );
}
