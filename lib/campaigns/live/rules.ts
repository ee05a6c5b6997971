import type { Ratio } from "@/lib/core/ratio";
import { compareVietnamese } from "@/lib/core/slug";
import { excess, isMet, remaining, type Target } from "@/lib/metrics/target";
import { type Verdict, verdict } from "@/lib/metrics/verdict";
import { placeName } from "@/lib/scoreboard/rules";
import { caseloadBand } from "@/lib/targets/bands/rules";
import type { Line } from "../types";
import type { AgencyStanding, LineStanding } from "./types";

/** What the target of a line depends on for one agency. */
export type Circumstances = {
  /** Takes part itself, or is the whole that is asked. */
  isAsked: boolean;
  caseload: bigint | null;
  baseline: Ratio | null;
  /** Its own assigned target: what counts for a part when only the whole was given a number. */
  assigned: Target | null;
};

/** The target of an indicator line for one agency; null where the plan asks nothing of it. */
export function targetOf(
  line: Line,
  { isAsked, caseload, baseline, assigned }: Circumstances,
): Target | null {
  if (!isAsked) return line.scope === "TOTAL" ? assigned : null;
  if (line.bands) {
    const band = caseload === null ? null : caseloadBand({ bands: line.bands }, caseload);
    return band?.basisPoints == null ? null : { comparison: rated(line), basisPoints: band.basisPoints };
  }
  if (line.comparison === "higherThanBaseline") {
    return { comparison: "higherThanBaseline", baseline: baseline ?? { numerator: 0n, denominator: 0n } };
  }
  return line.basisPoints === null
    ? null
    : { comparison: rated(line), basisPoints: BigInt(line.basisPoints) };
}

function rated({ comparison }: Line): "above" | "atLeast" | "equal" {
  return comparison === "above" || comparison === "equal" ? comparison : "atLeast";
}

/** A ratio against its target in a month of a window that ends with `last`. */
export function rateStanding(
  ratio: Ratio | null,
  target: Target | null,
  { month, last }: { month: number; last: number },
): LineStanding {
  const isJudged = ratio !== null && target !== null;
  return {
    ...{ ratio, count: null, target, asked: null },
    verdict: isJudged ? verdict(ratio, target, month, last) : "NOT_APPLICABLE",
    over: isJudged ? excess(ratio, target) : null,
    remaining: isJudged && isMet(ratio, target) !== null ? remaining(ratio, target) : null,
  };
}

/** A count against the number asked for: the same verdicts, by whole things. */
export function countStanding(
  count: bigint | null,
  { countValue, comparison }: Line,
  { month, last }: { month: number; last: number },
): LineStanding {
  const bare = { ratio: null, count, target: null, asked: countValue, over: null };
  if (count === null || countValue === null) return { ...bare, verdict: "NOT_APPLICABLE", remaining: null };
  const wanted = comparison === "above" ? countValue + 1n : countValue;
  const left = wanted > count ? wanted - count : 0n;
  const isDone = comparison === "equal" ? count === countValue : left === 0n;
  const due = count * BigInt(last) >= wanted * BigInt(month);
  const open: Verdict = month >= last ? "NOT_MET" : due ? "ON_SCHEDULE" : "BEHIND";
  return { ...bare, verdict: isDone ? "MET" : open, remaining: left };
}

type Unranked = Omit<AgencyStanding, "met" | "judged" | "rank">;

/**
 * Ranks by targets met, then by how far the first compared line is over its own target, exactly; ties share a rank.
 * Who cannot be judged stands last, without a rank.
 */
export function rankedStandings(rows: readonly Unranked[], positions: readonly number[]): AgencyStanding[] {
  const counted = rows.map((row) => {
    const judged = positions.filter(
      (at) => (row.lines[at]?.verdict ?? "NOT_APPLICABLE") !== "NOT_APPLICABLE",
    );
    const met = judged.filter((at) => row.lines[at]?.verdict === "MET").length;
    return { ...row, met, judged: judged.length };
  });
  const [first = 0] = positions;
  const order = (a: (typeof counted)[number], b: (typeof counted)[number]) =>
    b.met - a.met || compareOver(b.lines[first], a.lines[first]);
  const able = counted.filter(({ judged }) => judged > 0).sort((a, b) => order(a, b) || byName(a, b));
  let rank = 0;
  const ranked = able.map((row, at): AgencyStanding => {
    const before = able[at - 1];
    if (!before || order(before, row) !== 0) rank = at + 1;
    return { ...row, rank };
  });
  const rest = counted.filter(({ judged }) => judged === 0).sort(byName);
  return [...ranked, ...rest.map((row): AgencyStanding => ({ ...row, rank: null }))];
}

/** Nothing to compare is below everything. */
function compareOver(a: LineStanding | undefined, b: LineStanding | undefined): number {
  const [left, right] = [a?.over ?? null, b?.over ?? null];
  if (left === null || right === null) return Number(left !== null) - Number(right !== null);
  const difference = left.n * right.d - right.n * left.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

function byName(a: { name: string; own: boolean }, b: { name: string; own: boolean }): number {
  return Number(b.own) - Number(a.own) || compareVietnamese(placeName(a.name), placeName(b.name));
}
