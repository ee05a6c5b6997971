import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { readAnchorFile } from "@/lib/db/anchor-file";
import { inViewOf, type Tx } from "@/lib/db/client";
import { ballotRefusals } from "@/lib/i18n/ballots";
import { readCounted, readReceipts } from "../counting/queries";
import type { Bulletin } from "../types";
import { anchorsOf } from "./rules";

/** The published record of a counted ballot, for those on its roll, its key holders, its council and auditors. */
export async function getBulletin(actor: Actor, id: string): Promise<Bulletin> {
  const audits = can(actor, "audit.read", null, await getOrganisation());
  return inViewOf(actor, async (tx) => {
    const ballot = await tx.ballot.findUnique({ where: { id } });
    if (ballot?.state !== "COUNTED" || !(audits || (await isInvolved(tx, actor, ballot)))) throw noBulletin();
    const { record: _, ...lists } = await readCounted(tx, ballot);
    const chain = `ballot:${id}`;
    const lines = await tx.auditEntry.findMany({
      where: { chain },
      orderBy: { seq: "asc" },
      select: { text: true, hash: true },
    });
    return {
      format: "thads-ballot-1",
      record: ballot.record ?? "",
      receipts: await readReceipts(tx, id),
      ...lists,
      audit: lines,
      anchors: anchorsOf(readAnchorFile(), chain),
    };
  });
}

async function isInvolved(tx: Tx, actor: Actor, ballot: { id: string; councilId: string }): Promise<boolean> {
  const own = { ballotId: ballot.id, userId: actor.userId };
  if ((await tx.ballotSeat.count({ where: { ...own, standing: "VOTER" } })) > 0) return true;
  if ((await tx.ballotHolder.count({ where: own })) > 0) return true;
  const sits = { councilId: ballot.councilId, userId: actor.userId, role: { not: "SUBSTITUTE" } };
  return (await tx.councilSeat.count({ where: sits })) > 0;
}

function noBulletin(): Failure {
  return new Failure("not-found", ballotRefusals.notFound);
}
