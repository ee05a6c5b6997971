import { z } from "zod";
import { agencyParam, flagParam, knownAt, monthParam, yearParam } from "@/lib/scoreboard/schema";
import { SERIES_INDICATORS } from "@/lib/series/rules";

/** Query of GET /api/v1/proof. */
export const provenSchema = z.strictObject({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  indicator: z.enum(SERIES_INDICATORS),
  own: flagParam.default(false),
  asOf: knownAt.optional(),
});
export type ProvenQuery = z.output<typeof provenSchema>;
