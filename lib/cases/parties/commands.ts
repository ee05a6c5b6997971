import type { AtOnceContext } from "@/lib/actions/operation";
import { answered, ownOnly } from "../commands";
import type { CaseParty, FoundParty } from "./types";

/** The database's functions; each writes its line of audit before it tells a name. */
export const OPEN_CASE_PARTIES = "open_case_parties";
export const FIND_CASE_PARTIES = "find_case_parties";
export const ERASE_CASE_PARTIES = "erase_case_parties";

type Asked = { agency: string; caseId?: string; name?: string; reason?: string };

export function givenParties(context: AtOnceContext, input: Asked) {
  return { ...input, ownOnly: ownOnly(context, input.agency), at: context.now.toISOString() };
}

export function answerOfParties(
  _context: AtOnceContext,
  _input: Asked,
  said: unknown,
): { parties: CaseParty[] } {
  return { parties: answered<{ parties: CaseParty[] }>(said).parties };
}

export function answerOfFound(
  _context: AtOnceContext,
  _input: Asked,
  said: unknown,
): { found: FoundParty[] } {
  return { found: answered<{ found: FoundParty[] }>(said).found };
}

export function answerOfErased(_context: AtOnceContext, _input: Asked, said: unknown): { erased: number } {
  return { erased: answered<{ erased: number }>(said).erased };
}
