import { randomUUID } from "node:crypto";
import type pg from "pg";
import { openVoices } from "@/lib/ballots/counting/rules";
import { electionSecret, makeElectionKey, passOn } from "@/lib/ballots/keys/rules";
import { hashOfText, opinionsHash, receiptsHash, recordText, votesHash } from "@/lib/ballots/record/rules";
import { newKeyPair, sealSheet } from "@/lib/ballots/sealing/rules";
import type { BallotRecord, Choice, SealedVoice, VoteRule } from "@/lib/ballots/types";

type Member = { userId: string; name: string; role: string };

const seats = [
  ["lanhdao", "CHAIR"],
  ["tongcuc", "SECRETARY"],
  ["hungyen.lanhdao", "DEPUTY"],
  ["hungyen.duyet", "MEMBER"],
  ["vanlam.duyet", "MEMBER"],
  ["yenmy.duyet", "MEMBER"],
  ["hungyen.nhap", "MEMBER"],
] as const;

const council = {
  id: "3f0d9f3e-6a51-4f0b-9a6e-0d5c7f0a2022",
  name: "Hội đồng Thi đua, khen thưởng (minh họa)",
};
const award = "Chiến sĩ thi đua ngành Tư pháp";
const rule: VoteRule = {
  ...{ base: "all", numerator: 9, denominator: 10, strict: false },
  ...{ quorum: { numerator: 2, denominator: 3 }, written: true, countsRecused: true, seats: null },
};

/** What the seven members say about each nominee of the counted ballot. */
const said: readonly (readonly Choice[])[] = [
  ["agree", "agree", "agree", "agree", "agree", "agree", "agree"],
  ["agree", "agree", "disagree", "agree", "agree", "none", "agree"],
  ["agree", "disagree", "disagree", "agree", "none", "agree", "disagree"],
];

/** A council of the demonstration's people, a ballot that was counted, and one that waits for its key holders. */
export async function loadBallots(client: pg.Client): Promise<void> {
  const members = await seatMembers(client);
  const [chair, secretary] = members;
  if (!chair || !secretary) return;
  const nominees = ["Nguyễn Văn Thành", "Trần Thị Kim Oanh", "Lê Quang Huy"].map(
    (name) => `${name} (minh họa)`,
  );
  await conduct(client, members, await draft(client, members, "Xét danh hiệu năm 2022, đợt 1", nominees));
  const waiting = ["Phạm Thu Trang", "Hoàng Đức Long"].map((name) => `${name} (minh họa)`);
  await draft(client, members, "Xét danh hiệu năm 2022, đợt 2", waiting);
}

async function seatMembers(client: pg.Client): Promise<Member[]> {
  await client.query(
    `INSERT INTO council (id, agency_code, level, name, decision, valid_from, illustrative)
     VALUES ($1, 'tc', 'DEPARTMENT', $2, '01/QĐ-MH', '2022-01-01', true)`,
    [council.id, council.name],
  );
  const { rows } = await client.query<Member>(
    `WITH chosen AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (login text, role text, place int)),
       added AS (INSERT INTO council_seat (id, council_id, user_id, role, valid_from)
         SELECT gen_random_uuid(), $1, u.id, c.role, '2022-01-01' FROM chosen c JOIN user_account u USING (login))
     SELECT u.id AS "userId", u.name, c.role FROM chosen c JOIN user_account u USING (login) ORDER BY c.place`,
    [council.id, JSON.stringify(seats.map(([login, role], place) => ({ login, role, place })))],
  );
  return rows;
}

type Draft = { id: string; title: string; nominees: readonly string[] };

