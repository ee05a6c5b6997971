import type { Figures, Measure } from "@/lib/form/columns";

/** Units whose reports are added together under one name. */
export type UnitGroup = { key: string; units: readonly string[] };

/**
 * The typed columns of a group's effective reports, each added up. A column that one of the reports left empty is
 * absent: missing is never zero. Only 10b may be left empty, and then adds nothing.
 */
export type GroupSums = Readonly<Record<Measure, Figures>> & { reports: number };
