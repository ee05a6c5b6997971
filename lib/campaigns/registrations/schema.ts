import { z } from "zod";
import { agencyCode, calendarDay, campaignCode } from "../schema";

const key = {
  agency: agencyCode,
  code: campaignCode,
  /** The campaign's first day: as of then it is asked whose agency it is. */
  startsOn: calendarDay,
  person: z.string().trim().max(200).default(""),
};

export const registerInput = z.strictObject({ ...key, commitments: z.string().trim().min(1).max(2000) });
export type Register = z.output<typeof registerInput>;

export const unregisterInput = z.strictObject(key);
export type Unregister = z.output<typeof unregisterInput>;
