import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET as exportLeaders } from "@/app/api/exports/leaders/route";
import { GET as rates } from "@/app/api/v1/rates/route";
import { hashOfSecret, newSecret } from "@/lib/auth/secret";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { audited, loadReports, loadTargets, renameAgency } from "@/tests/factories/loaded-reports";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

vi.mock("@/lib/i18n/locale", () => ({ currentLocale: async () => "vi" }));

let db: TestDatabase;
let leader: string;
let clerk: string;

const noParams = { params: Promise.resolve({}) };
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
const askRates = (token: string, search: string) =>
  rates(new Request(`http://localhost/api/v1/rates?${search}`, bearer(token)), noParams);
const askExport = (token: string, search: string) =>
  exportLeaders(new Request(`http://localhost/api/exports/leaders?${search}`, bearer(token)), noParams);
const december = "year=2021&month=12&agency=cuc-hung-yen";

async function tokenOf(role: "LEADER" | "CLERK", agency: string): Promise<string> {
  const { userId } = await createUser(db, { role, agency });
  const token = newSecret();
  await audited(db.owner, async (client) => {
    await client.query(
      "INSERT INTO api_token (id, token_hash, user_id, created_at) VALUES (gen_random_uuid(), $1, $2, now())",
      [hashOfSecret(token), userId],
    );
  });
  return token;
}

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(
    db.owner,
    readHungYen2021().filter(({ month }) => month === 12),
  );
  await loadTargets(db.owner, [
    { agency: "cuc-hung-yen", year: 2021, indicator: "R_C", comparison: "above", basisPoints: 8300 },
  ]);
  await renameAgency(db.owner, "cc-325", '=HYPERLINK("http://x") Chi cục');
  leader = await tokenOf("LEADER", "cuc-hung-yen");
  clerk = await tokenOf("CLERK", "cc-323");
}, 300_000);
afterAll(() => db.close());

describe("GET /api/v1/rates", () => {
  test("answers the published figures, with children only when asked", async () => {
    const alone = await (await askRates(leader, december)).json();
    expect(alone.cases).toMatchObject({
      completed: "4316",
      eligible: "5135",
      ratePct: "84.05",
      points: "1.05",
    });
    expect(alone).not.toHaveProperty("children");
    const response = await askRates(leader, `${december}&children=true`);
    expect(response.headers.get("content-type")).toContain("application/json");
    expect((await response.json()).children).toHaveLength(11);
  });

  test("answers 422 naming the field, 404 alike for missing and foreign, 401 for nobody", async () => {
    const refused = await askRates(leader, "year=2021&month=13&agency=cuc-hung-yen");
    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).error.fields)).toEqual(["month"]);
    expect((await askRates(leader, `${december}&extra=1`)).status).toBe(422);
    const [missing, foreign] = await Promise.all([
      askRates(clerk, "year=2021&month=12&agency=cc-999999"),
      askRates(clerk, "year=2021&month=12&agency=cc-325"),
    ]);
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(await missing.text()).toBe(await foreign.text());
    expect((await askRates(clerk, "year=2021&month=12&agency=cc-323")).status).toBe(200);
    expect((await askRates("nobody", december)).status).toBe(401);
  });
});

describe("GET /api/exports/leaders", () => {
  test("sends a workbook whose numbers are numbers and whose hostile name is text", async () => {
    const response = await askExport(leader, `${december}&format=xlsx`);
    expect(response.headers.get("content-disposition")).toContain("ket-qua-cuc-hung-yen-2021-12.xlsx");
    const book = new exceljs.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const rows = book.worksheets[0]?.getSheetValues() ?? [];
    const total = rows.at(-1) as unknown[];
    expect(total.slice(3, 6)).toEqual([4316, 5135, 84.05]);
    const names = rows.map((row) => String((row as unknown[] | undefined)?.[1] ?? ""));
    expect(names).toContain("Số liệu minh họa");
    expect(names.some((name) => name.startsWith("'=HYPERLINK"))).toBe(true);
    expect(names.some((name) => name.startsWith("="))).toBe(false);
  });

  test("sends a CSV with a byte order mark, keeps the filter, and is audited each time", async () => {
    const count = async () =>
      Number(
        (await db.owner.query("SELECT count(*) FROM audit_entry WHERE action = 'export.table'")).rows[0]
          .count,
      );
    const before = await count();
    const response = await askExport(leader, `${december}&format=csv&q=my%20hao`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain("Mỹ Hào");
    expect(text).not.toContain("Phù Cừ");
    expect(await count()).toBe(before + 1);
  });

  test("of a foreign agency is not there, of an unknown format is refused", async () => {
    expect((await askExport(clerk, `${december}&format=csv`)).status).toBe(404);
    expect((await askExport(leader, `${december}&format=pdf`)).status).toBe(422);
  });
});
