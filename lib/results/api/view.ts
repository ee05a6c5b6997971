import type { SavedReport } from "../types";

/** What the API answers to a write. */
export function writeAnswer({ version, status, derived, issues }: SavedReport) {
  return { version, status, derived, issues };
}
