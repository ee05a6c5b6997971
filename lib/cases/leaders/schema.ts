import { z } from "zod";
import { agencyParam, yearParam } from "@/lib/scoreboard/schema";

/** The state of the leaders' page of the register, from its URL. */
export const leadersState = z.object({
  agency: agencyParam.optional().catch(undefined),
  children: z.enum(["0", "1"]).optional().catch(undefined),
  /** The statistical year whose last months are looked at. */
  year: yearParam.optional().catch(undefined),
});
export type LeadersState = z.output<typeof leadersState>;
