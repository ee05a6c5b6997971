import { randomUUID } from "node:crypto";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { openVoices } from "@/lib/ballots/counting/rules";
import { electionSecret, makeElectionKey, passOn } from "@/lib/ballots/keys/rules";
import { ballotOperations as ballots } from "@/lib/ballots/operations";
import { getBallot, listVoices } from "@/lib/ballots/queries";
import { type KeyPair, newKeyPair, type SealedSheet, sealSheet } from "@/lib/ballots/sealing/rules";
import type { Choice } from "@/lib/ballots/types";
import type { SeatRole } from "@/lib/councils/types";
import type { TestDatabase } from "@/tests/setup/test-database";
import { audited } from "./loaded-reports";
import { createActor } from "./users";

export const PASSWORD = "thong-tin-bi-mat-2022";

/** A council of so many, chaired by the first, its papers kept by the second; only these two can sign in again. */
export type TestCouncil = { id: string; members: Actor[]; chair: Actor; secretary: Actor };

export async function createCouncil(
  db: TestDatabase,
  size: number,
  traits: { agency?: string; level?: string; roles?: readonly SeatRole[] } = {},
): Promise<TestCouncil> {
  const { agency = "tc", level = "AGENCY", roles = ["CHAIR", "SECRETARY"] } = traits;
  const members: Actor[] = [];
  for (let at = 0; at < size; at += 1) {
    const password = at < 2 ? { password: PASSWORD } : {};
    members.push(await createActor(db, { role: "CLERK", agency, ...password }));
  }
  const id = randomUUID();
  await audited(db.owner, async (client) => {
    await client.query(
      `INSERT INTO council (id, agency_code, level, name, decision, valid_from, valid_until)
       VALUES ($1, $2, $3, 'Hội đồng thử', '1/QĐ', '2010-01-01', NULL)`,
      [id, agency, level],
    );
    for (const [at, { userId }] of members.entries()) {
      await client.query(
        `INSERT INTO council_seat (id, council_id, user_id, role, valid_from) VALUES (gen_random_uuid(), $1, $2, $3, '2010-01-01')`,
        [id, userId, roles[at] ?? "MEMBER"],
      );
    }
  });
  const [chair, secretary] = members;
  if (!chair || !secretary) throw new Error("a council has two members at least");
  return { id, members, chair, secretary };
}

export const rule = {
  ...{ base: "all", threshold: "4/5", strict: false, quorum: "2/3" },
  ...{ written: true, countsRecused: true, seats: null },
} as const;

/** A draft about these nominees, with its three holders: the first three members. */
export async function prepareBallot(
  council: TestCouncil,
  nominees: readonly {
    subject: string;
    award: string;
    conflicts?: string[];
    login?: string;
    agency?: string;
  }[],
  changes: Record<string, unknown> = {},
): Promise<string> {
  const holders = council.members.slice(0, 3).map(({ login }) => login);
  const input = { council: council.id, title: "Bỏ phiếu thử", rule, nominees, holders, ...changes };
  const { ballots: made } = await perform(ballots.prepare, council.secretary, input);
  return made[0] ?? "";
}

export const people = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ subject: `Người ${at + 1}`, award: "CSTDCS" }));

export type Opened = { id: string; keys: KeyPair[]; publicKey: string; recordHash: string; slots: number[] };

/** Takes the three keys, splits the election's and opens, as the browsers do. */
export async function openBallot(
  council: TestCouncil,
  id: string,
  standIns: readonly { member: string; substitute: string }[] = [],
): Promise<Opened> {
  const keys = [newKeyPair(), newKeyPair(), newKeyPair()];
  for (const [at, { publicKey }] of keys.entries()) {
    const holder = council.members[at];
    if (holder) await perform(ballots.giveKey, holder, { ballot: id, publicKey });
  }
  const holderKeys = keys.map((each) => each.publicKey);
  const { publicKey, shares } = await makeElectionKey(holderKeys);
  const input = { ballot: id, publicKey, holderKeys, shares, standIns, password: PASSWORD };
  const { record: recordHash } = await perform(ballots.open, council.chair, input);
  const { slots } = await getBallot(council.chair, id);
  return { id, keys, publicKey, recordHash, slots: slots.map(({ slot }) => slot) };
}

/** A member's sheet: the same choice about everybody, or one each. */
export function sheetOf(
  { recordHash, publicKey, slots }: Opened,
  ...choices: readonly Choice[]
): SealedSheet {
  return sealSheet(
    { recordHash, publicKey },
    slots.map((slot, at) => ({ slot, choice: choices[at] ?? choices[0] ?? "none" })),
  );
}

/** Casts a sheet as its member does. */
export async function cast(
  opened: Opened,
  member: Actor,
  ...choices: readonly Choice[]
): Promise<SealedSheet> {
  const sealed = sheetOf(opened, ...choices);
  await perform(ballots.cast, member, { ballot: opened.id, sheet: [...sealed.sheet] });
  return sealed;
}

export const close = (council: TestCouncil, id: string) =>
  perform(ballots.close, council.chair, { ballot: id, password: PASSWORD });

/** The first holder passes a share to the second, who counts. */
export async function count(council: TestCouncil, opened: Opened): Promise<{ voices: number }> {
  const [giver, counter] = council.members;
  const [giverKey, counterKey] = opened.keys;
  if (!giver || !counter || !giverKey || !counterKey) throw new Error("two holders");
  const shareOf = async (actor: Actor) =>
    (await getBallot(actor, opened.id)).holders.find(({ isReader }) => isReader)?.share ?? "";
  const passed = passOn(await shareOf(giver), giverKey, counterKey.publicKey);
  await perform(ballots.passShare, giver, { ballot: opened.id, to: 2, share: passed });
  const view = await getBallot(counter, opened.id);
  const received = view.holders.find(({ passedShare }) => passedShare !== null)?.passedShare ?? "";
  const secret = await electionSecret([await shareOf(counter), received], counterKey, opened.publicKey);
  const voices = await listVoices(counter, opened.id);
  const votes = openVoices(voices, secret ?? "", opened.recordHash);
  return perform(ballots.count, counter, { ballot: opened.id, votes });
}
