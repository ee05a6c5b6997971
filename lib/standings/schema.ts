import { exportSchema, resultsSchema } from "@/lib/scoreboard/schema";

/** The state of the page of all indicators, from its URL: what cannot be read falls back to the default. */
export const standingsSchema = resultsSchema.pick({ agency: true, year: true, month: true });

/** Query of its export: nothing unknown, nothing guessed. */
export const standingsExportSchema = exportSchema.pick({
  agency: true,
  year: true,
  month: true,
  format: true,
});
