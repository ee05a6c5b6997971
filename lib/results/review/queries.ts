import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dateOfDay } from "@/lib/db/day";
import type { Figures, Measure } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import { rateInputs } from "@/lib/form/derive";
import { issueKey } from "@/lib/form/issue";
import { formVersion } from "@/lib/form/version";
import { getEntry } from "../queries";
import { whereKey } from "../stored/rules";
import type { EntryView, ReportKey } from "../types";
import { countChanges, countsOfStated, figureChanges } from "../view";
import type { EffectLine, RankedRate, ReviewView } from "./types";

/** What the approver decides on: changes, explained warnings and the effect on rates and ranks. */
export async function getReview(actor: Actor, key: ReportKey): Promise<ReviewView> {
  const entry = await getEntry(actor, key);
  const { cases, money, before } = await inViewOf(actor, async (tx) => ({
    cases: await effectOf(tx, key, "cases", entry),
    money: await effectOf(tx, key, "money", entry),
    before: await effectiveCounts(tx, { ...key, month: key.month - 1 }),
  }));
  const { figures, counts, previousMonth, sameSubmitted, sameSubmittedCounts, issues, reasons } = entry;
  return {
    entry,
    sinceLastMonth: previousMonth && figureChanges(previousMonth, figures),
    sinceLastSubmission: sameSubmitted && figureChanges(sameSubmitted, figures),
    countsSinceLastMonth: previousMonth && countChanges(before, counts),
    countsSinceLastSubmission: sameSubmittedCounts && countChanges(sameSubmittedCounts, counts),
    warnings: issues
      .filter(({ severity }) => severity === "warning")
      .map((issue) => ({ key: issueKey(issue), issue, reason: reasons[issueKey(issue)] ?? null })),
    errors: issues.filter(({ severity }) => severity === "error"),
    effect: { cases, money },
  };
}

/** The counts that count for a month; none when there are none. */
async function effectiveCounts(tx: Tx, key: ReportKey): Promise<Counts> {
  const rows = await tx.reportCount.findMany({
    where: { ...whereKey(key), standing: "EFFECTIVE", value: { not: null } },
    select: { code: true, value: true },
  });
  return countsOfStated(Object.fromEntries(rows.map(({ code, value }) => [code, String(value)])));
}

type EffectRow = {
  level: EffectLine["level"];
  done_before: string | null;
  eligible_before: string | null;
  done_after: string | null;
  eligible_after: string | null;
  rank_before: number | null;
  of_before: number;
  rank_after: number | null;
  of_after: number;
};

const levels: readonly EffectLine["level"][] = ["unit", "province", "nation"];

async function effectOf(tx: Tx, key: ReportKey, measure: Measure, entry: EntryView): Promise<EffectLine[]> {
  const half: Figures = entry.figures.total?.[measure] ?? {};
  const inputs = rateInputs(half, formVersion(entry.formVersion), measure);
  const [done, eligible] = inputs ? [inputs.completed, inputs.eligible] : [null, null];
  const rows = await tx.$queryRaw<EffectRow[]>`
    SELECT * FROM report_effect(${key.agency}, ${key.year}::int, ${key.month}::int, ${dateOfDay(lastDay(key))}::date,
      ${measure}, ${done}::bigint, ${eligible}::bigint)`;
  return levels.flatMap((level) => {
    const row = rows.find((each) => each.level === level);
    if (!row) return [];
    const before = rated(row.done_before, row.eligible_before, row.rank_before, row.of_before);
    return [
      { level, before, after: rated(row.done_after, row.eligible_after, row.rank_after, row.of_after) },
    ];
  });
}

function rated(done: string | null, eligible: string | null, rank: number | null, of: number): RankedRate {
  const isKnown = done !== null && eligible !== null;
  return { ratio: isKnown ? { numerator: BigInt(done), denominator: BigInt(eligible) } : null, rank, of };
}
