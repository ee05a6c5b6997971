import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { POST } from "@/app/api/views/route";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { openSession } from "@/lib/auth/session-store";
import { inViewOf } from "@/lib/db/client";
import { viewOperations } from "@/lib/views/operations";
import { listViews } from "@/lib/views/queries";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const incoming = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (incoming.cookie ? { value: incoming.cookie } : undefined) }),
}));

const path = "/ket-qua?year=2022&month=12&agency=cuc-hung-yen&sort=money";
let db: TestDatabase;
let owner: Actor;
let other: Actor;

beforeAll(async () => {
  db = await testDatabase();
  process.env.APP_ORIGIN = "https://thidua.example.vn";
  other = await createActor(db, { role: "LEADER", agency: "tc" });
});
afterAll(() => db.close());
beforeEach(async () => {
  owner = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
});

const save = (name: string, more: object = {}) =>
  perform(viewOperations.save, owner, { name, path, ...more });
const names = async () => (await listViews(owner)).map(({ name }) => name);

test("a view is kept with its whole state, or without its period; both are in the audit", async () => {
  await save("Cuối năm");
  await save("Mới nhất", { newest: "on" });
  expect(await listViews(owner)).toMatchObject([
    { name: "Cuối năm", path, version: 1 },
    { name: "Mới nhất", path: "/ket-qua?agency=cuc-hung-yen&sort=money" },
  ]);
  const { rows } = await db.owner.query("SELECT action FROM audit_entry WHERE actor_id = $1", [owner.userId]);
  expect(rows).toEqual([{ action: "view.save" }, { action: "view.save" }]);
});

test.each(["https://evil.example/ket-qua", "//evil.example/ket-qua", "/api/sign-out", "/khong-co"])(
  "refuses an address that is no page of ours: %s",
  async (foreign) => {
    await expect(save("Ngoài", { path: foreign })).rejects.toMatchObject({ code: "invalid" });
    expect(await listViews(owner)).toEqual([]);
  },
);

test("the database itself takes no outside address, no fifty-first view and no view without audit", async () => {
  const insert = (at: number, where: string) =>
    db.owner.query(
      `WITH line AS (SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}'))
       INSERT INTO saved_view (id, user_id, name, path, position, created_at)
       SELECT gen_random_uuid(), $1, $2, $3, $4, now() FROM line`,
      [owner.userId, `view ${at}`, where, at],
    );
  await insert(1, "/ket-qua");
  await expect(insert(2, "//evil.example")).rejects.toThrow("saved_view_own_page");
  await expect(insert(51, "/ket-qua")).rejects.toThrow("saved_view_fifty");
  await expect(insert(1, "/tien-do")).rejects.toThrow();
  await expect(
    db.owner.query("UPDATE saved_view SET name = 'x' WHERE user_id = $1", [owner.userId]),
  ).rejects.toThrow("fact_without_audit");
});

test("refuses a second view of the same name, an empty name, and the fifty-first", async () => {
  await save("Một");
  await expect(save("Một")).rejects.toMatchObject({ code: "invalid", details: { reason: "nameTaken" } });
  await expect(save("  ")).rejects.toMatchObject({ code: "invalid" });
  for (let at = 2; at <= 50; at += 1) await save(`Cách xem ${at}`);
  await expect(save("Thừa")).rejects.toMatchObject({ code: "precondition", details: { reason: "full" } });
  expect(await names()).toHaveLength(50);
});

test("ten at once still find ten places", async () => {
  const made = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => save(`Cùng lúc ${at}`)));
  expect(made.every(({ status }) => status === "fulfilled")).toBe(true);
  const { rows } = await db.owner.query(
    "SELECT array_agg(position ORDER BY position) AS at FROM saved_view WHERE user_id = $1",
    [owner.userId],
  );
  expect(rows[0].at).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test("renames, moves and forgets; the rest moves up", async () => {
  const ids = [];
  for (const name of ["A", "B", "C"]) ids.push((await save(name)).id);
  const [a = "", b = "", c = ""] = ids;
  await perform(viewOperations.move, owner, { id: c, to: "up" });
  expect(await names()).toEqual(["A", "C", "B"]);
  await perform(viewOperations.move, owner, { id: a, to: "up" });
  expect(await names()).toEqual(["A", "C", "B"]);
  await perform(viewOperations.delete, owner, { id: a });
  await save("D");
  expect(await names()).toEqual(["C", "B", "D"]);
  await perform(viewOperations.rename, owner, { id: b, name: "Bê", version: "1" });
  expect(await names()).toEqual(["C", "Bê", "D"]);
  const again = { id: b, name: "Bờ", version: 1 };
  await expect(perform(viewOperations.rename, owner, again)).rejects.toMatchObject({ code: "conflict" });
  const taken = { id: b, name: "C", version: 2 };
  await expect(perform(viewOperations.rename, owner, taken)).rejects.toMatchObject({ code: "invalid" });
});

test("somebody else's view is not found, not even by a reader of everything, and the row is hidden", async () => {
  const { id } = await save("Riêng");
  for (const work of [
    () => perform(viewOperations.delete, other, { id }),
    () => perform(viewOperations.rename, other, { id, name: "Lạ", version: 1 }),
    () => perform(viewOperations.move, other, { id, to: "up" }),
    () => perform(viewOperations.save, systemActor("cli"), { name: "Máy", path }),
  ]) {
    await expect(work()).rejects.toMatchObject({ code: "not-found" });
  }
  expect(await inViewOf(other, (tx) => tx.savedView.count({ where: { id } }))).toBe(0);
  expect(await inViewOf(owner, (tx) => tx.savedView.count({ where: { id } }))).toBe(1);
});

async function post(fields: Record<string, string>, origin = "https://thidua.example.vn") {
  const body = new URLSearchParams(fields);
  const request = new Request("http://localhost/api/views", { method: "POST", body, headers: { origin } });
  const response = await POST(request);
  return { status: response.status, location: response.headers.get("location") };
}

test("plain forms do it without script, and the page that follows says what became of it", async () => {
  incoming.cookie = await openSession(owner.userId, "test");
  const form = { work: "save", name: "Bằng biểu mẫu", path };
  expect(await post(form)).toEqual({ status: 303, location: "/cach-xem?done=save" });
  expect(await post(form)).toEqual({ status: 303, location: "/cach-xem?refused=nameTaken" });
  expect((await post({ ...form, name: "Lạ", path: "//evil.example" })).location).toContain("foreignPath");
  expect((await post({ ...form, name: "" })).location).toContain("refused=input");
  expect(await post({ work: "drop" })).toMatchObject({ status: 400 });
  expect(await post({ work: "constructor" })).toMatchObject({ status: 400 });
  expect(await post(form, "https://evil.example")).toMatchObject({ status: 403 });
  incoming.cookie = "";
  expect((await post({ ...form, name: "Không ai" })).location).toMatch(/^\/dang-nhap/);
  expect(await names()).toEqual(["Bằng biểu mẫu"]);
});
