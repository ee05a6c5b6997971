import type { Tx } from "@/lib/db/client";
import type { RevisionLine, Signature, StoredRevision } from "../types";

/** Names of users by id; somebody without an account (the operator, an import) is named by the id. */
export async function findNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id): id is string => id !== null && isUuid(id));
  if (wanted.length === 0) return new Map();
  const users = await tx.user.findMany({ where: { id: { in: wanted } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** Revisions with the names of those who signed them. */
export async function listRevisionLines(
  tx: Tx,
  revisions: readonly StoredRevision[],
): Promise<RevisionLine[]> {
  const ids = revisions.flatMap((each) => [
    each.enteredBy,
    each.submittedBy,
    each.approvedBy,
    each.returnedBy,
  ]);
  const names = await findNames(tx, ids);
  const signature = (id: string | null, at: Date | null): Signature | null =>
    id === null || at === null ? null : { id, name: names.get(id) ?? id, at };
  return revisions.map((each) => ({
    revision: each.revision,
    kind: each.kind,
    status: each.status,
    version: each.version,
    reason: each.reason,
    source: each.source,
    entered: { id: each.enteredBy, name: names.get(each.enteredBy) ?? each.enteredBy, at: each.enteredAt },
    submitted: signature(each.submittedBy, each.submittedAt),
    approved: signature(each.approvedBy, each.approvedAt),
    returned: signature(each.returnedBy, each.returnedAt),
  }));
}

function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}
