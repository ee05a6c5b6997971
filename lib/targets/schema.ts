import { z } from "zod";
import { parseBasisPoints } from "@/lib/metrics/target";

export const COMPARISONS = ["above", "atLeast", "equal", "higherThanBaseline"] as const;

const pct = z
  .string()
  .refine((text) => parseBasisPoints(text) !== null, {
    error: "a percentage from 0 to 100 with at most two decimals, such as 83.00",
    params: { vi: "một tỷ lệ từ 0 đến 100, nhiều nhất hai số lẻ, ví dụ 83,00" },
  })
  .transform((text) => Number(parseBasisPoints(text)));

const line = z
  .strictObject({ comparison: z.enum(COMPARISONS), pct: pct.optional() })
  .refine(({ comparison, pct: given }) => comparison === "higherThanBaseline" || given !== undefined, {
    path: ["pct"],
    error: "is needed for this comparison",
    params: { vi: "phải có với cách so sánh này" },
  });

export const targetYear = z.coerce.number().int().min(2010).max(2027);

export const setTargetsInput = z
  .strictObject({
    agency: z.string().min(1).max(64),
    year: targetYear,
    R_C: line.optional(),
    R_M: line.optional(),
    source: z.string().trim().max(500).default(""),
  })
  .refine(({ R_C, R_M }) => R_C !== undefined || R_M !== undefined, {
    path: ["R_C"],
    error: "R_C or R_M must be given",
    params: { vi: "phải giao ít nhất một trong R_C, R_M" },
  });

/** The page's form: flat fields, each indicator only when its number is filled in. */
export const targetForm = z.strictObject({
  agency: z.string().min(1).max(64),
  year: targetYear,
  casesComparison: z.enum(COMPARISONS).default("above"),
  cases: pct.optional(),
  moneyComparison: z.enum(COMPARISONS).default("above"),
  money: pct.optional(),
  source: z.string().trim().max(500).default(""),
});

export type SetTargets = z.output<typeof setTargetsInput>;
export type TargetForm = z.output<typeof targetForm>;

/** The page's address; what is not a year there is the demonstration's year. */
export const yearQuery = z.object({ year: targetYear.catch(2022) });
