import { z } from "zod";
import { INPUT_COLUMNS, MEASURES } from "@/lib/form/columns";
import { agencyParam } from "@/lib/scoreboard/schema";

/** A reason names the difference it was written to: another one meanwhile is a conflict. */
export const explainInput = z.strictObject({
  agency: agencyParam,
  year: z.int().min(2010).max(2027),
  month: z.int().min(1).max(12),
  measure: z.enum(MEASURES),
  column: z.enum(INPUT_COLUMNS),
  difference: z.string().regex(/^-?\d{1,18}$/),
  reason: z.string().trim().min(1).max(2000),
});
export type ExplainInput = z.output<typeof explainInput>;
