import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemActor } from "@/lib/auth/actor";
import { now } from "@/lib/clock";
import { addDays, dayOfInstant } from "@/lib/core/day";
import { listPeriods } from "@/lib/periods/queries";
import { audited } from "@/tests/factories/loaded-reports";
import { createOffice, save } from "@/tests/factories/reports";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const today = dayOfInstant(now());
let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test.each([
  ["ending on Thursday 31/03/2022", 2022, 6, "2022-04-04", "2022-04-06"],
  ["ending before the holidays of 01 and 02/09/2022", 2022, 11, "2022-09-06", "2022-09-08"],
])(
  "the deadlines of the period %s are those of the circular",
  async (_name, year, month, district, province) => {
    const period = (await listPeriods(systemActor("test"), year)).find((each) => each.month === month);
    expect(period?.deadlines.DISTRICT?.day).toBe(district);
    expect(period?.deadlines.PROVINCE?.day).toBe(province);
  },
);

describe("a reopening lets figures in", () => {
  const key = { agency: "cc-325", month: 1 };
  const reopened = (year: number, until: string, endedAt: string | null = null) =>
    audited(db.owner, async (client) => {
      await client.query(
        `INSERT INTO period_reopening (id, agency_code, year, month, reason, until, opened_by, opened_at, ended_at)
         VALUES (gen_random_uuid(), 'cc-325', $1, 1, 'Sửa', $2, 'test', now(), $3)`,
        [year, until, endedAt],
      );
    });
  const accepts = async (year: number) =>
    (await db.owner.query("SELECT period_accepts_entry('cc-325', $1, 1) AS yes", [year])).rows[0].yes;

  test("until the end of its day", async () => {
    const { clerk } = await createOffice(db, key.agency);
    await reopened(2015, today);
    expect(await accepts(2015)).toBe(true);
    await expect(save(clerk, { ...key, year: 2015 })).resolves.toMatchObject({ status: "DRAFT" });
  });
  test.each([
    ["once its day is over", 2016, addDays(today, -1), null],
    ["once it was ended", 2017, addDays(today, 5), "2022-01-01T00:00:00Z"],
  ])("no more %s", async (_name, year, until, endedAt) => {
    const { clerk } = await createOffice(db, key.agency);
    await reopened(year, until, endedAt);
    expect(await accepts(year)).toBe(false);
    await expect(save(clerk, { ...key, year })).rejects.toMatchObject({ code: "precondition" });
  });
});
