import { cellKey } from "@/components/results/entry/cell";
import { isComplete } from "@/components/results/entry/derived-state";
import type { EntryState, Reasons } from "@/components/results/entry/state";
import { type Column, INPUT_COLUMNS, type Measure } from "@/lib/form/columns";
import { type Issue, issueKey } from "@/lib/form/issue";

/** Before the first try to send, a cell that is merely empty so far is not called an error, nor is the calendar. */
export function visibleIssues(issues: readonly Issue[], state: EntryState, attempted: boolean): Issue[] {
  return issues.filter((issue) => {
    if (isUnread(state, issue)) return false;
    return attempted || (issue.kind !== "missing" && issue.rule !== "V17");
  });
}

/** A cell whose text is not understood says so itself. */
function isUnread(state: EntryState, { measure, column, kind }: Issue): boolean {
  const input = INPUT_COLUMNS.find((each) => each === column);
  return (
    kind === "missing" && measure !== null && input !== undefined && cellKey(measure, input) in state.problems
  );
}

/** The issues to show under one row of one half. */
export function issuesAt(issues: readonly Issue[], measure: Measure, column: Column): Issue[] {
  return issues.filter((issue) => issue.measure === measure && issue.column === column);
}

/** Warnings nobody has explained yet. */
export function unexplained(issues: readonly Issue[], reasons: Reasons): Issue[] {
  return issues.filter((issue) => {
    const reason = reasons[issueKey(issue)];
    return issue.severity === "warning" && (reason === undefined || !isComplete(reason));
  });
}

/** Errors, which no reason can answer. */
export function errorsOf(issues: readonly Issue[]): Issue[] {
  return issues.filter(({ severity }) => severity === "error");
}

/** The id of the element an issue leads to: its reason when it needs one, its cell, or the list of the report. */
export function targetId(issue: Issue): string {
  if (issue.severity === "warning") return reasonId(issue);
  return issue.measure && issue.column ? cellId(issue.measure, issue.column) : "entry-report-issues";
}

/** The id of a cell on the page. */
export function cellId(measure: Measure, column: Column): string {
  return `cell-${measure}-${column}`;
}

/** The id of the reason of a warning. */
export function reasonId(issue: Issue): string {
  return `reason-${issueKey(issue).replaceAll(":", "-")}`;
}
