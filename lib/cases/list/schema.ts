import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { EXPORT_FORMATS } from "@/lib/exports/types";
import { INPUT_COLUMNS, SLICES } from "@/lib/form/columns";
import { agencyParam, monthParam, yearParam } from "@/lib/scoreboard/schema";
import { CASE_ORDERS } from "../register/schema";
import { CASE_STATES, CATEGORIES, INITIATIVES } from "../types";

const text = z.string().trim().max(100).catch("");

/** Years a case has been waiting at least. */
export const AGES = [1, 2, 3, 5] as const;

const fields = {
  agency: agencyParam.optional().catch(undefined),
  /** "0" only the agency's own cases, "1" with the units below it. */
  children: z.enum(["0", "1"]).optional().catch(undefined),
  q: text,
  court: text,
  /** OPEN is everything under way, ALL leaves the state aside. */
  state: z.enum(["OPEN", "ALL", ...CASE_STATES]).catch("OPEN"),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  initiative: z.enum(INITIATIVES).optional().catch(undefined),
  officer: z.string().trim().max(64).optional().catch(undefined),
  age: z
    .string()
    .transform(Number)
    .pipe(z.literal([...AGES]))
    .optional()
    .catch(undefined),
  /** Outstanding at least, in million đồng. */
  millions: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .catch(undefined),
  /** Taken up before a day. */
  before: z.string().refine(isDay).optional().catch(undefined),
  order: z.enum(CASE_ORDERS).catch("newest"),
  after: z.string().max(60).optional().catch(undefined),
};

/** The state of the list, from its URL: what cannot be read falls back to the default. */
export const listState = z.object(fields);
export type ListState = z.output<typeof listState>;

/** The list of the cases behind one cell of the form that the register makes. */
export const cellState = z.object({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  column: z.enum(INPUT_COLUMNS),
  slice: z.enum(SLICES).catch("total"),
});
export type CellState = z.output<typeof cellState>;

/** Query of the export of the list: its state and a format. */
export const listExport = z.object({ ...fields, agency: agencyParam, format: z.enum(EXPORT_FORMATS) });
