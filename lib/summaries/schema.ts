import { z } from "zod";
import { reportKey, returnReason } from "@/lib/results/schema";

/** Excusing a unit, and taking that back: which unit, which period, and why. */
export const excuseInput = reportKey.extend({ reason: z.string().trim().min(1).max(2000) });
export type ExcuseInput = z.output<typeof excuseInput>;

export const summaryStepInput = reportKey.extend({ expectedVersion: z.int().min(0).optional() });
export type SummaryStepInput = z.output<typeof summaryStepInput>;

export const returnSummaryInput = summaryStepInput.extend({ reason: returnReason });
export type ReturnSummaryInput = z.output<typeof returnSummaryInput>;
