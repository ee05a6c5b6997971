import { Failure } from "@/lib/core/failure";
import { ballotRefusals } from "@/lib/i18n/ballots";
import type { NomineeInput, Prepare } from "./schema";
import { tally } from "./tally/rules";
import type {
  BallotState,
  Choice,
  NomineeResult,
  PublishedVote,
  Voices,
  VoteRule,
  WrittenOpinion,
} from "./types";

/** A member as far as conflicts of interest go. */
export type Candid = { userId: string; login: string; agencies: readonly string[] };

/** The rule as it is stored, from how it is typed. */
export function ruleOf({ threshold, ...rest }: Prepare["rule"]): VoteRule {
  return { ...rest, ...threshold };
}

/**
 * Who is kept out of a nominee's dossier: the nominee, those who declared it, and those of the same unit unless it is
 * the council's own, whose members all are.
 */
export function conflictedWith<M extends Candid>(
  { login, agency, conflicts }: NomineeInput,
  members: readonly M[],
  ownAgency: string,
): M[] {
  return members.filter(
    (member) =>
      member.login === login ||
      conflicts.includes(member.login) ||
      (agency !== undefined && agency !== ownAgency && member.agencies.includes(agency)),
  );
}

/** Nominees in groups of the same people kept out: each group is a ballot that those people never see. */
export function groupsOf<M extends Candid>(
  nominees: readonly NomineeInput[],
  members: readonly M[],
  ownAgency: string,
): { nominees: NomineeInput[]; recused: M[] }[] {
  const groups = new Map<string, { nominees: NomineeInput[]; recused: M[] }>();
  for (const nominee of nominees) {
    const recused = conflictedWith(nominee, members, ownAgency);
    const key = recused
      .map(({ userId }) => userId)
      .sort()
      .join(" ");
    const group = groups.get(key) ?? { nominees: [], recused };
    group.nominees.push(nominee);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Refuses a step that the ballot's state does not allow. */
export function assertState(state: string, ...allowed: readonly BallotState[]): void {
  if (!allowed.some((each) => each === state)) throw new Failure("precondition", ballotRefusals.state);
}

const count = (list: readonly { choice: Choice }[], choice: Choice) =>
  list.filter((each) => each.choice === choice).length;
const voicesOf = (list: readonly { choice: Choice }[]): Voices => ({
  agree: count(list, "agree"),
  disagree: count(list, "disagree"),
  none: count(list, "none"),
});

/** The results of a counted ballot from its published voices. */
export function resultsOf(
  rule: VoteRule,
  members: number,
  slots: readonly number[],
  votes: readonly PublishedVote[],
  opinions: readonly WrittenOpinion[],
): NomineeResult[] {
  const of = (slot: number) => (each: { slot: number }) => each.slot === slot;
  const said = slots.map((slot) => ({
    slot,
    sheets: voicesOf(votes.filter(of(slot))),
    written: voicesOf(opinions.filter(of(slot))),
  }));
  return tally(rule, members, said);
}

/** A count names every nominee as often as there are receipts, and no mark twice. */
export function assertWhole(
  votes: readonly PublishedVote[],
  slots: readonly number[],
  receipts: number,
): void {
  const marks = new Set(votes.map(({ slot, mark }) => `${slot} ${mark}`));
  const isWhole =
    marks.size === votes.length &&
    votes.length === slots.length * receipts &&
    slots.every((each) => votes.filter(({ slot }) => slot === each).length === receipts);
  if (!isWhole) throw new Failure("invalid", ballotRefusals.notWhole(receipts, slots.length));
}

/** A short form of a receipt or a key that people can compare: "3F9A-01BC-77DE". */
export function shortCode(hex: string): string {
  return (hex.slice(0, 12).toUpperCase().match(/.{4}/g) ?? []).join("-");
}
