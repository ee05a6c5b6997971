import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/agencies/route";
import { tokenFor } from "@/tests/factories/tokens";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let token: string;

beforeAll(async () => {
  db = await testDatabase();
  const { userId } = await createUser(db, { role: "CLERK", agency: "cc-325" });
  token = await tokenFor(db, userId);
});
afterAll(() => db.close());

async function ask(search: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) {
  const request = new Request(`http://localhost/api/v1/agencies${search}`, { headers });
  const response = await GET(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

describe("GET /api/v1/agencies", () => {
  test("answers the whole organisation as of a day, to a district's clerk too", async () => {
    const { status, body } = await ask("?asOf=2022-09-30");
    expect(status).toBe(200);
    expect(body.asOf).toBe("2022-09-30");
    expect(body.agencies).toHaveLength(769);
    expect(body.agencies.find(({ code }: { code: string }) => code === "cuc-hung-yen")).toEqual({
      code: "cuc-hung-yen",
      kind: "PROVINCE",
      name: "Cục Thi hành án dân sự tỉnh Hưng Yên",
      parent: "tc",
      validFrom: "2009-11-01",
      validTo: "2025-06-30",
      successors: ["thads-hung-yen"],
    });
  });
  test("the last day is inclusive: the day after, the successors stand alone", async () => {
    expect((await ask("?asOf=2025-06-30")).body.agencies).toHaveLength(769);
    const { body } = await ask("?asOf=2025-07-01");
    expect(body.agencies).toHaveLength(35);
    expect(body.agencies[0]).toMatchObject({ validFrom: "2025-07-01", validTo: null });
  });
  test("answers as of today when no day is asked for", async () => {
    const { status, body } = await ask("");
    expect([status, body.asOf]).toEqual([200, expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
  });
  test.each(["?asOf=2022-02-30", "?asOf=", "?asOf=hôm nay", "?day=2022-09-30"])(
    "refuses %s",
    async (search) => {
      expect(await ask(search)).toMatchObject({ status: 422, body: { error: { code: "invalid" } } });
    },
  );
  test("is for people who are signed in", async () => {
    expect((await ask("?asOf=2022-09-30", {})).status).toBe(401);
    expect((await ask("?asOf=2022-09-30", { authorization: "Bearer nobody" })).status).toBe(401);
  });
});
