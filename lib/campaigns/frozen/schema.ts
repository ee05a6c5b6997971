import { z } from "zod";
import { agencyCode, calendarDay, campaignCode } from "../schema";

export const freezeInput = z.strictObject({
  agency: agencyCode,
  code: campaignCode,
  startsOn: calendarDay,
  /** 0 is the whole campaign. */
  phase: z.coerce.number().int().min(0).max(50).default(0),
});
export type Freeze = z.output<typeof freezeInput>;
