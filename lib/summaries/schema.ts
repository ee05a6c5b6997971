import { z } from "zod";
import { reportKey, returnReason } from "@/lib/results/schema";

export const excuseInput = reportKey.extend({ reason: z.string().trim().min(1).max(2000) });
export type ExcuseInput = z.output<typeof excuseInput>;

/** Withdrawing an excuse asks for the same: which unit, which period, and why. */
export const withdrawExcuseInput = excuseInput;

export const summaryStepInput = reportKey.extend({ expectedVersion: z.int().min(0).optional() });
export type SummaryStepInput = z.output<typeof summaryStepInput>;

export const returnSummaryInput = summaryStepInput.extend({ reason: returnReason });
export type ReturnSummaryInput = z.output<typeof returnSummaryInput>;
