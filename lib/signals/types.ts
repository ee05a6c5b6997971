import type { Text } from "@/lib/core/locale";
import type { Signal } from "@/lib/metrics/signals/types";

/** What a person may answer to a question; words of their own go with every code. */
export const ANSWER_CODES = ["CONFIRMED", "CORRECTING", "WORKLOAD", "CHECKING", "OTHER"] as const;
export type AnswerCode = (typeof ANSWER_CODES)[number];

/** The newest answer; `isCurrent` is false once the agency's own figures behind the question have changed. */
export type SignalAnswer = {
  version: number;
  code: AnswerCode;
  words: string;
  by: { id: string; name: string };
  at: Date;
  isCurrent: boolean;
};

/** A question to one agency with everything it rests on, and what was answered. */
export type Question = {
  signal: Signal;
  agency: string;
  name: string;
  text: Text;
  /** Names the agency's own figures that the question rests on. */
  evidenceHash: string;
  /** Some of the figures were generated. */
  illustrative: boolean;
  answer: SignalAnswer | null;
  mayAnswer: boolean;
};

/** The questions of a year to the agencies that a reader may see; `compared` is how many whole years were looked at. */
export type Questions = {
  year: number;
  agency: string | null;
  compared: number;
  questions: readonly Question[];
};
