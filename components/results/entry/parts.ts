import { type CellKey, parseCellKey, type Values } from "@/components/results/entry/cell";
import { errorsOf, isAbout, unexplained, unreadCells } from "@/components/results/entry/issues";
import type { EntryState } from "@/components/results/entry/state";
import type { Slice } from "@/lib/form/columns";
import type { Issue } from "@/lib/form/issue";

/** How a slice stands: errors before open warnings before figures before nothing. */
export type SliceMark =
  | { kind: "errors" | "warnings"; count: number }
  | { kind: "reported" | "missing"; count: 0 };

/** What the switch says about a slice. */
export function sliceMark(slice: Slice, issues: readonly Issue[], state: EntryState): SliceMark {
  const here = issues.filter((issue) => isAbout(issue, slice));
  const errors = errorsOf(here).length + unreadCells(state).filter((cell) => cell.slice === slice).length;
  if (errors > 0) return { kind: "errors", count: errors };
  const open = unexplained(here, state.reasons).length;
  if (open > 0) return { kind: "warnings", count: open };
  return { kind: filledCells(slice, state.values).length > 0 ? "reported" : "missing", count: 0 };
}

/** The cells of a slice that hold a figure. */
export function filledCells(slice: Slice, values: Values): CellKey[] {
  return (Object.keys(values) as CellKey[]).filter((key) => parseCellKey(key)?.slice === slice);
}

/** The slice to the left or right of one in the switch, around its ends; null for any other key. */
export function neighbourOf<Each>(all: readonly Each[], current: Each, key: string): Each | null {
  const at = all.indexOf(current);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[key];
  return next === undefined ? null : (all[(next + all.length) % all.length] ?? null);
}
