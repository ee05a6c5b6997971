import { isPeriod, type Period } from "@/lib/core/period";

/** Reads back `periodKey`, as from a URL; null unless written exactly so. Example: "2022-13" gives null. */
export function parsePeriodKey(key: string): Period | null {
  if (!/^\d{4}-\d{2}$/.test(key)) return null;
  const period = { year: Number(key.slice(0, 4)), month: Number(key.slice(5)) };
  return isPeriod(period) ? period : null;
}
