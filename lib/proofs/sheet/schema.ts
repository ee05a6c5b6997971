import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { agencyParam, monthParam, yearParam } from "@/lib/scoreboard/schema";

/** Query of the one-page proof of a headline rate: nothing unknown, nothing guessed. */
export const sheetSchema = z.strictObject({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  indicator: z.enum(["R_C", "R_M"]),
  own: z.literal("1").optional(),
  asOf: z.string().refine(isDay).optional(),
});
export type SheetQuery = z.output<typeof sheetSchema>;
