import { z } from "zod";
import { SIGNAL_KINDS } from "@/lib/metrics/signals/types";
import { agencyParam, yearParam } from "@/lib/scoreboard/schema";
import { ANSWER_CODES } from "./types";

/** Query of GET /api/v1/signals. */
export const signalsSchema = z.strictObject({ year: yearParam, agency: agencyParam.optional() });
export type SignalsQuery = z.output<typeof signalsSchema>;

/** The state of the page, from its URL: what cannot be read falls back to the default. */
export const signalsState = z.object({
  year: yearParam.optional().catch(undefined),
  agency: agencyParam.optional().catch(undefined),
});

/** An answer names the question it was written to: its figures, and the answer it follows. */
export const answerInput = z.strictObject({
  agency: agencyParam,
  year: z.int().min(2010).max(2027),
  kind: z.enum(SIGNAL_KINDS),
  evidenceHash: z.string().regex(/^[0-9a-f]{64}$/),
  expectedVersion: z.int().min(0),
  code: z.enum(ANSWER_CODES),
  words: z.string().trim().min(1).max(2000),
});
export type AnswerInput = z.output<typeof answerInput>;
