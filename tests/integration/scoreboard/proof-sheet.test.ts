import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/exports/proof/route";
import { Proof } from "@/components/scoreboard/proof";
import { getHeadlineProofs } from "@/lib/proofs/queries";
import { getProof } from "@/lib/scoreboard/proof/queries";
import { proofSchema } from "@/lib/scoreboard/schema";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { readPdf } from "@/tests/factories/documents";
import { loadReports } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { tokenFor } from "@/tests/factories/tokens";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

vi.mock("@/lib/i18n/locale", () => ({ currentLocale: async () => "vi" }));

let db: TestDatabase;
let leader: string;
let clerk: string;

beforeAll(async () => {
  db = await testDatabase();
  await loadReports(
    db.owner,
    readHungYen2021().filter(({ month }) => month === 12),
  );
  leader = await tokenFor(db, (await createUser(db, { role: "LEADER", agency: "tc" })).userId);
  clerk = await tokenFor(db, (await createUser(db, { role: "CLERK", agency: "cc-323" })).userId);
}, 300_000);
afterAll(() => db.close());

const ask = (token: string | null, query: Record<string, string>) => {
  const search = new URLSearchParams({
    agency: "cuc-hung-yen",
    year: "2021",
    month: "12",
    indicator: "R_C",
    ...query,
  });
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  return GET(new Request(`http://localhost/api/exports/proof?${search}`, { headers }), {
    params: Promise.resolve({}),
  });
};

/** What the page says about both rates: "4.316 / 5.135 việc = 84,05 %". */
async function pageOf(query: { agency: string; own?: "1"; asOf?: string }): Promise<string> {
  const reader = await readerAt("LEADER", "tc");
  const place = proofSchema.parse({ year: "2021", month: "12", ...query });
  const proof = await getProof(reader, place);
  const recomputed = await getHeadlineProofs(reader, place);
  return renderToStaticMarkup(Proof({ proof, recomputed, query: place, locale: "vi" })).replace(
    /<[^>]+>/g,
    "",
  );
}

describe("the one-page proof", () => {
  test.each([
    ["the nation", { agency: "tc" }],
    ["a province", { agency: "cuc-hung-yen" }],
    ["a province's own office", { agency: "cuc-hung-yen", own: "1" as const }],
    ["a unit", { agency: "cc-325" }],
    ["a province as known on an earlier day", { agency: "cuc-hung-yen", asOf: "2021-10-04" }],
    ["a unit as known on an earlier day", { agency: "cc-325", asOf: "2021-10-04" }],
  ])("of %s is one page with the numbers and hashes of the page, in both measures", async (_, query) => {
    const page = await pageOf(query);
    const said = [...page.matchAll(/([\d.]+) \/ ([\d.]+) (việc|đồng) = ([\d,]+ %)/g)];
    expect(said).toHaveLength(2);
    for (const [_all, numerator = "", denominator = "", unit, rate = ""] of said) {
      const response = await ask(leader, { ...query, indicator: unit === "việc" ? "R_C" : "R_M" });
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/pdf");
      const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
      expect(pages).toHaveLength(1);
      const [sheet = ""] = pages;
      expect(sheet).toContain(`${numerator} / ${denominator}`);
      expect(sheet).toContain(rate);
      expect(sheet).toContain("Số liệu minh họa");
      const hash = sheet.replace(/ /g, "").match(/SHA-256\):([0-9a-f]{64})/)?.[1];
      expect(page).toContain(hash ?? "no hash");
    }
  });

  test("of a figure nobody reported claims none", async () => {
    const response = await ask(leader, { agency: "cuc-ha-noi" });
    const { pages } = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(pages.join()).toContain("không có con số nào được nêu");
    expect(pages.join()).not.toContain("Số liệu minh họa");
  });

  test("leaves a line of audit, and a refused one leaves none", async () => {
    const count = async () =>
      (
        await db.owner.query(
          "SELECT subject, payload FROM audit_entry WHERE action = 'export.table' ORDER BY at",
        )
      ).rows;
    const before = (await count()).length;
    await ask(leader, { agency: "cc-325" });
    const lines = await count();
    expect(lines.at(-1)).toEqual({
      subject: "export:proof:cc-325:2021-12",
      payload: { format: "pdf", rows: 6 },
    });
    await ask(clerk, { agency: "cc-325" });
    expect(await count()).toHaveLength(before + 1);
  });

  test("of a foreign agency is refused like one that is not there; nobody gets none; nothing is guessed", async () => {
    const [missing, foreign] = await Promise.all([
      ask(clerk, { agency: "cc-999999" }),
      ask(clerk, { agency: "cc-325" }),
    ]);
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(await missing.text()).toBe(await foreign.text());
    expect((await ask(clerk, { agency: "cc-323" })).status).toBe(200);
    expect((await ask(null, {})).status).toBe(401);
    expect((await ask(leader, { indicator: "R2_C" })).status).toBe(422);
    expect((await ask(leader, { asOf: "hôm qua" })).status).toBe(422);
    expect((await ask(leader, { own: "1", agency: "cc-325" })).status).toBe(404);
  });
});
