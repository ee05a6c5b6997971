import { z } from "zod";
import { endOfDay, exportSchema, type ResultsState, resultsSchema } from "@/lib/scoreboard/schema";
import { MEASURES } from "@/lib/scoreboard/types";
import { CHARTS } from "./types";

/** The state of the overview, from its URL: what cannot be read falls back to the default. */
export const overviewSchema = resultsSchema
  .pick({ agency: true, year: true, month: true, asOf: true })
  .extend({ measure: z.enum(MEASURES).catch("cases"), table: z.enum(CHARTS).optional().catch(undefined) });

/** Query of the export of one chart's numbers: nothing unknown, nothing guessed. */
export const overviewExportSchema = exportSchema
  .pick({ agency: true, year: true, month: true, asOf: true, format: true })
  .extend({ measure: z.enum(MEASURES), chart: z.enum(CHARTS) });

/** What the page's state asks of the overview: an earlier day means what was known at its end. */
export function overviewQuery({ agency, year, month, asOf }: Place) {
  return { agency, year, month, at: asOf === undefined ? undefined : endOfDay(asOf) };
}

type Place = Pick<ResultsState, "agency" | "year" | "month" | "asOf">;
