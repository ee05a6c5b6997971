import { type Day, isDay } from "@/lib/core/day";
import { rawClient } from "@/lib/db/client";

/** The day the demonstration pretends it is, for "due" and "late" only; null outside the demonstration. */
export async function findReferenceDay(): Promise<Day | null> {
  const setting = await rawClient().setting.findUnique({ where: { key: "demo.today" } });
  return typeof setting?.value === "string" && isDay(setting.value) ? setting.value : null;
}
