import { z } from "zod";
import { type Day, isDay } from "@/lib/core/day";
import { CALENDAR_KINDS, PERIOD_STATUSES, YEARS } from "./types";

/** Numbers also as a form sends them: digits. */
const whole = (least: number, most: number) =>
  z.preprocess(
    (value) => (typeof value === "string" && /^\d{1,4}$/.test(value) ? Number(value) : value),
    z.number().int().min(least).max(most),
  );
const year = whole(YEARS.first, YEARS.last);
const month = whole(1, 12);
const day = z.string().refine((text): text is Day => isDay(text), {
  error: "a day YYYY-MM-DD",
  params: { vi: "một ngày có thật, dạng YYYY-MM-DD" },
});
const agency = z.string().trim().min(1).max(64);

export const setStatusInput = z.strictObject({ year, month, status: z.enum(PERIOD_STATUSES) });
export const reopenInput = z.strictObject({
  agency,
  year,
  month,
  reason: z.string().trim().min(1).max(2000),
  until: day,
});
export const endReopeningInput = z.strictObject({ agency, year, month });
export const setCalendarInput = z.strictObject({
  day,
  kind: z.enum(CALENDAR_KINDS),
  name: z.string().trim().min(1).max(200),
});
export const removeCalendarInput = z.strictObject({ day });

export type SetStatus = z.output<typeof setStatusInput>;
export type Reopen = z.output<typeof reopenInput>;
export type EndReopening = z.output<typeof endReopeningInput>;
export type SetCalendar = z.output<typeof setCalendarInput>;
export type RemoveCalendar = z.output<typeof removeCalendarInput>;

/** The page's query: the statistical year, also out of a hand-written address. */
export const periodsQuery = z.object({ year: year.optional().catch(undefined) });
