import { afterAll, beforeAll, expect, test } from "vitest";
import { POST } from "@/app/api/v1/agency-events/route";
import { perform } from "@/lib/actions/perform";
import { previewAgencyEvent } from "@/lib/agencies/events/queries";
import type { EventPreview } from "@/lib/agencies/events/types";
import { recordAgencyEvent } from "@/lib/agencies/operations";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { day } from "@/lib/core/day";
import { periodOperations } from "@/lib/periods/operations";
import { createOffice, save, setPeriod } from "@/tests/factories/reports";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const decision = { decisionNumber: "12/QĐ-BTP", decisionDate: "2024-01-02", effectiveOn: "2024-02-01" };
const unit = (code: string, parent = "cuc-hung-yen") => ({
  ...{ code, kind: "DISTRICT", parent },
  name: `Chi cục ${code}`,
});
let db: TestDatabase;
let admin: Actor;
let tokens: Record<"admin" | "staff", string>;

beforeAll(async () => {
  db = await testDatabase();
  admin = await createActor(db, { role: "ADMIN", agency: "tc" });
  const staff = await createActor(db, { role: "GENERAL_STAFF", agency: "tc" });
  tokens = { admin: await tokenFor(db, admin.userId), staff: await tokenFor(db, staff.userId) };
});
afterAll(() => db.close());

const count = async (table: "agency_event" | "agency_version" | "audit_entry") =>
  (await db.owner.query(`SELECT count(*)::int AS n FROM ${table}`)).rows[0].n as number;

async function previewed(event: Record<string, unknown>): Promise<EventPreview> {
  const trial = await previewAgencyEvent(admin, { ...decision, ...event });
  if (trial.status !== "ready") throw new Error(trial.text.vi);
  return trial.preview;
}

