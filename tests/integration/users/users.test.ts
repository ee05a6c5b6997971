import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { actorOfUser } from "@/lib/auth/queries";
import { ownOperations, userOperations } from "@/lib/users/operations";
import { getUser, listUsers } from "@/lib/users/queries";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let admin: Actor;
beforeAll(async () => {
  db = await testDatabase();
  admin = await createActor(db, { role: "ADMIN", agency: "cuc-hung-yen", login: "quan.tri" });
});
afterAll(() => db.close());

let count = 0;
const input = (more: Record<string, unknown> = {}) => ({
  login: `nguoi.moi.${count++}`,
  name: "Nguyễn Văn Mới",
  role: "CLERK",
  agency: "cuc-hung-yen",
  ...more,
});

test("creates an account with a random initial password, its role and a line of audit", async () => {
  const wanted = input();
  const { login, initialPassword } = await perform(userOperations.create, admin, wanted);
  expect(initialPassword).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
  const user = await getUser(admin, login);
  expect(user).toMatchObject({ name: wanted.name, mustChangePassword: true, isDisabled: false });
  expect(user.assignments).toMatchObject([
    { role: "CLERK", agency: "cuc-hung-yen", inForce: true, acting: false },
  ]);
  const { rows } = await db.owner.query("SELECT actor_id, text FROM audit_entry WHERE subject = $1", [
    `user:${login}`,
  ]);
  expect(rows).toMatchObject([{ actor_id: admin.userId }]);
  expect(rows[0].text).not.toContain(initialPassword);
});

test.each([
  ["login", { login: "Tên Có Dấu" }],
  ["login", { login: "quan.tri" }],
  ["name", { name: " " }],
  ["role", { role: "KING" }],
  ["agency", { agency: "cuc-khong-co" }],
  ["validFrom", { validFrom: "2022-02-30" }],
  ["validUntil", { validFrom: "2022-03-01", validUntil: "2022-03-01" }],
  ["validUntil", { acting: true, decisionNumber: "12/QĐ" }],
  ["decisionNumber", { acting: true, validUntil: "2099-01-01" }],
  ["password", { password: "ngan qua" }],
])("names the field %s when it refuses %o", async (field, more) => {
  const refusal = await perform(userOperations.create, admin, input(more)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "invalid" });
  expect(Object.keys((refusal as { fields: object }).fields)).toEqual([field]);
});

test("refuses fields it does not know", async () => {
  const smuggled = input({ mustChangePassword: false });
  await expect(perform(userOperations.create, admin, smuggled)).rejects.toMatchObject({ code: "invalid" });
});

test("keeps an acting head with the end and the decision number", async () => {
  const head = input({
    role: "APPROVER",
    acting: "on",
    validUntil: "2099-07-01",
    decisionNumber: "12/QĐ-CTHADS",
  });
  const { login } = await perform(userOperations.create, admin, head);
  const { assignments } = await getUser(admin, login);
  expect(assignments).toMatchObject([
    { acting: true, validUntil: "2099-07-01", decisionNumber: "12/QĐ-CTHADS" },
  ]);
});

test.each(["CLERK", "APPROVER", "GENERAL_STAFF", "LEADER", "AUDITOR"] as const)(
  "lets no %s administer or list accounts",
  async (role) => {
    const actor = await createActor(db, { role, agency: "cuc-hung-yen" });
    const { login } = await createUser(db);
    const tries: Promise<unknown>[] = [
      perform(userOperations.create, actor, input()),
      perform(userOperations.disable, actor, { login }),
      perform(userOperations.enable, actor, { login }),
      perform(userOperations.resetPassword, actor, { login }),
      perform(userOperations.revokeSessions, actor, { login }),
      perform(userOperations.assignRole, actor, { login, role: "ADMIN", agency: "cuc-hung-yen" }),
    ];
    for (const result of await Promise.allSettled(tries)) {
      expect(result).toMatchObject({ status: "rejected", reason: { code: "forbidden" } });
    }
    await expect(listUsers(actor)).rejects.toMatchObject({ code: "not-found" });
    await expect(getUser(actor, login)).rejects.toMatchObject({ code: "not-found" });
  },
);

test("disables and enables, but not the account in use", async () => {
  const { userId, login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen" });
  await perform(userOperations.disable, admin, { login });
  expect(await actorOfUser(userId, "session")).toBeNull();
  await perform(userOperations.enable, admin, { login });
  expect(await actorOfUser(userId, "session")).toMatchObject({ login });
  const own = perform(userOperations.disable, admin, { login: admin.login });
  await expect(own).rejects.toMatchObject({ code: "precondition" });
});

test("refuses the same role at the same agency twice at a time", async () => {
  const { login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const again = perform(userOperations.assignRole, admin, { login, role: "CLERK", agency: "cuc-hung-yen" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
});

test("answers not-found for an account that does not exist", async () => {
  await expect(perform(userOperations.disable, admin, { login: "khong.co" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(getUser(admin, "khong.co")).rejects.toMatchObject({ code: "not-found" });
});

test("finds accounts without diacritics, by name, agency and role", async () => {
  const name = "Đặng Thị Ước";
  const { login } = await createUser(db, { name, role: "AUDITOR", agency: "cuc-hung-yen" });
  const logins = async (filter: Parameters<typeof listUsers>[1]) =>
    (await listUsers(admin, filter)).map((user) => user.login);
  expect(await logins({ text: "dang thi uoc" })).toEqual([login]);
  expect(await logins({ text: "hung yen", role: "AUDITOR" })).toContain(login);
  expect(await logins({ text: "dang thi uoc", role: "CLERK" })).toEqual([]);
});

test("the operator makes a token for a named user, a user only for oneself", async () => {
  const { login } = await createUser(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const { token } = await perform(ownOperations.createToken, systemActor("cli"), { login });
  expect(token).toMatch(/^thads_/);
  await expect(perform(ownOperations.createToken, admin, { login })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("nobody revokes another's token", async () => {
  const owner = await createActor(db, { role: "CLERK", agency: "cuc-hung-yen" });
  const { tokenId } = await perform(ownOperations.createToken, owner, {});
  await expect(perform(ownOperations.revokeToken, admin, { tokenId })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(perform(ownOperations.revokeToken, owner, { tokenId })).resolves.toBeNull();
});

test("the operator's chosen password needs no replacing", async () => {
  const wanted = input({ password: "may-chu-1" });
  const { login, initialPassword } = await perform(userOperations.create, systemActor("cli"), wanted);
  expect(initialPassword).toBeNull();
  expect(await getUser(admin, login)).toMatchObject({ mustChangePassword: false });
});

test("the password rules are data: the installation's setting counts", async () => {
  const wanted = { ...input(), password: "bon muoi ky tu" };
  await db.owner.query(`BEGIN; SELECT audit_append('system', 'test', 'setting', 'setting:password.rules', '{}');
    INSERT INTO setting VALUES ('password.rules', '{"minLength": 20}'); COMMIT`);
  await expect(perform(userOperations.create, admin, wanted)).rejects.toThrow("ít nhất 20 ký tự");
  await db.owner.query(`BEGIN; SELECT audit_append('system', 'test', 'setting', 'setting:password.rules', '{}');
    DELETE FROM setting WHERE key = 'password.rules'; COMMIT`);
  await expect(perform(userOperations.create, admin, wanted)).resolves.toMatchObject({
    initialPassword: null,
  });
});
