import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { POST } from "@/app/api/v1/agency-events/route";
import { GET } from "@/app/api/v1/series/route";
import { perform } from "@/lib/actions/perform";
import { recordAgencyEvent } from "@/lib/agencies/operations";
import { getOrganisation } from "@/lib/agencies/queries";
import type { Actor } from "@/lib/auth/actor";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let admin: Actor;
let tokens: { admin: string; leader: string };
const decision = { decisionNumber: "9/QĐ-BTP", decisionDate: "2026-05-04", effectiveOn: "2026-07-01" };
const office = (code: string, share?: number) => ({
  ...{ code, kind: "PROVINCE", name: `Thi hành án dân sự ${code}`, parent: "cql" },
  ...(share !== undefined && { share }),
});

beforeAll(async () => {
  db = await testDatabase();
  admin = await createActor(db, { role: "ADMIN", agency: "cql" });
  const leader = await createActor(db, { role: "LEADER", agency: "cql" });
  tokens = { admin: await tokenFor(db, admin.userId), leader: await tokenFor(db, leader.userId) };
  const reports = ["thads-hung-yen", "thads-bac-ninh", "thads-an-giang"].map((agency, at) =>
    simpleReport(
      { agency, year: 2026, month: 3 },
      {
        cases: { done: 7n, eligible: 11n },
        money: { done: 1_000_000_007n + BigInt(at), eligible: 3_000_000_001n },
      },
    ),
  );
  await loadReports(db.owner, reports);
});
afterAll(() => db.close());

async function seriesOf(agency: string, base = "today") {
  const address = `http://localhost/api/v1/series?agency=${agency}&indicator=R_M&from=2026&to=2026&base=${base}`;
  const headers = { authorization: `Bearer ${tokens.leader}` };
  const response = await GET(new Request(address, { headers }), { params: Promise.resolve({}) });
  const body = await response.json();
  return { ...body, march: body.points?.find(({ month }: { month: number }) => month === 3) };
}

async function record(body: object) {
  const headers = { authorization: `Bearer ${tokens.admin}` };
  const request = new Request("http://localhost/api/v1/agency-events", {
    ...{ method: "POST", headers, body: JSON.stringify({ ...decision, ...body }) },
  });
  return (await POST(request, { params: Promise.resolve({}) })).status;
}

test("a split with its shares is in both series as an estimate, to the đồng; the nation stays exact", async () => {
  const before = await seriesOf("cql");
  const successors = [office("thads-hy-bac", 2), office("thads-hy-nam", 1)];
  expect(await record({ kind: "SPLIT", agency: "thads-hung-yen", successors })).toBe(201);
  expect((await getOrganisation()).shares.get("thads-hung-yen")).toEqual(
    new Map([
      ["thads-hy-bac", 2n],
      ["thads-hy-nam", 1n],
    ]),
  );
  const [north, south] = [await seriesOf("thads-hy-bac"), await seriesOf("thads-hy-nam")];
  expect(north.march).toMatchObject({ numerator: "666666671", denominator: "2000000000" });
  expect(south.march).toMatchObject({ numerator: "333333336", denominator: "1000000001" });
  for (const { march, note, unplaced } of [north, south]) {
    expect(march.flags).toContain("estimated");
    expect({ note, unplaced }).toEqual({ note: null, unplaced: [] });
  }
  const after = await seriesOf("cql");
  expect(after.march).toMatchObject({ numerator: before.march.numerator });
  expect(after.march.flags).not.toContain("estimated");
  const then = await seriesOf("thads-hung-yen", "then");
  expect(then.march).toMatchObject({ numerator: "1000000007" });
  expect(then.march.flags).not.toContain("estimated");
});

test("a split without shares says so and guesses nothing; the nation still has all of it", async () => {
  const before = await seriesOf("cql");
  const successors = [office("thads-bn-1"), office("thads-bn-2")];
  expect(await record({ kind: "SPLIT", agency: "thads-bac-ninh", successors })).toBe(201);
  const half = await seriesOf("thads-bn-1");
  expect(half.march).toMatchObject({ numerator: null, denominator: null, ratePct: null });
  expect(half.note).toMatch(/Không đủ dữ liệu: .*thads-bac-ninh/);
  expect(half.unplaced).toContain("thads-bac-ninh");
  const after = await seriesOf("cql");
  expect(after.march.numerator).toBe(before.march.numerator);
  expect(after.note).toBeNull();
});

test("a part for one successor only is refused at the field of the other", async () => {
  const successors = [office("thads-ag-1", 60), office("thads-ag-2")];
  const event = { ...decision, kind: "SPLIT", agency: "thads-an-giang", successors };
  await expect(perform(recordAgencyEvent, admin, event)).rejects.toMatchObject({
    code: "invalid",
    fields: { "successors.1.share": { vi: expect.stringContaining("mọi cơ quan mới") } },
  });
});

describe("the database refuses", () => {
  const succession = (kind: string, shares: readonly (number | null)[], predecessor = "cc-001") =>
    audited(db.owner, async (client) => {
      const { rows } = await client.query(
        `INSERT INTO agency_event (id, kind, decision_number, decision_date, effective_on, recorded_by, recorded_at)
         VALUES (gen_random_uuid(), $1, '1', '2026-01-01', '2026-01-02', 'test', now()) RETURNING id`,
        [kind],
      );
      for (const [at, share] of shares.entries()) {
        await client.query(
          "INSERT INTO agency_succession (predecessor_code, successor_code, event_id, share) VALUES ($1, $2, $3, $4)",
          [predecessor, `cc-00${at + 2}`, rows[0].id, share],
        );
      }
      await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    });

  test.each([
    ["a part for one successor only", "SPLIT", [1, null], "succession_is_divided"],
    ["parts of nothing", "SPLIT", [0, 0], "succession_is_divided"],
    ["a part of a merger", "MERGE", [1, 1], "succession_is_divided"],
    ["one part alone", "SPLIT", [1], "succession_is_divided"],
    ["less than nothing", "SPLIT", [2, -1], "succession_share"],
  ])("%s", async (_name, kind, shares, sign) => {
    await expect(succession(kind, shares)).rejects.toThrow(sign);
  });

  test("and takes parts for all", async () => {
    await expect(succession("SPLIT", [3, 0], "cc-326")).resolves.toBeUndefined();
  });
});
