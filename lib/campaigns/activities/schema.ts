import { z } from "zod";
import { LARGEST_FILE } from "@/lib/evidence/rules";
import { agencyCode, calendarDay, campaignCode } from "../schema";
import { ACTIVITY_KINDS } from "../types";

/** How many files an activity may have. */
const MOST_FILES = 5;

const words = (most: number) => z.string().trim().max(most).default("");
const amount = (most: bigint) =>
  z
    .union([z.string(), z.int().min(0)])
    .refine((value) => /^\d{1,16}$/.test(String(value)) && BigInt(String(value)) <= most, {
      error: `a whole number up to ${most}`,
      params: { vi: `một số nguyên không quá ${most}` },
    })
    .transform((value) => BigInt(String(value)));

const file = z.strictObject({
  name: z.string().min(1).max(500),
  base64: z
    .string()
    .max(Math.ceil(LARGEST_FILE / 3) * 4)
    .refine((text) => /^[A-Za-z0-9+/]+={0,2}$/.test(text), {
      error: "must be base64",
      params: { vi: "phải là base64" },
    }),
});
export type SentFile = z.output<typeof file>;

export const reportActivityInput = z.strictObject({
  agency: agencyCode,
  code: campaignCode,
  kind: z.enum(ACTIVITY_KINDS),
  place: z.string().trim().min(1).max(300),
  happenedOn: calendarDay,
  beneficiary: words(300),
  quantity: amount(1_000_000_000_000n).refine((value) => value > 0n, {
    error: "at least 1",
    params: { vi: "ít nhất là 1" },
  }),
  valueDong: amount(1_000_000_000_000_000n).optional(),
  partners: words(500),
  description: z.string().trim().min(1).max(2000),
  evidence: z.array(file).max(MOST_FILES).default([]),
});
export type ReportActivity = z.output<typeof reportActivityInput>;

const activityKey = { agency: agencyCode, happenedOn: calendarDay, activity: z.uuid() };

export const decideActivityInput = z
  .strictObject({ ...activityKey, decision: z.enum(["VERIFIED", "REJECTED"]), words: words(1000) })
  .refine(({ decision, words: said }) => decision === "VERIFIED" || said !== "", {
    path: ["words"],
    error: "say why it is rejected",
    params: { vi: "phải nêu lý do không công nhận" },
  });
export type DecideActivity = z.output<typeof decideActivityInput>;

export const withdrawActivityInput = z.strictObject(activityKey);
export type WithdrawActivity = z.output<typeof withdrawActivityInput>;

/** The address of a file. */
export const evidenceParams = z.object({ code: campaignCode, activity: z.uuid(), file: z.uuid() });
