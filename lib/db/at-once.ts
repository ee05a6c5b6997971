import "server-only";
import { rawClient, scopeOf, type Viewer } from "./client";
import type { Prisma } from "./generated/client";

/** A write that the database does whole: a function of the actor and one JSON document that answers JSON. */
export type Procedure = { name: string; given: Prisma.InputJsonObject };
/** The same request under the same key answers as before. */
export type Repeatable = { key: string; requestHash: string };

/** Runs a procedure in one statement, which is its transaction, seeing only what `viewer` may see. */
export async function writeAtOnce(
  viewer: Viewer,
  { name, given }: Procedure,
  repeatable: Repeatable | null,
): Promise<unknown> {
  const [row] = await rawClient().$queryRaw<{ answer: unknown }[]>`
    SELECT perform_at_once(${viewer.userId}, ${scopeOf(viewer)}, ${repeatable?.key ?? null}, ${repeatable?.requestHash ?? null},
      ${name}, ${JSON.stringify(given)}::jsonb) AS answer`;
  return row?.answer ?? null;
}
