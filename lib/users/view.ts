import type { Organisation } from "@/lib/agencies/types";
import { compareVietnamese } from "@/lib/core/slug";

export type AgencyOption = { code: string; name: string };

/** Every agency there ever was with its latest name, in Vietnamese order: accounts may be tied to any. */
export function agencyOptions({ versions }: Organisation): AgencyOption[] {
  return [...versions]
    .map(([code, rows]) => ({ code, name: rows.at(-1)?.name ?? code }))
    .sort((a, b) => compareVietnamese(a.name, b.name));
}
