import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { decideActivity, reportActivity, withdrawActivity } from "@/lib/campaigns/activities/operations";
import { getEvidence, getParticipation } from "@/lib/campaigns/activities/queries";
import { registerForCampaign, unregisterFromCampaign } from "@/lib/campaigns/registrations/operations";
import { Failure } from "@/lib/core/failure";
import { loadCampaigns } from "@/prisma/seed/load-campaigns";
import { audited } from "@/tests/factories/loaded-reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { jpeg, pdf, png, segment } from "@/tests/unit/evidence/files";

let db: TestDatabase;
let clerk: Actor;
let district: Actor;
let head: Actor;
let staff: Actor;
let other: Actor;
let photo = 0;

const code = "thads-nong-thon-moi-2016-2020";

beforeAll(async () => {
  db = await testDatabase();
  await audited(db.owner, async (client) => {
    await loadCampaigns(client as never);
    // The movement is long over: for this test it runs again.
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(
      "UPDATE campaign SET state = 'RUNNING', closed_at = NULL WHERE code LIKE 'thads-nong%'",
    );
  });
  clerk = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  head = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  district = await createActor(db, { role: "CLERK", agency: "cc-325" });
  other = await createActor(db, { role: "CLERK", agency: "cuc-nghe-an" });
  staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
}, 300_000);
afterAll(() => db.close());
beforeEach(async () => {
  photo += 1;
});

/** A picture that no other test has. */
const picture = () => jpeg({ extra: [segment(0xdb, Buffer.alloc(65, photo))] }).toString("base64");
const house = (more: object = {}) => ({
  ...{
    agency: "cuc-hung-yen",
    code,
    kind: "HOUSE",
    place: "Xã Tân Lập, huyện Yên Mỹ",
    happenedOn: "2018-05-10",
  },
  ...{
    beneficiary: `Hộ bà Lan ${photo}`,
    quantity: 1,
    valueDong: "60000000",
    description: "Làm nhà tình thương",
  },
  ...more,
});
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => (error instanceof Failure ? error.code : String(error)),
  );
const shown = async (actor: Actor, id: string) =>
  (await getParticipation(actor, code)).activities.find((each) => each.id === id);

test("an activity is reported with a photo, waits, is verified by the level above, and only then counts", async () => {
  const before = (await getParticipation(staff, code)).progress.find(({ line }) => line.activity === "HOUSE");
  const { activity } = await perform(
    reportActivity,
    clerk,
    house({ evidence: [{ name: "nhà.jpg", base64: picture() }] }),
  );
  const waiting = (await getParticipation(staff, code)).progress.find(
    ({ line }) => line.activity === "HOUSE",
  );
  expect([waiting?.verified, waiting?.waiting]).toEqual([before?.verified, (before?.waiting ?? 0n) + 1n]);
  const key = { agency: "cuc-hung-yen", happenedOn: "2018-05-10", activity };
  expect(await codeOf(perform(decideActivity, head, { ...key, decision: "VERIFIED" }))).toBe("forbidden");
  await perform(decideActivity, staff, { ...key, decision: "VERIFIED" });
  const after = (await getParticipation(staff, code)).progress.find(({ line }) => line.activity === "HOUSE");
  expect([after?.verified, after?.waiting]).toEqual([(before?.verified ?? 0n) + 1n, before?.waiting]);
  expect(await codeOf(perform(decideActivity, staff, { ...key, decision: "VERIFIED" }))).toBe("conflict");
  expect(await codeOf(perform(withdrawActivity, clerk, key))).toBe("conflict");
});

test("a district's work is verified by its province and counts for it", async () => {
  const commune = { kind: "COMMUNE", agency: "cc-325", beneficiary: "", place: `Xã ${photo}` };
  const { activity } = await perform(reportActivity, district, house(commune));
  const key = { agency: "cc-325", happenedOn: "2018-05-10", activity };
  await perform(decideActivity, head, { ...key, decision: "VERIFIED" });
  const progress = (await getParticipation(head, code)).progress.find(
    ({ line }) => line.activity === "COMMUNE",
  );
  expect(progress).toMatchObject({ reached: 1, asked: 1 });
  expect((await getParticipation(other, code)).activities.some(({ id }) => id === activity)).toBe(false);
});

test("evidence is kept clean, and given to those who read the agency's results alone", async () => {
  const extra = [segment(0xe1, Buffer.from("Exif\0\0GPS"))];
  const { activity } = await perform(
    reportActivity,
    clerk,
    house({
      evidence: [
        { name: "../a.php", base64: jpeg({ extra }).toString("base64") },
        { name: "b.pdf", base64: pdf().toString("base64") },
      ],
    }),
  );
  const files = (await shown(clerk, activity))?.evidence ?? [];
  expect(files.map(({ name, type }) => [name, type])).toEqual([
    ["a.jpg", "image/jpeg"],
    ["b.pdf", "application/pdf"],
  ]);
  const address = { code, activity, file: files[0]?.id ?? "" };
  const { bytes } = await getEvidence(staff, address);
  expect(Buffer.from(bytes).equals(jpeg())).toBe(true);
  expect(await codeOf(getEvidence(other, address))).toBe("not-found");
  expect(await codeOf(getEvidence(staff, { ...address, code: "cao-diem-thads-2022" }))).toBe("not-found");
});

