import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { GET as exportOverview } from "@/app/api/exports/overview/route";
import { Overview } from "@/components/overview/overview";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { dayOfInstant } from "@/lib/core/day";
import { overviewExport } from "@/lib/overview/export/view";
import { getOverview } from "@/lib/overview/queries";
import { overviewQuery, overviewSchema } from "@/lib/overview/schema";
import { CHARTS, type Overview as OverviewData } from "@/lib/overview/types";
import { approveReport, openSupplement, returnReport, submitReport } from "@/lib/results/operations";
import { setTargets } from "@/lib/targets/operations";
import { readerAt } from "@/tests/factories/reader";
import { approved, createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

vi.mock("@/lib/i18n/locale", () => ({ currentLocale: async () => "vi" }));

const period = { year: 2015, month: 2 };
const key = { agency: "cc-323", ...period };
const reason = { code: "OTHER", text: "Sai số tiền" };
const places = ["tc", "cuc-hung-yen", "cc-323"] as const;

let db: TestDatabase;
let leader: Actor;
let [office, second]: Office[] = [];

beforeAll(async () => {
  db = await testDatabase();
  leader = await readerAt("LEADER", "tc");
  [office, second] = [await createOffice(db, "cc-323"), await createOffice(db, "cc-325")];
  await setPeriod(db.owner, 2014, 1, "OPEN");
  await setPeriod(db.owner, 2014, 2, "OPEN");
  await setPeriod(db.owner, 2015, 1, "OPEN");
  await setPeriod(db.owner, 2015, 2, "OPEN");
}, 300_000);
afterAll(() => db.close());

/** Everything the page of an agency says: its HTML in both measures, and the numbers of every chart. */
function saidBy(overview: OverviewData): string {
  // What was shown then did not say that it was then.
  const then = { ...overview, board: { ...overview.board, knownAt: null } };
  const pages = (["cases", "money"] as const).flatMap((measure) => [
    renderToStaticMarkup(Overview({ overview: then, measure, table: undefined, locale: "vi" })),
    ...CHARTS.map((chart) => overviewExport(then, { chart, measure }, "vi", new Date(0))),
  ]);
  return JSON.stringify(pages, (_key, value) => (typeof value === "bigint" ? value.toString() : value));
}

async function shownAt(at?: Date): Promise<string[]> {
  const said: string[] = [];
  for (const agency of places) said.push(saidBy(await getOverview(leader, { agency, ...period, at })));
  return said;
}

const kept: { at: Date; shown: string[] }[] = [];
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Keeps what is shown now, with an instant strictly between what was done before and what comes next. */
async function keep(): Promise<void> {
  await pause();
  kept.push({ at: new Date(), shown: await shownAt() });
  await pause();
}

test("the page of every level is shown byte for byte as it was shown then, whatever happened since", async () => {
  if (!office || !second) throw new Error("no office");
  const head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  const staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  await keep();
  await approved(office, { agency: "cc-323", year: 2014, month: 1 }, goodFigures(1, 1));
  await approved(office, { agency: "cc-323", year: 2014, month: 2 }, goodFigures(2, 2));
  await approved(office, { agency: "cc-323", year: 2015, month: 1 }, goodFigures(1, 1));
  await approved(office, key, goodFigures(2, 4));
  await keep();
  await approved(second, { agency: "cc-325", year: 2015, month: 1 }, goodFigures(1, 1));
  await save(second.clerk, { agency: "cc-325", ...period }, 0, goodFigures(2, 7));
  await perform(submitReport, second.clerk, { agency: "cc-325", ...period });
  await keep();
  await perform(approveReport, second.head, { agency: "cc-325", ...period });
  await perform(setTargets, staff, {
    ...{ agency: "cuc-hung-yen", year: 2015 },
    R_C: { comparison: "above", pct: "1.00" },
  });
  await keep();
  const returned = await perform(returnReport, head, { ...key, reason });
  await keep();
  await save(office.clerk, key, returned.version, goodFigures(2, 3));
  await perform(submitReport, office.clerk, key);
  await keep();
  await perform(approveReport, office.head, key);
  await perform(setTargets, staff, {
    ...{ agency: "cuc-hung-yen", year: 2015 },
    R_C: { comparison: "above", pct: "99.00" },
  });
  await keep();
  const opened = await perform(openSupplement, office.clerk, { ...key, reason: "Sót hai việc" });
  await save(office.clerk, key, opened.version, goodFigures(2, 6));
  await perform(submitReport, office.clerk, key);
  await keep();
  await perform(approveReport, office.head, key);
  await keep();

  expect(new Set(kept.map(({ shown }) => shown[1])).size).toBeGreaterThan(6);
  for (const { at, shown } of kept) expect(await shownAt(at)).toEqual(shown);
});

test("a page of an earlier day says so, and its figures, downloads and ways on keep the day", async () => {
  const asOf = dayOfInstant(kept[0]?.at ?? new Date());
  const query = overviewQuery(
    overviewSchema.parse({ agency: "cuc-hung-yen", year: "2015", month: "2", asOf }),
  );
  const overview = await getOverview(leader, query);
  const html = renderToStaticMarkup(Overview({ overview, measure: "cases", table: "ranking", locale: "vi" }));
  expect(html).toContain("Như đã biết đến");
  expect(html).toContain(`value="${asOf}"`);
  const onwards = [...html.matchAll(/href="(\/(?:tong-quan|chung-minh|api\/exports\/overview)[^"]*)"/g)];
  const forgetting = onwards.map(([, href]) => href).filter((href) => !href?.includes(`asOf=${asOf}`));
  // Only the way back to today forgets it.
  expect(forgetting).toEqual(["/tong-quan?agency=cuc-hung-yen&amp;year=2015&amp;month=2&amp;measure=cases"]);
});

test("the export of an earlier day says which day and has that day's numbers", async () => {
  const { userId } = await createUser(db, { role: "LEADER", agency: "tc" });
  const token = await tokenFor(db, userId);
  const ask = async (asOf: string) => {
    const search = `agency=tc&year=2015&month=2&measure=cases&chart=docket&format=csv${asOf}`;
    const headers = { authorization: `Bearer ${token}` };
    const request = new Request(`http://localhost/api/exports/overview?${search}`, { headers });
    return exportOverview(request, { params: Promise.resolve({}) });
  };
  const before = await (await ask("&asOf=2015-01-01")).text();
  expect(before).toContain("Như đã biết đến 01/01/2015 23:59");
  expect(before).toContain("0 / ");
  expect(await (await ask("")).text()).not.toContain("Như đã biết đến");
  expect((await ask("&asOf=hom-qua")).status).toBe(422);
});
