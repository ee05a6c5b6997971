import { z } from "zod";
import { exportSchema, resultsSchema } from "@/lib/scoreboard/schema";
import { MEASURES } from "@/lib/scoreboard/types";

/** The definitions that may stand beside the official one. */
export const OTHER_DEFINITIONS = ["withoutReduction", "completedOnly", "overTotal"] as const;

const beside = {
  /** Fewer eligible cases than this are not ranked. */
  min: z.coerce.number().int().min(1).max(1000).catch(30).default(30),
  other: z.enum(OTHER_DEFINITIONS).optional().catch(undefined),
};

/** The state of the ranking, from its URL: what cannot be read falls back to the default. */
export const rankingSchema = resultsSchema
  .pick({ agency: true, year: true, month: true })
  .extend({ ...beside, measure: z.enum(MEASURES).catch("cases") });
export type RankingState = z.output<typeof rankingSchema>;

/** Query of its export. */
export const rankingExportSchema = exportSchema
  .pick({ agency: true, year: true, month: true, format: true })
  .extend({ ...beside, measure: z.enum(MEASURES) });
