import { type Day, day } from "@/lib/core/day";

/** A `date` column as Prisma reads it (midnight UTC) to a zone-free day. */
export function dayOfDate(date: Date): Day {
  return day(date.toISOString().slice(0, 10));
}

/** A zone-free day as Prisma writes it to a `date` column. */
export function dateOfDay(value: Day): Date {
  return new Date(`${value}T00:00:00Z`);
}
