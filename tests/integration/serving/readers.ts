import { expect } from "vitest";
import { openSession } from "@/lib/auth/session-store";
import { createUser } from "@/tests/factories/users";
import type { TestDatabase } from "@/tests/setup/test-database";
import { type Reply, raise, type Sabotage, type Stage } from "./stage";

export type Options = Parameters<Stage["get"]>[1];

/** Runs a statement in a transaction with a line of audit, as every write of the product; `line` is that line. */
export const audited = (db: TestDatabase, work = "SELECT done FROM line", values: unknown[] = []) =>
  db.owner.query(
    `WITH line AS (SELECT audit_append('users', 'test', 'test.write', 'test', '{}') AS done) ${work}`,
    values,
  );

/** A leader with a session. */
export async function reader(db: TestDatabase, traits: { mustChangePassword?: boolean } = {}) {
  const user = await createUser(db, { role: "LEADER", agency: "tc", ...traits });
  return { ...user, token: await openSession(user.userId, "test") };
}

/** Works on a stage of its own, which is taken down whatever happens. */
export async function on(
  db: TestDatabase,
  sabotage: Sabotage,
  work: (stage: Stage) => Promise<void>,
): Promise<void> {
  const stage = await raise(db, sabotage);
  try {
    await work(stage);
  } finally {
    await stage.strike();
  }
}

/** The nonce of an answer's policy. */
export const nonceOf = ({ headers }: Reply) =>
  /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "none";

/** What the page says of who asked and how. */
export const factsIn = ({ body }: Reply) => /<p>([^<]*)<\/p>/.exec(body)?.[1];

/** Asks twice, so that the second answer is a kept one. */
export async function keptFor(stage: Stage, token: string, options?: Options): Promise<[Reply, Reply]> {
  const both: [Reply, Reply] = [await stage.get(token, options), await stage.get(token, options)];
  expect(both.map(({ isKept }) => isKept)).toEqual([false, true]);
  return both;
}
