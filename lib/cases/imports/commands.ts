import type { AtOnceContext } from "@/lib/actions/operation";
import { answered } from "../commands";
import type { ImportCasesInput, ImportEventsInput } from "./schema";

/** The database's functions that write a part of what was staged. */
export const IMPORT_CASES = "import_cases";
export const IMPORT_CASE_EVENTS = "import_case_events";

type Part = ImportCasesInput | ImportEventsInput;

export function givenPart({ now }: AtOnceContext, input: Part) {
  return { ...input, at: now.toISOString() };
}

export function answerOfPart(_context: AtOnceContext, _input: Part, said: unknown): { accepted: number } {
  return { accepted: answered<{ accepted: number }>(said).accepted };
}
