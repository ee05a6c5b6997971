import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { day } from "@/lib/core/day";
import { getDigest } from "@/lib/digest/queries";
import type { Digest } from "@/lib/digest/types";
import { digestView } from "@/lib/digest/view";
import { approveReport, openSupplement, returnReport, submitReport } from "@/lib/results/operations";
import { audited, loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { approved, createOffice, goodFigures, type Office, save, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const clock = vi.hoisted(() => ({ at: "2021-11-02T03:00:00Z" }));
vi.mock("@/lib/clock", () => ({ now: () => new Date(clock.at) }));

const period = { year: 2022, month: 1 };
const [first, second] = [
  { agency: "cc-323", ...period },
  { agency: "cc-325", ...period },
];
const reason = { code: "ARITHMETIC", text: "Cột 8" };

let db: TestDatabase;
let leader: Actor;
let national: Actor;
let unitHead: Actor;
let offices: [Office, Office];

beforeAll(async () => {
  db = await testDatabase();
  leader = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
  national = await createActor(db, { role: "LEADER", agency: "tc" });
  offices = [await createOffice(db, "cc-323"), await createOffice(db, "cc-325")];
  unitHead = offices[0].head;
  await setPeriod(db.owner, 2022, 1, "OPEN");
}, 300_000);
afterAll(() => db.close());

// The clock only moves on; every morning's digest is asked for whenever one likes.
const asked = (actor: Actor, morning: string) => getDigest(actor, { day: day(morning) });
const inWords = (digest: Digest) =>
  JSON.stringify([digestView(digest, "vi"), digestView(digest, "en"), digest], (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
const events = ({ events: all }: Digest) => all.map(({ agency, kind, revision }) => [agency, kind, revision]);

/** Who is late: had nothing sent by the morning, or had it back, after the deadline of the level. */
async function expectLateness(): Promise<void> {
  const late = async (morning: string) => (await asked(leader, morning)).late.map(({ agency }) => agency);
  clock.at = "2021-11-30T01:00:00Z";
  expect(await late("2021-11-02")).toEqual([]);
  // The district whose report was sent back is late with the others; the province has until later.
  const afterDeadline = await late("2021-11-03");
  expect(afterDeadline).toContain("cc-325");
  expect(afterDeadline).not.toContain("cc-323");
  expect(afterDeadline).not.toContain("cuc-hung-yen");
  const onDay = await late("2021-11-10");
  expect(onDay).toContain("cc-323");
  expect(onDay).not.toContain("cc-325");
  expect(onDay[0]).toBe("cuc-hung-yen");
  const { late: whole } = await asked(national, "2021-11-10");
  expect(whole.length).toBeGreaterThan(700);
  expect(digestView(await asked(national, "2021-11-10"), "vi").sections.map(({ key }) => key)).toEqual([
    "late",
  ]);
}

test("every morning tells what happened since the one before, and tells the same ever after", async () => {
  clock.at = "2021-11-02T03:00:00Z";
  const head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  await approved(offices[0], first);
  clock.at = "2021-11-02T05:00:00Z";
  const saved = await save(offices[1].clerk, second);
  await perform(submitReport, offices[1].clerk, second);
  clock.at = "2021-11-02T06:00:00Z";
  const returned = await perform(returnReport, head, { ...second, reason });

  clock.at = "2021-11-03T00:00:00Z";
  const third = await asked(leader, "2021-11-03");
  expect(third).toMatchObject({ day: "2021-11-03", before: "2021-11-02", period });
  expect(third.arrivals).toMatchObject([{ agency: "cc-323", before: 0, reported: 1 }]);
  expect(events(third)).toEqual([["cc-325", "RETURNED", 1]]);
  expect(third.events[0]?.reason).toEqual(reason);
  const thirdInWords = inWords(third);
  expect(digestView(third, "vi").title).toMatch(/^Sáng 03\/11\/2021: .*1 báo cáo bị trả hoặc được sửa/);

  clock.at = "2021-11-03T03:00:00Z";
  await save(offices[1].clerk, second, returned.version, goodFigures(1, 3));
  await perform(submitReport, offices[1].clerk, second);
  await perform(approveReport, offices[1].head, second);
  await perform(returnReport, head, { ...first, reason });
  clock.at = "2021-11-04T01:00:00Z";
  const fourth = await asked(leader, "2021-11-04");
  expect(fourth.arrivals).toMatchObject([{ agency: "cc-325" }]);
  expect(events(fourth)).toEqual([["cc-323", "RETURNED", 1]]);
  const fourthInWords = inWords(fourth);

  clock.at = "2021-11-05T03:00:00Z";
  const opened = await perform(openSupplement, offices[1].clerk, { ...second, reason: "Sót hai việc" });
  await save(offices[1].clerk, second, opened.version, goodFigures(1, 5));
  await perform(submitReport, offices[1].clerk, second);
  await perform(approveReport, offices[1].head, second);
  clock.at = "2021-11-08T01:00:00Z";
  const monday = await asked(leader, "2021-11-08");
  expect(monday).toMatchObject({ before: "2021-11-05" });
  expect(events(monday)).toEqual([["cc-325", "CORRECTED", 2]]);
  expect(monday.events[0]?.rates?.cases).toEqual({
    before: { numerator: 3n, denominator: 120n },
    after: { numerator: 5n, denominator: 120n },
  });

  expect(inWords(await asked(leader, "2021-11-03"))).toBe(thirdInWords);
  expect(inWords(await asked(leader, "2021-11-04"))).toBe(fourthInWords);
  expect(saved.version).toBe(1);
  await expectLateness();
});

test("alerts hold a new month against the one before, and come only once", async () => {
  // Loaded reports were signed on Sunday 2021-10-03 at 08:00: the digest of Monday the 4th has them.
  const report = (month: number, done: bigint) => {
    const totals = { done, eligible: 1000n };
    return simpleReport({ agency: "cc-001", year: 2021, month }, { cases: totals, money: totals });
  };
  await loadReports(db.owner, [report(11, 740n), report(12, 700n)]);
  await audited(db.owner, async (client) => {
    await client.query(
      `INSERT INTO target (agency_code, year, indicator, comparison, basis_points, source, known_from)
       VALUES ('cc-001', 2021, 'R_C', 'above', 8000, 'test', '2020-10-01')`,
    );
  });
  clock.at = "2021-11-30T01:00:00Z";
  const office = await createActor(db, { role: "LEADER", agency: "cc-001" });
  const digest = await asked(office, "2021-10-04");
  expect(digest.period).toEqual({ year: 2021, month: 12 });
  // 74,00 % at month 11 was on schedule for 80 % (73,33 %); 70,00 % at the year's end is not met.
  expect(digest.alerts).toMatchObject([
    {
      ...{ agency: "cc-001", measure: "cases", change: "FELL" },
      before: { period: { year: 2021, month: 11 }, standing: { verdict: "ON_SCHEDULE" } },
      after: { period: { year: 2021, month: 12 }, standing: { verdict: "NOT_MET" } },
    },
  ]);
  const [line] = digestView(digest, "vi").sections[0]?.lines ?? [];
  expect(line).toMatchObject({ href: "/chung-minh/cc-001/2021/12?asOf=2021-10-03" });
  expect(line?.text).toMatch(/, về việc: Đúng tiến độ → Không đạt$/);
  expect(line?.note).toBe("11 tháng năm 2021: 74,00 % → Năm 2021: 70,00 %; kém nhịp 10,00 điểm %");
  expect(digest.arrivals).toMatchObject([{ agency: "cc-001", reported: 1 }]);
  expect(events(digest)).toEqual([["cc-001", "SIGNED", 1]]);
  expect((await asked(office, "2021-10-05")).alerts).toEqual([]);
});

test("a unit's own people read their unit; strangers and people without results find nothing", async () => {
  clock.at = "2021-11-30T01:00:00Z";
  const own = await asked(unitHead, "2021-11-03");
  expect(own.root.after.agency).toBe("cc-323");
  expect(own.events.every(({ agency }) => agency === "cc-323")).toBe(true);
  await expect(getDigest(unitHead, { agency: "cc-325" })).rejects.toMatchObject({ code: "not-found" });
  await expect(getDigest(leader, { agency: "khong-co" })).rejects.toMatchObject({ code: "not-found" });
  const administrator = await createActor(db, { role: "ADMIN", agency: "tc" });
  await expect(getDigest(administrator, {})).rejects.toMatchObject({ code: "not-found" });
});

test("a morning that is still to come gives way to the newest one", async () => {
  clock.at = "2021-11-08T23:59:59Z";
  expect((await asked(leader, "2030-01-02")).day).toBe("2021-11-08");
  clock.at = "2021-11-09T00:00:00Z";
  expect((await asked(leader, "2030-01-02")).day).toBe("2021-11-09");
});

test("steps are written by the database alone and never changed", async () => {
  const totals = { done: 1n, eligible: 2n };
  const report = simpleReport({ agency: "cc-760", year: 2020, month: 1 }, { cases: totals, money: totals });
  await loadReports(db.owner, [report]);
  const { rows } = await db.owner.query(
    "SELECT step FROM report_step WHERE agency_code = 'cc-760' ORDER BY at",
  );
  expect(rows).toEqual([{ step: "SUBMITTED" }, { step: "APPROVED" }]);
  await expect(db.owner.query("UPDATE report_step SET year = 2000")).rejects.toThrow(/append_only/);
  await expect(db.owner.query("DELETE FROM report_step")).rejects.toThrow(/append_only/);
  await expect(
    db.owner.query("SET ROLE thads_app; INSERT INTO report_step SELECT * FROM report_step LIMIT 1"),
  ).rejects.toThrow(/permission denied/);
});
