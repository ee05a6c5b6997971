import { z } from "zod";
import { isDay } from "@/lib/core/day";

const one = { userId: z.uuid(), morning: z.string().refine(isDay) };

export const claimSchema = z.strictObject(one);
export const settleSchema = z.strictObject({ ...one, outcome: z.enum(["SENT", "UNSENT"]) });

export type Claim = z.output<typeof claimSchema>;
export type Settle = z.output<typeof settleSchema>;
