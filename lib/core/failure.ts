import type { Text } from "@/lib/core/locale";

/** Why a request is refused: the only five ways in the product. */
export type FailureCode = "invalid" | "forbidden" | "not-found" | "conflict" | "precondition";

/** What a refusal may add: a sentence per form field, and machine-readable details. */
export type FailureExtra = { fields?: Record<string, Text>; details?: unknown };

/**
 * A refusal that people can read, thrown by rules and commands and translated once, at the action boundary.
 * Its `message` is the Vietnamese sentence. Example: new Failure("conflict", { vi: "…", en: "…" }).
 */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly text: Text;
  readonly fields?: Record<string, Text>;
  readonly details?: unknown;

  constructor(code: FailureCode, text: Text, extra: FailureExtra = {}) {
    super(text.vi);
    this.name = "Failure";
    this.code = code;
    this.text = text;
    if (extra.fields !== undefined) this.fields = extra.fields;
    if (extra.details !== undefined) this.details = extra.details;
  }
}
