import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { breachesOf, ownAnchorKey, readAnchorFile } from "@/lib/db/anchor-file";
import { type AnchorFile, firstDifference, hashOfLine, readAnchorLines } from "@/lib/db/anchor-line";
import { assertMayAudit } from "../rules";
import type { AnchorCheck, AnchorProblem, AnchorSummary, AnchorsView } from "./types";

/** The anchors of the audit outside the database; on request held against every chain, and against another copy. */
export async function getAnchors(actor: Actor, check: AnchorCheck | null = null): Promise<AnchorsView> {
  assertMayAudit(actor, await getOrganisation());
  const key = ownAnchorKey();
  const own = readAnchorLines(readAnchorFile(), key);
  return {
    count: own.lines.length,
    last: lastOf(own),
    key,
    verified: check && (await verified(own, check, key)),
  };
}

/** The anchor file as it stands, for the auditor to keep elsewhere. */
export async function getAnchorText(actor: Actor): Promise<string> {
  assertMayAudit(actor, await getOrganisation());
  return readAnchorFile();
}

/** The auditor's copy counts as far as it goes: what stands here could have been replaced. */
async function verified(
  own: AnchorFile,
  check: AnchorCheck,
  ownKey: string | null,
): Promise<NonNullable<AnchorsView["verified"]>> {
  const copy = check.copy === undefined ? own : readAnchorLines(check.copy, check.key ?? ownKey);
  const isNewer = ({ n }: { n: number }) => n > copy.lines.length;
  const faults = [...copy.faults, ...own.faults.filter(isNewer)];
  const breaches = await breachesOf([...copy.anchors, ...own.anchors.filter(isNewer)]);
  const differs = differenceOf(own, copy);
  return {
    anchors: Math.max(own.lines.length, copy.lines.length),
    problems: [
      ...faults.map(({ n, fault }): AnchorProblem => ({ n, problem: fault, chain: null, seq: null })),
      ...(differs === null ? [] : [{ n: differs, problem: "copy" as const, chain: null, seq: null }]),
      ...breaches.map(({ n, breach, chain, seq }): AnchorProblem => ({ n, problem: breach, chain, seq })),
    ],
  };
}

/** Two copies may not differ, and this machine's own may not be the shorter one; another machine may have none. */
function differenceOf(own: AnchorFile, copy: AnchorFile): number | null {
  const missing = own.lines.length < copy.lines.length ? own.lines.length + 1 : null;
  return own.lines.length === 0 ? null : (firstDifference(own.lines, copy.lines) ?? missing);
}

function lastOf({ anchors, lines }: AnchorFile): AnchorSummary | null {
  const [last, line] = [anchors.at(-1), lines.at(-1)];
  if (!last || line === undefined) return null;
  const { n, at, reason, chains, lines: count } = last;
  return { n, at: new Date(at), reason, hash: hashOfLine(line), chains, lines: count };
}
