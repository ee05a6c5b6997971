import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { exportSchema, resultsSchema } from "@/lib/scoreboard/schema";

const amount = z.string().trim().max(60).catch("");

const supposed = {
  /** The first day on which work may still be planned. */
  from: z.string().refine(isDay).optional().catch(undefined),
  newCases: amount.default(""),
  movedCases: amount.default(""),
  newMoney: amount.default(""),
  movedMoney: amount.default(""),
  /** How much a case that stands still weighs against one in progress. */
  hard: z.coerce.number().int().min(1).max(9).catch(2).default(2),
  own: z.literal("1").optional().catch(undefined),
};

/** The state of the planner, from its URL: what cannot be read falls back to the default; amounts say why. */
export const planSchema = resultsSchema.pick({ agency: true, year: true, month: true }).extend(supposed);
export type PlanState = z.output<typeof planSchema>;

/** Query of its export. */
export const planExportSchema = exportSchema
  .pick({ agency: true, year: true, month: true, format: true })
  .extend(supposed);
