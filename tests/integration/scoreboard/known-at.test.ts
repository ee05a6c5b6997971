import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { approveReport, openSupplement, returnReport, submitReport } from "@/lib/results/operations";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { ratesBody } from "@/lib/scoreboard/rates/view";
import { readerAt } from "@/tests/factories/reader";
import { approved, createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const period = { year: 2015, month: 1 };
const key = { agency: "cc-323", ...period };
const neighbour = { agency: "cc-325", ...period };
const reason = { code: "OTHER", text: "Sai số tiền" };

let db: TestDatabase;
let leader: Actor;
let [office, second]: Office[] = [];

beforeAll(async () => {
  db = await testDatabase();
  leader = await readerAt("LEADER", "tc");
  [office, second] = [await createOffice(db, "cc-323"), await createOffice(db, "cc-325")];
  await setPeriod(db.owner, 2015, 1, "OPEN");
}, 300_000);
afterAll(() => db.close());

async function provinceAt(at?: Date): Promise<string> {
  const query = { agency: "cuc-hung-yen", ...period, includeSubmitted: false, withYear: true, at };
  const board = await getScoreboard(leader, query);
  return JSON.stringify({ ...ratesBody(board, true), asOf: board.root.asOf, year: board.year.map(String) });
}

const kept: { at: Date; shown: string }[] = [];

/** Keeps what is shown now, with an instant strictly between what was done before and what comes next. */
async function keep(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 5));
  kept.push({ at: new Date(), shown: await provinceAt() });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return kept.at(-1)?.shown ?? "";
}

test("every earlier moment is shown byte for byte as it was shown then, whatever happened since", async () => {
  if (!office || !second) throw new Error("no office");
  const head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  await keep();
  await approved(office, key);
  await keep();
  await approved(second, neighbour, goodFigures(1, 7));
  await keep();
  const returned = await perform(returnReport, head, { ...key, reason });
  await keep();
  await save(office.clerk, key, returned.version, goodFigures(1, 3));
  await perform(submitReport, office.clerk, key);
  await keep();
  await perform(approveReport, office.head, key);
  await keep();
  const opened = await perform(openSupplement, office.clerk, { ...key, reason: "Sót hai việc" });
  await save(office.clerk, key, opened.version, goodFigures(1, 5));
  await perform(submitReport, office.clerk, key);
  await keep();
  await perform(approveReport, office.head, key);
  await keep();
  await perform(returnReport, head, { ...key, reason });
  await keep();

  const shown = kept.map((moment) => moment.shown);
  const completed = shown.map((text) => JSON.parse(text).cases.completed);
  // none, the first, with the neighbour, the first returned, sent again, signed anew, supplement open, signed, returned
  expect(completed).toEqual([null, "10", "17", "7", "7", "10", "10", "12", "10"]);
  const replayed: string[] = [];
  for (const { at } of kept) replayed.push(await provinceAt(at));
  expect(replayed).toEqual(shown);

  // The returned supplement gave way to the revision it had replaced.
  const { rows } = await db.owner.query(
    "SELECT revision, status FROM report_revision WHERE agency_code = 'cc-323' AND year = 2015 ORDER BY revision",
  );
  expect(rows).toEqual([
    { revision: 1, status: "APPROVED" },
    { revision: 2, status: "RETURNED" },
  ]);
  // What counted once can be neither changed nor removed, by nobody.
  await expect(db.owner.query("UPDATE retracted_report SET illustrative = true")).rejects.toThrow(
    /append_only/,
  );
  await expect(db.owner.query("DELETE FROM retracted_report")).rejects.toThrow(/append_only/);
});

test("an instant before anything was known shows nothing reported, not zero", async () => {
  const body = JSON.parse(await provinceAt(new Date("2015-01-01T00:00:00Z")));
  expect(body.cases).toMatchObject({ completed: null, ratePct: null });
  expect(body.coverage.reported).toBe(0);
});

test("waiting reports are not mixed with an earlier instant", async () => {
  const query = { agency: "tc", ...period, includeSubmitted: true, withYear: false, at: new Date() };
  await expect(getScoreboard(leader, query)).rejects.toMatchObject({ code: "invalid" });
});
