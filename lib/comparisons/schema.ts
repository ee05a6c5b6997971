import { z } from "zod";
import { agencyParam, exportSchema, monthParam, resultsSchema, yearParam } from "@/lib/scoreboard/schema";
import { MEASURES } from "@/lib/scoreboard/types";
import { COMPARED_PARTS, MOST_COMPARED } from "./types";

/** Codes joined by commas, each once, in the order given; what is no code falls away. */
const chosen = z
  .string()
  .max(500)
  .transform((text) => [...new Set(text.split(","))])
  .transform((codes) => codes.filter((code) => agencyParam.safeParse(code).success).slice(0, MOST_COMPARED));

/** The state of the comparison, from its URL: what cannot be read falls back to the default. */
export const comparisonSchema = resultsSchema.pick({ year: true, month: true, q: true }).extend({
  agencies: chosen.catch([]).default([]),
  measure: z.enum(MEASURES).catch("cases"),
});

/** Query of the export of one part: nothing unknown, nothing guessed. */
export const comparisonExportSchema = exportSchema.pick({ format: true }).extend({
  agencies: chosen.pipe(z.tuple([z.string()], z.string())),
  year: yearParam,
  month: monthParam,
  measure: z.enum(MEASURES),
  part: z.enum(COMPARED_PARTS),
});
