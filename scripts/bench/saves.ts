import type pg from "pg";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import type { Shot } from "./load";
import { type Stage, tokenFor } from "./stage";

export type SaveRun = {
  product: (socket: number) => Shot;
  floor: (socket: number) => Shot;
  /** How many acknowledged saves the audit does not know. */
  lost: () => Promise<number>;
};

/** 64 district clerks, each saving their own draft again and again, one number changed each time. */
export async function prepareSaves(stage: Stage): Promise<SaveRun> {
  const clerks = await clerksOf(stage.owner, 64);
  const versions = new Map(clerks.map(({ agency }) => [agency, 0]));
  await stage.owner.query(
    "BEGIN; SELECT audit_append('periods', 'bench', 'period.open', 'bench', '{}'); UPDATE period SET status = 'OPEN' WHERE (year, month) = (2024, 1); COMMIT",
  );
  let sent = 0;
  const product = (socket: number): Shot => {
    const clerk = clerks[socket] as (typeof clerks)[number];
    const expectedVersion = versions.get(clerk.agency) ?? 0;
    versions.set(clerk.agency, expectedVersion + 1);
    sent += 1;
    const cases = Object.fromEntries(INPUT_COLUMNS.map((column) => [column, "0"]));
    const body = {
      expectedVersion,
      cases: { ...cases, newlyAccepted: String(sent), inProgress: String(sent) },
      money: cases,
    };
    return {
      method: "PUT",
      url: `${stage.productUrl}/api/v1/reports/${clerk.agency}/2024/1`,
      headers: { authorization: `Bearer ${clerk.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    };
  };
  const floor = (socket: number): Shot => ({
    method: "PUT",
    url: `${stage.floorUrl}/save`,
    body: JSON.stringify({
      agency: clerks[socket]?.agency,
      cases: INPUT_COLUMNS.map(() => String(socket)),
      money: INPUT_COLUMNS.map(() => String(socket)),
    }),
  });
  const lost = async () => {
    const { rows } = await stage.owner.query(
      "SELECT coalesce(sum(version), 0)::int AS saved FROM report_revision WHERE (year, month) = (2024, 1)",
    );
    return Math.max(0, sent - rows[0].saved);
  };
  return { product, floor, lost };
}

async function clerksOf(owner: pg.Pool, count: number): Promise<{ agency: string; token: string }[]> {
  const { rows } = await owner.query(
    "SELECT code FROM agency WHERE kind = 'DISTRICT' ORDER BY code LIMIT $1",
    [count],
  );
  const clerks: { agency: string; token: string }[] = [];
  for (const { code } of rows) {
    const login = `bench.${code}`;
    await owner.query(
      `WITH line AS (SELECT audit_append('users', 'bench', 'user.create', 'bench', '{}')),
       added AS (INSERT INTO user_account (id, login, name, password_hash, created_at)
         SELECT gen_random_uuid(), $1, 'Bench', '-', now() FROM line RETURNING id)
       INSERT INTO role_assignment (id, user_id, role, agency_code, valid_from)
       SELECT gen_random_uuid(), added.id, 'CLERK', $2, '2020-01-01' FROM added`,
      [login, code],
    );
    clerks.push({ agency: code, token: await tokenFor(owner, login) });
  }
  return clerks;
}
