import type { SlicedFigures } from "@/lib/form/columns";

/** What the register puts into the month's form, as a draft that a person checks. */
export type RegisterDraft = Readonly<{ figures: SlicedFigures; illustrative: boolean }>;
