import { z } from "zod";
import { MEASURED_CODES } from "@/lib/indicators/types";
import { agencyParam, flagParam, knownAt, monthParam, yearParam } from "@/lib/scoreboard/schema";

/** Query of GET /api/v1/proof. */
export const provenSchema = z.strictObject({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  indicator: z.enum(MEASURED_CODES),
  own: flagParam.default(false),
  asOf: knownAt.optional(),
});
export type ProvenQuery = z.output<typeof provenSchema>;
