import { type Cell, type CellKey, cellKey, parseCellKey } from "@/components/results/entry/cell";
import { isComplete } from "@/components/results/entry/derived-state";
import type { EntryState, Reasons } from "@/components/results/entry/state";
import { type Column, INPUT_COLUMNS, type Measure, type Slice } from "@/lib/form/columns";
import { type Issue, issueKey } from "@/lib/form/issue";

/** V07 compares these three, so all three show it. */
const splitSlices: readonly Slice[] = ["total", "exOfficio", "onRequest"];

/** Before the first try to send, a cell that is merely empty so far is not called an error, nor is the calendar. */
export function visibleIssues(issues: readonly Issue[], state: EntryState, attempted: boolean): Issue[] {
  return issues.filter((issue) => {
    if (isUnread(state, issue)) return false;
    const isEmptySoFar = issue.kind === "missing" || issue.kind === "partsIncomplete";
    return attempted || (!isEmptySoFar && issue.rule !== "V17");
  });
}

/** A cell whose text is not understood says so itself. */
function isUnread(state: EntryState, { slice, measure, column, kind }: Issue): boolean {
  const input = INPUT_COLUMNS.find((each) => each === column);
  if (kind !== "missing" || measure === null || input === undefined) return false;
  return cellKey(measure, input, slice) in state.problems;
}

/** Whether an issue is said in a slice's table. */
export function isAbout(issue: Issue, slice: Slice): boolean {
  return issue.slice === slice || (issue.rule === "V07" && splitSlices.includes(slice));
}

/** The slice to open for an issue: the one with the empty cell, the one already open, else the one it names. */
export function sliceOf(issue: Issue, open: Slice): Slice {
  if (issue.kind === "partsIncomplete") {
    if (issue.numbers.exOfficio === undefined) return "exOfficio";
    if (issue.numbers.onRequest === undefined) return "onRequest";
    return issue.slice;
  }
  return isAbout(issue, open) ? open : issue.slice;
}

/** The issues to show under one row of one half. */
export function issuesAt(
  issues: readonly Issue[],
  place: { slice: Slice; measure: Measure; column: Column },
): Issue[] {
  return issues.filter(
    (issue) =>
      issue.measure === place.measure && issue.column === place.column && isAbout(issue, place.slice),
  );
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

/** The cells whose texts are not understood or not answered yet. */
export function unreadCells(state: EntryState): (Cell & { key: CellKey })[] {
  return (Object.keys(state.problems) as CellKey[]).flatMap((key) => {
    const cell = parseCellKey(key);
    return cell ? [{ ...cell, key }] : [];
  });
}

/** The id of the element an issue leads to: its reason when it needs one, its cell, or the list of the report. */
export function targetId(issue: Issue): string {
  if (issue.severity === "warning") return reasonId(issue);
  return issue.measure && issue.column ? cellId(issue.measure, issue.column) : "entry-report-issues";
}

/** The id of a cell on the page, which shows one slice at a time. */
export function cellId(measure: Measure, column: Column): string {
  return `cell-${measure}-${column}`;
}

/** The id of the reason of a warning. */
export function reasonId(issue: Issue): string {
  return `reason-${issueKey(issue).replaceAll(":", "-")}`;
}
