import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { inViewOf, type Tx } from "@/lib/db/client";
import { assertMayAudit } from "./rules";
import type { AuditFilter } from "./schema";
import type { AuditLineView, AuditPage, AuditProblem } from "./types";

const pageSize = 50;

/**
 * A page of the audit, newest first, and on request the recomputation of every chain. Auditors read all of it;
 * administrators read who did what and when, without the figures of reports and summaries.
 */
export async function getAuditPage(actor: Actor, filter: AuditFilter): Promise<AuditPage> {
  const organisation = await getOrganisation();
  const { seesFigures } = assertMayAudit(actor, organisation);
  return inViewOf(actor, async (tx) => {
    const lines = await listLines(tx, filter, filter.page);
    const total = lines[0]?.total ?? 0;
    const heads = await tx.auditHead.findMany({ select: { chain: true }, orderBy: { chain: "asc" } });
    return {
      lines: lines.map(({ total: _total, ...line }) =>
        seesFigures || !holdsFigures(line.action) ? line : { ...line, payload: null },
      ),
      total,
      page: filter.page,
      pages: Math.max(1, Math.ceil(total / pageSize)),
      chains: heads.map(({ chain }) => chain),
      verified: filter.verify ? await verifyChains(tx, heads.length) : null,
    };
  });
}

/** Actions whose payload may quote figures. */
function holdsFigures(action: string): boolean {
  return /^(?:report|summary|import)\./.test(action);
}

type CountedLine = AuditLineView & { total: number };

/** The lines of one page, each with the number of all that match. */
function listLines(
  tx: Tx,
  { chain, subject, actor, from, to }: AuditFilter,
  page: number,
): Promise<CountedLine[]> {
  const [only, about, by] = [chain ?? null, subject ?? null, actor ?? null];
  const [since, until] = [from ?? null, to ?? null];
  return tx.$queryRaw<CountedLine[]>`
    SELECT e.chain, e.seq::text AS seq, e.at, coalesce(u.login, e.actor_id) AS actor, e.action, e.subject, e.payload,
      e.hash, (count(*) OVER ())::int AS total
    FROM audit_entry e LEFT JOIN user_account u ON u.id::text = e.actor_id
    WHERE (${only}::text IS NULL OR e.chain = ${only})
      AND (${about}::text IS NULL OR position(lower(${about}) IN lower(e.subject)) > 0)
      AND (${by}::text IS NULL OR position(lower(${by}) IN lower(concat_ws(' ', e.actor_id, u.login, u.name))) > 0)
      AND (${since}::date IS NULL OR e.at >= ${since}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
      AND (${until}::date IS NULL OR e.at < (${until}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')
    ORDER BY e.at DESC, e.chain, e.seq DESC LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`;
}

async function verifyChains(tx: Tx, chains: number): Promise<NonNullable<AuditPage["verified"]>> {
  const problems = await tx.$queryRaw<AuditProblem[]>`
    SELECT chain, seq::text AS seq, problem FROM audit_verify() ORDER BY chain, seq LIMIT 500`;
  return { lines: await tx.auditEntry.count(), chains, problems };
}
