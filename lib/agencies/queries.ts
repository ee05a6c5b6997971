import "server-only";
import type { Day } from "@/lib/core/day";
import { rawClient } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { sharedRead } from "@/lib/db/shared-read";
import type { AgencyEventLine, AgencyKind, AgencyVersion, EventKind, Organisation } from "./types";

let cached: Organisation | null = null;

/** The organisation and its history. Public inside the system, so it takes no actor; cached until an event is recorded. */
export const getOrganisation = sharedRead(async (): Promise<Organisation> => {
  const [head] = await rawClient().$queryRaw<{ seq: bigint }[]>`
    SELECT seq FROM audit_head WHERE chain = 'organisation'`;
  const revision = head?.seq ?? 0n;
  if (cached?.revision !== revision) cached = await readOrganisation(revision);
  return cached;
});

async function readOrganisation(revision: bigint): Promise<Organisation> {
  const [agencies, successions] = await Promise.all([
    rawClient().agency.findMany({
      include: { versions: { orderBy: { validFrom: "asc" } } },
      orderBy: { code: "asc" },
    }),
    rawClient().agencySuccession.findMany({ orderBy: { predecessorCode: "asc" } }),
  ]);
  return {
    revision,
    kinds: new Map(agencies.map(({ code, kind }) => [code, kind as AgencyKind])),
    versions: new Map(
      agencies.map(({ code, versions }) => [code, versions.map((row) => versionOf(code, row))]),
    ),
    predecessors: grouped(successions.map((row) => [row.successorCode, row.predecessorCode])),
    successors: grouped(successions.map((row) => [row.predecessorCode, row.successorCode])),
    shares: sharesOf(successions),
  };
}

type VersionRow = { name: string; parentCode: string | null; validFrom: Date; validUntil: Date | null };

function versionOf(agency: string, row: VersionRow): AgencyVersion {
  const validUntil: Day | null = row.validUntil && dayOfDate(row.validUntil);
  return { agency, name: row.name, parent: row.parentCode, validFrom: dayOfDate(row.validFrom), validUntil };
}

type SuccessionRow = { predecessorCode: string; successorCode: string; share: bigint | null };

function sharesOf(successions: readonly SuccessionRow[]): Organisation["shares"] {
  const shares = new Map<string, Map<string, bigint>>();
  for (const { predecessorCode, successorCode, share } of successions) {
    if (share === null) continue;
    const parts = shares.get(predecessorCode) ?? new Map<string, bigint>();
    shares.set(predecessorCode, parts.set(successorCode, share));
  }
  return shares;
}

function grouped(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}

/** The recorded events that touched this agency, oldest first. Public inside the system. */
export async function listAgencyEvents(agency: string): Promise<AgencyEventLine[]> {
  const lines = await rawClient().auditEntry.findMany({
    where: {
      chain: "organisation",
      action: "agency.event",
      payload: { path: ["agencies"], array_contains: [agency] },
    },
    select: { subject: true },
  });
  const ids = lines.map(({ subject }) => subject.replace("event:", ""));
  const isPartOf = { some: { OR: [{ predecessorCode: agency }, { successorCode: agency }] } };
  const rows = await rawClient().agencyEvent.findMany({
    where: { OR: [{ id: { in: ids } }, { successions: isPartOf }] },
    include: { successions: { orderBy: { predecessorCode: "asc" } } },
    orderBy: [{ effectiveOn: "asc" }, { recordedAt: "asc" }],
  });
  return rows.map(({ successions, ...row }) => ({
    id: row.id,
    kind: row.kind as EventKind,
    decisionNumber: row.decisionNumber,
    decisionDate: dayOfDate(row.decisionDate),
    effectiveOn: dayOfDate(row.effectiveOn),
    note: row.note,
    predecessors: successions
      .filter((each) => each.successorCode === agency)
      .map((each) => each.predecessorCode),
    successors: successions
      .filter((each) => each.predecessorCode === agency)
      .map((each) => each.successorCode),
  }));
}
