import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { inViewOf } from "@/lib/db/client";
import { findNames } from "@/lib/results/people/queries";
import { getProof } from "@/lib/scoreboard/proof/queries";
import { endOfDay } from "@/lib/scoreboard/schema";
import { getStatedProof } from "../queries";
import type { SheetQuery } from "./schema";
import type { ProofSheet } from "./types";

/** What the proof's page shows of one rate, its cells, and who signed them. Foreign and missing are refused alike. */
export async function getProofSheet(actor: Actor, query: SheetQuery): Promise<ProofSheet> {
  const { own, asOf, indicator, ...place } = query;
  const at = asOf === undefined ? undefined : endOfDay(asOf);
  const model = await getProof(actor, { ...place, own, asOf });
  const stated = await getStatedProof(actor, { ...place, own: own === "1", asOf: at, indicator });
  const steps = model.level === "nation" ? [] : stated.inputs;
  const ids = steps.flatMap(({ entered, approved }) => [entered.by, approved?.by ?? null]);
  const people = await inViewOf(actor, (tx) => findNames(tx, ids));
  return { model, stated: { ...stated, indicator }, people };
}
