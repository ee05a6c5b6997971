/** A page with its state under a name of one's own. */
export type SavedView = { id: string; name: string; path: string; version: number };

/** So many views one person may keep; the database has no place for more. */
export const MOST_VIEWS = 50;

export const VIEW_REFUSALS = ["full", "nameTaken", "foreignPath", "missing", "stale", "input"] as const;
/** Why a view was not saved or changed. */
export type ViewRefusal = (typeof VIEW_REFUSALS)[number];