async function send(body: unknown, who: keyof typeof tokens | null = "admin", key?: string) {
  const request = new Request("http://localhost/api/v1/agency-events", {
    method: "POST",
    headers: {
      ...(who && { authorization: `Bearer ${tokens[who]}` }),
      ...(key && { "idempotency-key": key }),
    },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  return { status: response.status, body: await response.json() };
}

test("a preview names agencies, people, periods and reports that a merger touches, and writes nothing", async () => {
  const office = await createOffice(db, "cc-326");
  await setPeriod(db.owner, 2024, 4, "OPEN");
  await setPeriod(db.owner, 2024, 5, "OPEN");
  await save(office.clerk, { agency: "cc-326", year: 2024, month: 4 });
  await save(office.clerk, { agency: "cc-326", year: 2024, month: 5 });
  const reopening = { agency: "cc-327", year: 2024, month: 8, reason: "Sửa", until: "2099-12-31" };
  await perform(periodOperations.reopen, admin, reopening);
  const before = [await count("agency_event"), await count("agency_version"), await count("audit_entry")];
  const preview = await previewed({
    kind: "MERGE",
    predecessors: ["cc-326", "cc-327"],
    successor: unit("cc-moi"),
  });
  expect(preview.changes.map(({ agency, fate }) => [agency, fate])).toEqual([
    ["cc-326", "ENDED"],
    ["cc-327", "ENDED"],
    ["cc-moi", "FOUNDED"],
  ]);
  expect(preview.accounts.map(({ login, agency, fate }) => [login, agency, fate]).sort()).toEqual(
    [office.clerk, office.head].map(({ login }) => [login, "cc-326", "ENDED"]).sort(),
  );
  expect(preview.openPeriods).toEqual([{ year: 2024, month: 5 }]);
  expect(preview.settledPeriods).toBeGreaterThan(12);
  expect(preview.reopenings).toMatchObject([{ agency: "cc-327", month: 8 }]);
  expect(preview.stranded).toEqual([{ agency: "cc-326", year: 2024, month: 5 }]);
  expect([await count("agency_event"), await count("agency_version"), await count("audit_entry")]).toEqual(
    before,
  );
});

test("a preview refuses like the write, at the same field", async () => {
  const event = { ...decision, kind: "ABOLISH", agency: "cuc-hung-yen" };
  const trial = await previewAgencyEvent(admin, event);
  expect(trial).toMatchObject({ status: "refused", fields: { moves: expect.anything() } });
  await expect(perform(recordAgencyEvent, admin, event)).rejects.toMatchObject({
    fields: { moves: expect.anything() },
  });
});

test("what was previewed is recorded only while the organisation is still the one it was shown of", async () => {
  const event = { ...decision, kind: "RENAME", agency: "cc-330", name: "Chi cục Ba Ba Không" };
  const trial = await previewAgencyEvent(admin, event);
  if (trial.status !== "ready") throw new Error(trial.text.vi);
  await perform(recordAgencyEvent, admin, { ...event, agency: "cc-331", name: "Chi cục Ba Ba Một" });
  await expect(perform(recordAgencyEvent, admin, trial.event)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("Tổ chức vừa có thay đổi khác"),
  });
  const again = await previewAgencyEvent(admin, event);
  if (again.status !== "ready") throw new Error(again.text.vi);
  await expect(perform(recordAgencyEvent, admin, again.event)).resolves.toHaveProperty("eventId");
});

test.each<[string, Record<string, unknown>, string, Record<string, unknown>]>([
  ["FOUND", { founded: unit("kv-901") }, "kv-901", { parent: "cuc-hung-yen" }],
  ["MERGE", { predecessors: ["cc-001", "cc-002"], successor: unit("kv-902", "cuc-ha-noi") }, "kv-902", {}],
  ["SPLIT", { agency: "cc-333", successors: [unit("kv-903"), unit("kv-904")] }, "kv-904", {}],
  ["MOVE", { agency: "cc-332", parent: "cuc-thai-binh" }, "cc-332", { parent: "cuc-thai-binh" }],
  ["RENAME", { agency: "cc-329", name: "Chi cục Mới" }, "cc-329", { name: "Chi cục Mới" }],
])("POST /api/v1/agency-events records a %s", async (kind, fields, code, expected) => {
  const { status, body } = await send({ kind, ...decision, ...fields });
  expect([status, body]).toEqual([201, { eventId: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  expect(agencyAsOf(await getOrganisation(), code, day(decision.effectiveOn))).toMatchObject(expected);
});

test("POST records an ABOLISH, and once under one idempotency key", async () => {
  const event = { kind: "ABOLISH", agency: "cc-328", ...decision };
  const [first, second] = [await send(event, "admin", "khoa-1"), await send(event, "admin", "khoa-1")];
  expect([first.status, second.body]).toEqual([201, first.body]);
  expect(agencyAsOf(await getOrganisation(), "cc-328", day(decision.effectiveOn))).toBeNull();
  expect((await send(event)).status).toBe(409);
});

test.each<[number, string, string, unknown]>([
  [422, "kind", "không thuộc dạng", { kind: "VANISH", agency: "cc-325" }],
  [422, "agency", "mã gồm", { kind: "ABOLISH", agency: "CC 325" }],
  [422, "effectiveOn", "ngày có thật", { kind: "ABOLISH", agency: "cc-325", effectiveOn: "2024-02-30" }],
  [422, "by", "không nhận", { kind: "ABOLISH", agency: "cc-325", by: "tôi" }],
  [422, "successors", "tối thiểu 2", { kind: "SPLIT", agency: "cc-325", successors: [unit("kv-999")] }],
  [409, "moves", "không còn cấp trên", { kind: "ABOLISH", agency: "cuc-hung-yen" }],
  [409, "parent", "cấp ngay trên", { kind: "MOVE", agency: "cc-325", parent: "cc-323" }],
  [409, "agency", "không tồn tại", { kind: "ABOLISH", agency: "cc-khong-co" }],
  [409, "founded.code", "đã dùng", { kind: "FOUND", founded: unit("cc-325") }],
])("POST answers %i and names %s: %s", async (status, field, words, event) => {
  const before = await count("agency_event");
  const answer = await send({ ...decision, ...(event as object) });
  expect(answer.status).toBe(status);
  const { message, fields } = answer.body.error as { message: string; fields: Record<string, string> };
  expect(message).toContain(words);
  if (field !== "by") expect(fields).toHaveProperty([field]);
  expect(await count("agency_event")).toBe(before);
});

test("POST is for those who keep the organisation; nobody else learns that it is there", async () => {
  const event = { kind: "RENAME", agency: "cc-325", name: "Tên khác", ...decision };
  expect((await send(event, "staff")).status).toBe(404);
  expect((await send(event, null)).status).toBe(401);
  expect((await send("{không phải JSON")).status).toBe(422);
});
