import { type Day, day } from "@/lib/core/day";
import type { Period } from "@/lib/core/period";
import type { Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import type {
  Anniversary,
  Band,
  Campaign,
  CampaignHead,
  LegalBasis,
  Line,
  ListedCampaign,
  Phase,
} from "../types";

/** Every campaign that the transaction sees, newest first, with its phases. */
export async function readCampaigns(tx: Tx): Promise<ListedCampaign[]> {
  const rows = await tx.campaign.findMany({
    include: { phases: { orderBy: { position: "asc" } }, _count: { select: { lines: true } } },
    orderBy: [{ startsOn: "desc" }, { code: "asc" }],
  });
  return rows.map((row) => ({
    ...headOf(row),
    phases: row.phases.map(phaseOf),
    lineCount: row._count.lines,
  }));
}

/** A whole campaign; null when the transaction sees none under this code. */
export async function findStored(tx: Tx, code: string): Promise<Campaign | null> {
  const row = await tx.campaign.findUnique({
    where: { code },
    include: { phases: { orderBy: { position: "asc" } }, lines: { orderBy: { position: "asc" } } },
  });
  return row && { ...headOf(row), phases: row.phases.map(phaseOf), lines: row.lines.map(lineOf) };
}

type HeadRow = NonNullable<Awaited<ReturnType<Tx["campaign"]["findUnique"]>>>;
type PhaseRow = NonNullable<Awaited<ReturnType<Tx["campaignPhase"]["findUnique"]>>>;
type LineRow = NonNullable<Awaited<ReturnType<Tx["campaignLine"]["findUnique"]>>>;

function headOf(row: HeadRow): CampaignHead {
  const { code, name, slogan, launchedBy, version, illustrative, source, issuedAt } = row;
  return {
    ...{ code, name, slogan, launchedBy, version, illustrative, source, issuedAt },
    agency: row.agencyCode,
    parent: row.parentCode,
    respondsTo: row.respondsTo,
    kind: row.kind as CampaignHead["kind"],
    level: row.level as CampaignHead["level"],
    startsOn: dayOfDate(row.startsOn),
    endsOn: dayOfDate(row.endsOn),
    scoring: periodOf(row),
    scopeKinds: row.scopeKinds as CampaignHead["scopeKinds"][number][],
    scopeAgencies: row.scopeAgencies,
    basis: row.basis as unknown as LegalBasis[],
    state: row.state as CampaignHead["state"],
  };
}

function phaseOf(row: PhaseRow): Phase {
  return {
    position: row.position,
    kind: row.kind as Phase["kind"],
    name: row.name,
    startsOn: dayOfDate(row.startsOn),
    endsOn: dayOfDate(row.endsOn),
    scoring: periodOf(row),
    review: row.review as Phase["review"],
    reviewOn: row.reviewOn && dayOfDate(row.reviewOn),
    reviewWith: row.reviewWith,
    anniversaries: (row.anniversaries as { name: string; on: string; years: number }[]).map(
      ({ name, on, years }): Anniversary => ({ name, on: day(on), years }),
    ),
  };
}

type StoredBand = { over: string; upTo: string | null; basisPoints: string | null };

function lineOf(row: LineRow): Line {
  const { position, phase, wording, basisPoints, countValue, baselineYear, quantity, source } = row;
  const dueOn: Day | null = row.dueOn && dayOfDate(row.dueOn);
  return {
    ...{ position, phase, wording, basisPoints, countValue, baselineYear, quantity, dueOn, source },
    kind: row.kind as Line["kind"],
    scope: row.scope as Line["scope"],
    indicator: row.indicator as Line["indicator"],
    comparison: row.comparison as Line["comparison"],
    activity: row.activity as Line["activity"],
    bands: row.bands === null ? null : (row.bands as StoredBand[]).map(bandOf),
  };
}

function bandOf({ over, upTo, basisPoints }: StoredBand): Band {
  return {
    over: BigInt(over),
    upTo: upTo === null ? null : BigInt(upTo),
    basisPoints: basisPoints === null ? null : BigInt(basisPoints),
  };
}

function periodOf({
  scoringYear,
  scoringMonth,
}: {
  scoringYear: number | null;
  scoringMonth: number | null;
}) {
  const period: Period | null =
    scoringYear === null || scoringMonth === null ? null : { year: scoringYear, month: scoringMonth };
  return period;
}
