import { z } from "zod";
import { type Day, isDay } from "@/lib/core/day";
import { MEASURED_CODES } from "@/lib/indicators/types";
import { VERDICTS } from "./types";

const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.int().min(least).max(most));

export const yearParam = whole(2010, 2027);
export const monthParam = whole(1, 12);
export const agencyParam = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export const flagParam = z.enum(["true", "false"]).transform((text) => text === "true");

/** An instant, or a day, which means its end in Vietnam: what was known by then. */
export const knownAt = z
  .string()
  .refine((text) => isDay(text) || z.iso.datetime({ offset: true }).safeParse(text).success, {
    error: "a day such as 2022-08-01 or an instant such as 2022-08-01T10:00:00+07:00",
    params: { vi: "một ngày như 2022-08-01 hoặc một thời điểm như 2022-08-01T10:00:00+07:00" },
  })
  .transform((text) => (isDay(text) ? endOfDay(text) : new Date(text)));

/** The last instant of a day in Vietnam. */
export function endOfDay(day: Day): Date {
  return new Date(`${day}T23:59:59.999+07:00`);
}

/** Query of GET /api/v1/rates: nothing unknown, nothing guessed. */
export const ratesSchema = z.strictObject({
  year: yearParam,
  month: monthParam,
  agency: agencyParam,
  children: flagParam.default(false),
  includeSubmitted: flagParam.default(false),
  asOf: knownAt.optional(),
});

const SORTS = [
  "name",
  "cases",
  "money",
  "casesPoints",
  "moneyPoints",
  "casesRemaining",
  "moneyRemaining",
  "coverage",
] as const;
export type Sort = (typeof SORTS)[number];

/** The state of the results page, from its URL: what cannot be read falls back to the default. */
export const resultsSchema = z.object({
  year: yearParam.optional().catch(undefined),
  month: monthParam.optional().catch(undefined),
  agency: agencyParam.optional().catch(undefined),
  sort: z.enum(SORTS).catch("cases"),
  dir: z.enum(["asc", "desc"]).catch("desc"),
  verdict: z.enum(VERDICTS).optional().catch(undefined),
  q: z.string().trim().max(80).catch(""),
  submitted: z.literal("1").optional().catch(undefined),
  asOf: z.string().refine(isDay).optional().catch(undefined),
});
export type ResultsState = z.output<typeof resultsSchema>;

/** What the page's state asks of the board. Of an earlier day only approved reports are known. */
export function boardQuery({ agency, year, month, submitted, asOf }: BoardState) {
  const at = asOf === undefined ? undefined : endOfDay(asOf);
  return { agency, year, month, includeSubmitted: submitted === "1" && !at, withYear: true, at };
}

type BoardState = Pick<ResultsState, "agency" | "year" | "month" | "submitted" | "asOf">;

/** Query of the export of the leaders' table. */
export const exportSchema = z.strictObject({
  year: yearParam,
  month: monthParam,
  agency: agencyParam,
  sort: z.enum(SORTS).default("cases"),
  dir: z.enum(["asc", "desc"]).default("desc"),
  verdict: z.enum(VERDICTS).optional(),
  q: z.string().trim().max(80).default(""),
  submitted: z.literal("1").optional(),
  asOf: z.string().refine(isDay).optional(),
  format: z.enum(["csv", "xlsx"]),
});

/** Place of the proof page. */
export const proofSchema = z.object({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  revision: whole(1, 999).optional().catch(undefined),
  own: z.literal("1").optional().catch(undefined),
  asOf: z.string().refine(isDay).optional().catch(undefined),
  verify: z.literal("1").optional().catch(undefined),
  indicator: z.enum(MEASURED_CODES).optional().catch(undefined),
});
export type ProofQuery = z.output<typeof proofSchema>;

/** Search parameters as an object for a strict schema; a repeated name is kept as a list, which no field accepts. */
export function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}