async function draft(
  client: pg.Client,
  members: readonly Member[],
  title: string,
  nominees: readonly string[],
): Promise<Draft> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO ballot (id, council_id, title, rule, prepared_by, prepared_at, illustrative)
     VALUES ($1, $2, $3, $4, $5, '2022-11-01T02:00Z', true)`,
    [id, council.id, title, JSON.stringify(rule), members[1]?.userId],
  );
  await client.query(
    `INSERT INTO ballot_nominee (ballot_id, slot, subject, award)
     SELECT $1, place, name, $3 FROM unnest($2::text[]) WITH ORDINALITY AS n (name, place)`,
    [id, nominees, award],
  );
  await client.query(
    `INSERT INTO ballot_holder (ballot_id, position, user_id)
     SELECT $1, place, person FROM unnest($2::uuid[]) WITH ORDINALITY AS h (person, place)`,
    [id, members.slice(0, 3).map(({ userId }) => userId)],
  );
  await note(client, id, members[1], "prepare", {
    council: council.id,
    title,
    round: 1,
    nominees: nominees.length,
  });
  return { id, title, nominees };
}

/** Keys, opening, seven sheets, close and count: the same steps and functions as in the browsers. */
async function conduct(
  client: pg.Client,
  members: readonly Member[],
  { id, title, nominees }: Draft,
): Promise<void> {
  const holders = members.slice(0, 3);
  const keys = holders.map(() => newKeyPair());
  const { publicKey, shares } = await makeElectionKey(keys.map((each) => each.publicKey));
  for (const [at, holder] of holders.entries()) {
    await client.query(
      "UPDATE ballot_holder SET public_key = $3, share = $4 WHERE ballot_id = $1 AND position = $2",
      [...[id, at + 1, keys[at]?.publicKey, shares[at]]],
    );
    await note(client, id, holder, "key", { position: at + 1, key: keys[at]?.publicKey });
  }
  await client.query(
    "INSERT INTO ballot_seat (ballot_id, user_id, standing) SELECT $1, unnest($2::uuid[]), 'VOTER'",
    [id, members.map(({ userId }) => userId)],
  );
  const record: BallotRecord = {
    ...{ ballot: id, council, title, round: 1, previous: null, rule },
    nominees: nominees.map((subject, at) => ({ slot: at + 1, subject, award })),
    roll: members.map(({ userId, name, role }) => ({ member: userId, name, role, standing: "VOTER" })),
    holders: holders.map(({ userId, name }, at) => ({
      member: userId,
      name,
      key: keys[at]?.publicKey ?? "",
    })),
    ...{ publicKey, openedAt: "2022-11-02T02:00:00.000Z" },
  };
  const text = recordText(record);
  const recordHash = hashOfText(text);
  await client.query(
    `UPDATE ballot SET state = 'OPEN', version = 2, record = $2, record_hash = $3, public_key = $4,
       opened_at = '2022-11-02T02:00Z' WHERE id = $1`,
    [id, text, recordHash, publicKey],
  );
  await note(client, id, members[0], "open", { record: recordHash, voters: members.length });
  for (const [at, member] of members.entries()) {
    const choices = said.map((each, slot) => ({ slot: slot + 1, choice: each[at] ?? "none" }));
    const { sheet, receipt } = sealSheet({ recordHash, publicKey }, choices);
    await client.query("SELECT set_config('app.actor', $1, true)", [member.userId]);
    await client.query("SELECT ballot_cast($1, $2, $3)", [id, sheet, receipt]);
    await note(client, id, member, "cast", {});
  }
  await client.query(
    "UPDATE ballot SET state = 'CLOSED', version = 3, closed_at = '2022-11-02T03:00Z' WHERE id = $1",
    [id],
  );
  const { rows } = await client.query<{ receipt: string }>(
    "SELECT receipt FROM ballot_receipt WHERE ballot_id = $1",
    [id],
  );
  const receipts = receiptsHash(rows.map(({ receipt }) => receipt));
  await note(client, id, members[0], "close", {
    receipts,
    opinions: opinionsHash([]),
    sheets: members.length,
  });
  const [giver, counter] = keys;
  if (!giver || !counter) return;
  const passed = passOn(shares[0] ?? "", giver, counter.publicKey) ?? "";
  await note(client, id, members[0], "pass", { from: 1, to: 2 });
  const secret = await electionSecret([shares[1] ?? "", passed], counter, publicKey);
  await count(client, id, members[1], secret ?? "", recordHash);
}

async function count(
  client: pg.Client,
  id: string,
  counter: Member | undefined,
  secret: string,
  recordHash: string,
): Promise<void> {
  await client.query("SELECT set_config('app.actor', $1, true)", [counter?.userId ?? ""]);
  const { rows } = await client.query<SealedVoice>("SELECT slot, voice FROM ballot_voices($1)", [id]);
  const votes = openVoices(rows, secret, recordHash);
  await client.query(
    `INSERT INTO ballot_vote (ballot_id, slot, mark, choice)
     SELECT $1, slot, mark, choice FROM jsonb_to_recordset($2::jsonb) AS v (slot int, mark text, choice text)`,
    [id, JSON.stringify(votes)],
  );
  await client.query(
    "UPDATE ballot SET state = 'COUNTED', version = 4, ended_at = '2022-11-02T03:30Z' WHERE id = $1",
    [id],
  );
  await note(client, id, counter, "count", { votes: votesHash(votes), deleted: seats.length });
}

async function note(
  client: pg.Client,
  ballot: string,
  actor: Member | undefined,
  action: string,
  payload: Record<string, unknown>,
): Promise<void> {
  const chain = `ballot:${ballot}`;
  await client.query("SELECT audit_append($1, $2, $3, $1, $4)", [
    ...[chain, actor?.userId ?? "system:seed", `ballot.${action}`, JSON.stringify(payload)],
  ]);
}
