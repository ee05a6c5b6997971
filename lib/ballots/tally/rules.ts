import type { NomineeResult, RollEntry, Verdict, Voices, VoteRule } from "../types";

/** What was said about one nominee. */
export type Said = { slot: number; sheets: Voices; written: Voices };

const all = ({ agree, disagree, none }: Voices) => agree + disagree + none;
const spoken = ({ agree, disagree }: Voices) => agree + disagree;

/**
 * The fewest agreements that pass: at least the share, or more than it. Examples: 80 % of 11 asks for 9; more than half
 * of 10 asks for 6.
 */
export function needed({ numerator, denominator, strict }: VoteRule, base: number): number {
  const whole = Math.floor((base * numerator) / denominator);
  if (strict) return whole + 1;
  return whole * denominator === base * numerator ? whole : whole + 1;
}

/** How many of the roll the rule counts: all of them, or all but those kept out by a conflict of interest. */
export function rollOf(rule: VoteRule, roll: readonly Pick<RollEntry, "standing">[]): number {
  return rule.countsRecused ? roll.length : roll.filter(({ standing }) => standing === "VOTER").length;
}

/** What the threshold is a share of; written opinions of absent members are on the roll already. */
export function baseOf(rule: VoteRule, members: number, { sheets, written }: Said): number {
  if (rule.base === "all") return members;
  const size = rule.base === "present" ? all : spoken;
  return size(sheets) + (rule.written ? size(written) : 0);
}

/** Whether enough of the roll cast a sheet; a written opinion is not an attendance. */
export function hasQuorum({ quorum }: VoteRule, members: number, sheets: number): boolean {
  return members > 0 && sheets * quorum.denominator >= members * quorum.numerator;
}

/** The results of all nominees; seats go to those with the most agreements, and a tie for the last seats stays open. */
export function tally(rule: VoteRule, members: number, said: readonly Said[]): NomineeResult[] {
  const results = said.map((each) => resultOf(rule, members, each));
  const passed = results.filter(({ verdict }) => verdict === "PASSED");
  if (rule.seats === null || passed.length <= rule.seats) return results;
  const order = passed.map(({ agreed }) => agreed).sort((a, b) => b - a);
  const last = order[rule.seats - 1] ?? 0;
  const isTie = order[rule.seats] === last;
  return results.map((result) => {
    if (result.verdict !== "PASSED" || result.agreed > last) return result;
    if (result.agreed < last) return { ...result, verdict: "FAILED" };
    return isTie ? { ...result, verdict: "TIED" } : result;
  });
}

function resultOf(rule: VoteRule, members: number, said: Said): NomineeResult {
  const base = baseOf(rule, members, said);
  const asked = needed(rule, base);
  const agreed = said.sheets.agree + (rule.written ? said.written.agree : 0);
  const verdict: Verdict = base > 0 && agreed >= asked ? "PASSED" : "FAILED";
  const isQuorate = hasQuorum(rule, members, all(said.sheets));
  return { ...said, base, needed: asked, agreed, verdict: isQuorate ? verdict : "NO_QUORUM" };
}

/** The nominees a second round is about: those tied for the last seats, or all when too few cast a sheet. */
export function secondRound(results: readonly NomineeResult[]): number[] {
  return results
    .filter(({ verdict }) => verdict === "TIED" || verdict === "NO_QUORUM")
    .map(({ slot }) => slot);
}
