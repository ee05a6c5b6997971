import type { Tx } from "@/lib/db/client";

/** One line of the audit: which chain (an agency, or a part of the system), what was done, to what, with what. */
export type AuditLine = {
  chain: string;
  action: string;
  subject: string;
  payload?: Readonly<Record<string, unknown>>;
};

/** Appends to the hash chain inside the caller's transaction; the database refuses facts written without it. */
export async function recordAudit(tx: Tx, actorId: string, line: AuditLine): Promise<void> {
  const payload = JSON.stringify(line.payload ?? {}, (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  await tx.$executeRaw`SELECT audit_append(${line.chain}, ${actorId}, ${line.action}, ${line.subject}, ${payload}::jsonb)`;
}

/** Appends many lines in one statement; in the order of their chains, so that two writers never wait in a circle. */
export async function recordAudits(tx: Tx, actorId: string, lines: readonly AuditLine[]): Promise<void> {
  const rows = lines.map(({ payload = {}, ...line }) => ({ ...line, payload }));
  const text = JSON.stringify(rows, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
  await tx.$executeRaw`SELECT audit_append(x.chain, ${actorId}, x.action, x.subject, x.payload)
    FROM (SELECT * FROM jsonb_to_recordset(${text}::jsonb) AS r (chain text, action text, subject text, payload jsonb)
      ORDER BY chain) x`;
}
