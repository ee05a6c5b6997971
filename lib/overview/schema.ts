import { z } from "zod";
import { exportSchema, resultsSchema } from "@/lib/scoreboard/schema";
import { MEASURES } from "@/lib/scoreboard/types";
import { CHARTS } from "./types";

/** The state of the overview, from its URL: what cannot be read falls back to the default. */
export const overviewSchema = resultsSchema
  .pick({ agency: true, year: true, month: true })
  .extend({ measure: z.enum(MEASURES).catch("cases"), table: z.enum(CHARTS).optional().catch(undefined) });

/** Query of the export of one chart's numbers: nothing unknown, nothing guessed. */
export const overviewExportSchema = exportSchema
  .pick({ agency: true, year: true, month: true, format: true })
  .extend({ measure: z.enum(MEASURES), chart: z.enum(CHARTS) });