describe("double claims", () => {
  test("the same house in other writing, by two agencies, or in two campaigns, is shown to both", async () => {
    const first = await perform(reportActivity, clerk, house());
    const again = house({
      place: "Tân Lập - Yên Mỹ",
      beneficiary: `gia đình Bà LAN ${photo}`,
      happenedOn: "2018-05-12",
    });
    const second = await perform(reportActivity, clerk, { ...again, description: "Trao nhà Đại đoàn kết" });
    expect((await shown(staff, first.activity))?.doubles).toMatchObject([
      { id: second.activity, because: "words" },
    ]);
    expect((await shown(staff, second.activity))?.doubles).toMatchObject([
      { id: first.activity, because: "words" },
    ]);
  });

  test("one photo for two things, also of an agency that the reader does not see", async () => {
    const evidence = [{ name: "x.jpg", base64: picture() }];
    const first = await perform(reportActivity, clerk, house({ evidence }));
    const gift = { agency: "cuc-nghe-an", kind: "GIFT", place: "Vinh", beneficiary: "", quantity: 30 };
    const second = await perform(reportActivity, other, house({ ...gift, evidence }));
    expect((await shown(clerk, first.activity))?.doubles).toMatchObject([
      { agency: "cuc-nghe-an", because: "evidence" },
    ]);
    expect((await shown(other, second.activity))?.doubles).toHaveLength(1);
    expect(await shown(clerk, second.activity)).toBeUndefined();
  });

  test("none among honest ones, nor with what was taken back", async () => {
    const agency = "cuc-nghe-an";
    const session = { agency, kind: "OUTREACH", place: `Xã ${photo}`, beneficiary: "", quantity: 1 };
    const reports = [
      house({ ...session, description: "Buổi sáng cho thôn 1" }),
      house({ ...session, description: "Buổi chiều cho thôn 2" }),
      house({ ...session, description: "Buổi sáng cho thôn 1", happenedOn: "2018-05-11" }),
      house({ agency, beneficiary: `Hộ ông Minh ${photo}` }),
      house({ agency, beneficiary: `Hộ bà Hoa ${photo}` }),
      house({ agency, beneficiary: `Hộ ông Minh ${photo}`, happenedOn: "2019-05-10" }),
    ];
    for (const each of reports) {
      const { activity } = await perform(reportActivity, other, each);
      expect((await shown(staff, activity))?.doubles).toEqual([]);
    }
    const { activity } = await perform(
      reportActivity,
      other,
      house({ agency, beneficiary: `Hộ bà Hoa ${photo}` }),
    );
    expect((await shown(staff, activity))?.doubles).toHaveLength(1);
    await perform(withdrawActivity, other, { agency, happenedOn: "2018-05-10", activity });
    const left = (await getParticipation(staff, code)).activities.filter(({ doubles }) =>
      doubles.some(({ id }) => id === activity),
    );
    expect(left).toEqual([]);
  });
});

describe("refusals", () => {
  test.each([
    [
      "a page that says it is a picture",
      { evidence: [{ name: "a.png", base64: Buffer.from("<svg/>").toString("base64") }] },
      "invalid",
    ],
    [
      "a picture with its end cut off",
      { evidence: [{ name: "a.png", base64: png().subarray(0, 40).toString("base64") }] },
      "invalid",
    ],
    ["what is not base64", { evidence: [{ name: "a.png", base64: "§§" }] }, "invalid"],
    [
      "six files",
      { evidence: Array.from({ length: 6 }, () => ({ name: "a.pdf", base64: pdf().toString("base64") })) },
      "invalid",
    ],
    ["a day before the campaign", { happenedOn: "2015-12-31" }, "invalid"],
    ["a day after it", { happenedOn: "2021-01-01" }, "invalid"],
    ["nothing of it", { quantity: 0 }, "invalid"],
    ["a campaign that is closed", { code: "cao-diem-nghe-an-2019" }, "precondition"],
    ["a campaign that is not there", { code: "khong-co" }, "not-found"],
    ["somebody else's agency", { agency: "cuc-nghe-an" }, "forbidden"],
  ])("%s", async (_what, more, expected) => {
    expect(await codeOf(perform(reportActivity, clerk, house(more)))).toBe(expected);
  });

  test("a rejection without words, and a verdict on one's own report", async () => {
    const both = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
    const { activity } = await perform(reportActivity, clerk, house());
    const key = { agency: "cuc-hung-yen", happenedOn: "2018-05-10", activity };
    expect(await codeOf(perform(decideActivity, both, { ...key, decision: "REJECTED" }))).toBe("invalid");
    expect(
      await codeOf(perform(decideActivity, both, { ...key, happenedOn: "2018-05-11", decision: "VERIFIED" })),
    ).toBe("not-found");
    await perform(decideActivity, both, { ...key, decision: "REJECTED", words: "Ảnh không phải nơi này" });
    expect((await shown(clerk, activity))?.decidedWords).toBe("Ảnh không phải nơi này");
  });
});

test("an agency registers with its commitments, a person too; withdrawn is not idle no more", async () => {
  const key = { agency: "cuc-nghe-an", code, startsOn: "2016-01-01" };
  await perform(registerForCampaign, other, { ...key, commitments: "Giúp hai xã" });
  await perform(registerForCampaign, other, {
    ...key,
    person: "Nguyễn Văn An",
    commitments: "Mười ngày công",
  });
  expect(await codeOf(perform(registerForCampaign, other, { ...key, commitments: "x" }))).toBe("conflict");
  const { registrations, taking } = await getParticipation(staff, code);
  expect(taking).toBe(63);
  expect(registrations.filter(({ agency }) => agency === "cuc-nghe-an").map(({ person }) => person)).toEqual([
    "",
    "Nguyễn Văn An",
  ]);
  await perform(unregisterFromCampaign, other, key);
  await perform(registerForCampaign, other, { ...key, commitments: "Giúp ba xã" });
  const again = await getParticipation(other, code);
  expect(again.registrations.find(({ person }) => person === "")).toMatchObject({
    commitments: "Giúp ba xã",
    isWithdrawn: false,
  });
});
