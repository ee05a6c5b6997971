import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { INPUT_COLUMNS, SLICES } from "@/lib/form/columns";
import { agencyParam, flagParam, monthParam, yearParam } from "@/lib/scoreboard/schema";
import { CASE_STATES, CATEGORIES, INITIATIVES, OPEN_STATES } from "../types";

/** The orders of a list; each has its index. */
export const CASE_ORDERS = ["newest", "oldest", "amount"] as const;

const dayParam = z
  .string()
  .refine(isDay, { error: "a day such as 2022-09-30", params: { vi: "một ngày như 2022-09-30" } });
const moneyParam = z
  .string()
  .regex(/^\d{1,18}$/)
  .transform(BigInt);
const stateParam = z
  .string()
  .transform((text) => (text === "OPEN" ? [...OPEN_STATES] : text.split(",")))
  .pipe(z.array(z.enum(CASE_STATES)).min(1));

/** A bigint of the database as text. */
export const caseIdParam = z.string().regex(/^[1-9]\d{0,17}$/);

const filters = {
  agency: agencyParam,
  /** With the units below it. */
  children: flagParam.default(false),
  /** Begins with: number, decision or judgment, without diacritics. */
  q: z.string().trim().max(100).optional(),
  court: z.string().trim().max(200).optional(),
  /** "OPEN", or states with commas. */
  state: stateParam.optional(),
  category: z.enum(CATEGORIES).optional(),
  initiative: z.enum(INITIATIVES).optional(),
  /** A login, or "none" for cases without an officer. */
  officer: z.string().trim().max(64).optional(),
  minOutstanding: moneyParam.optional(),
  enteredBefore: dayParam.optional(),
  order: z.enum(CASE_ORDERS).default("newest"),
  after: z.string().max(60).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(200))
    .default(50),
};

/** Query of GET /api/v1/cases: nothing unknown, nothing guessed. */
export const casesQuery = z.strictObject(filters);
export type CasesQuery = z.output<typeof casesQuery>;

/** Query of GET /api/v1/cases/form and /api/v1/reconciliation. */
export const formQuery = z.strictObject({ agency: agencyParam, year: yearParam, month: monthParam });

/** The cases behind one cell of a derived form. */
export const cellQuery = z.strictObject({
  ...{ agency: agencyParam, year: yearParam, month: monthParam },
  column: z.enum(INPUT_COLUMNS),
  slice: z.enum(SLICES).default("total"),
});
export type CellQuery = z.output<typeof cellQuery>;
