import { execFile } from "node:child_process";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { perform } from "@/lib/actions/perform";
import { type Actor, systemActor } from "@/lib/auth/actor";
import { day } from "@/lib/core/day";
import { inViewOf } from "@/lib/db/client";
import { digestSending } from "@/lib/digest/sending/operations";
import { subscribeToDigest } from "@/lib/digest/subscriptions/operations";
import { getSubscription, listSubscribers } from "@/lib/digest/subscriptions/queries";
import { loadReports, simpleReport } from "@/tests/factories/loaded-reports";
import { smtpServer } from "@/tests/factories/smtp-server";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

// Every command is a process of its own; a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

const system = systemActor("test");
const monday = ["digest", "send", "--day", "2021-10-04"];
let db: TestDatabase;
let mail: Awaited<ReturnType<typeof smtpServer>>;

beforeAll(async () => {
  db = await testDatabase();
  mail = await smtpServer();
  const totals = { done: 10n, eligible: 20n };
  await loadReports(db.owner, [
    simpleReport({ agency: "cc-325", year: 2021, month: 12 }, { cases: totals, money: totals }, true),
  ]);
});
afterAll(async () => {
  await mail.close();
  await db.close();
});
beforeEach(async () => {
  mail.delivered.length = 0;
  await db.owner.query(
    `WITH line AS (SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}')), gone AS (
       DELETE FROM digest_sent USING line RETURNING 1)
     SELECT count(*) FROM gone`,
  );
  await db.owner.query(
    `WITH line AS (SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}'))
     UPDATE digest_subscription SET active = false FROM line`,
  );
});

type Outcome = { code: number; lines: string[]; error: string };

function cli(words: readonly string[], more: Record<string, string> = {}): Promise<Outcome> {
  const env = { ...process.env, DATABASE_URL: db.url, APP_ORIGIN: "https://thidua.example.vn", ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/cli.mjs", ...words], { env }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, lines: stdout.trimEnd().split("\n"), error: stderr.trimEnd() });
    });
  });
}
const send = (words: readonly string[] = monday) =>
  cli(words, { SMTP_URL: mail.url, MAIL_FROM: "Thi đua THADS <thidua@example.vn>" });

async function subscriber(email: string, more: object = {}): Promise<Actor> {
  const actor = await createActor(db, { role: "LEADER", agency: "cuc-hung-yen" });
  await perform(subscribeToDigest, actor, { email, active: "yes", ...more });
  return actor;
}

/** The parts of a message, decoded. */
function readable(message: string): string {
  return message
    .split(/\r\n--[^\r\n]+/)
    .map((part) => {
      const [head = "", ...body] = part.split("\r\n\r\n");
      const text = body.join("\r\n\r\n");
      if (/base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
      const joined = text
        .replace(/=\r\n/g, "")
        .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
      return Buffer.from(joined, "latin1").toString("utf8");
    })
    .join("\n");
}

test("without a mail server it says so in one sentence and fails", async () => {
  for (const env of [
    {},
    { SMTP_URL: mail.url },
    { MAIL_FROM: "a@b.vn" },
    { SMTP_URL: "http://x", MAIL_FROM: "a@b.vn" },
  ]) {
    const { code, error } = await cli(monday, { SMTP_URL: "", MAIL_FROM: "", ...env });
    expect(code).toBe(1);
    expect(error).toMatch(/^✗ Chưa cấu hình gửi thư: .*SMTP_URL.*MAIL_FROM.*Mail is not configured[^\n]*$/);
  }
});

test("a mail server that does not answer is told at once, and nothing is lost for the next try", async () => {
  const { userId } = await subscriber("mai@example.vn");
  const { code, error } = await cli(monday, { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "a@b.vn" });
  expect(code).toBe(1);
  expect(error).toMatch(/^✗ Máy chủ thư [^\n]*ECONNREFUSED/);
  const { rows } = await db.owner.query("SELECT 1 FROM digest_sent WHERE user_id = $1", [userId]);
  expect(rows).toEqual([]);
});

test("everybody who asked gets their own digest as text and markup, in their language, once a morning", async () => {
  const vi = await subscriber("truong@example.vn");
  await subscriber("chief@example.vn", { locale: "en" });
  await subscriber("khong@example.vn", { active: "no" });
  const first = await send();
  expect(first.code, first.error).toBe(0);
  expect(first.lines.at(-1)).toBe(
    "Bản tin 2021-10-04: gửi 2, bỏ qua 0, lỗi 0 / digest 2021-10-04: 2 sent, 0 skipped, 0 failed",
  );
  expect(mail.delivered.map(({ to }) => to).sort()).toEqual(["chief@example.vn", "truong@example.vn"]);
  const of = (address: string) =>
    (mail.delivered.find(({ to }) => to === address)?.message ?? "").replace(/:\r\n </g, ": <");
  const [vietnamese, english] = [of("truong@example.vn"), of("chief@example.vn")];
  expect(vietnamese).toContain(`Message-ID: <digest.2021-10-04.${vi.userId}@thidua.example.vn>`);
  expect(vietnamese).toContain("Auto-Submitted: auto-generated");
  expect(vietnamese).toContain("multipart/alternative");
  expect(readable(vietnamese)).toContain("CÓ THÊM BÁO CÁO ĐƯỢC DUYỆT");
  expect(readable(vietnamese)).toContain("Số liệu minh họa");
  expect(readable(vietnamese)).toContain('href="https://thidua.example.vn/ban-tin?ngay=2021-10-04"');
  expect(readable(english)).toContain("Morning of 04/10/2021");

  const again = await send();
  expect(again.lines.at(-1)).toContain("gửi 0, bỏ qua 2, lỗi 0");
  expect(mail.delivered).toHaveLength(2);
});

test("one person's refusal stops nobody else, is told, and is tried again; the others get no second message", async () => {
  const refused = await subscriber("refused@example.vn");
  await subscriber("tot@example.vn");
  for (const _round of [1, 2]) {
    const { code, lines, error } = await send();
    expect(code).toBe(1);
    expect(error).toMatch(/^✗ Bản tin 2021-10-04: .*lỗi 1 \/ [^\n]*1 failed/);
    expect(lines.join("\n")).toMatch(new RegExp(`✗ ${refused.login}: .*550`));
  }
  expect(mail.delivered.map(({ to }) => to)).toEqual(["tot@example.vn"]);
  const { rows } = await db.owner.query("SELECT status, attempts FROM digest_sent WHERE user_id = $1", [
    refused.userId,
  ]);
  expect(rows).toEqual([{ status: "UNSENT", attempts: 2 }]);
});

test("what may have arrived is not sent again", async () => {
  const lost = await subscriber("lost@example.vn");
  expect((await send()).code).toBe(1);
  expect((await send()).lines.at(-1)).toContain("gửi 0, bỏ qua 1, lỗi 0");
  expect(mail.delivered).toHaveLength(1);
  const { rows } = await db.owner.query("SELECT status FROM digest_sent WHERE user_id = $1", [lost.userId]);
  expect(rows).toEqual([{ status: "SENDING" }]);
});

test("who no longer reads results or was disabled gets nothing", async () => {
  const gone = await subscriber("gone@example.vn");
  const disabled = await subscriber("disabled@example.vn");
  await db.owner.query(
    `WITH line AS (SELECT audit_append('system', 'test', 'test.arrange', 'test', '{}')), a AS (
       UPDATE role_assignment SET valid_until = '2015-01-01' FROM line WHERE user_id = $1 RETURNING 1)
     UPDATE user_account SET disabled_at = now() FROM line WHERE id = $2`,
    [gone.userId, disabled.userId],
  );
  const { code, lines } = await send();
  expect(code).toBe(1);
  expect(lines.join("\n")).toContain(`✗ ${gone.login}`);
  expect(lines.join("\n")).not.toContain(disabled.login);
  expect(mail.delivered).toEqual([]);
});

test("refuses a day that is none, a holiday or weekend, and one to come", async () => {
  expect((await send(["digest", "send", "--day", "hôm nay"])).error).toContain("YYYY-MM-DD");
  expect((await send(["digest", "send", "--day", "2021-10-03"])).error).toContain("2021-10-03");
  expect(await send(["digest", "send", "--day", "2099-01-05"])).toMatchObject({ code: 1 });
});

test("of ten that claim one morning at once one is let through, and a sent one is never claimed or changed", async () => {
  const { userId } = await subscriber("mot@example.vn");
  const morning = day("2021-10-04");
  const claims = await Promise.all(
    Array.from({ length: 10 }, () => perform(digestSending.claim, system, { userId, morning })),
  );
  expect(claims.filter(({ claimed }) => claimed)).toHaveLength(1);
  await perform(digestSending.settle, system, { userId, morning, outcome: "SENT" });
  expect(await perform(digestSending.claim, system, { userId, morning })).toEqual({ claimed: false });
  await expect(
    perform(digestSending.settle, system, { userId, morning, outcome: "UNSENT" }),
  ).rejects.toMatchObject({ code: "not-found" });
  await expect(
    db.owner.query("UPDATE digest_sent SET status = 'UNSENT' WHERE user_id = $1", [userId]),
  ).rejects.toThrow("digest_leaves_once");
});

test("the wish is one's own: asked for, changed, taken back; refused without address or anything to read", async () => {
  const actor = await createActor(db, { role: "APPROVER", agency: "cc-325" });
  const wish = (input: object, who = actor) => perform(subscribeToDigest, who, input);
  expect((await getSubscription(actor)).subscription).toBeNull();
  await wish({ active: "no" });
  await expect(wish({ active: "yes" })).rejects.toMatchObject({ code: "invalid", fields: { email: {} } });
  for (const email of ["a@b.vn, c@d.vn", "a@b", "A <a@b.vn>", "a@b.vn\nBcc: c@d.vn", "", "a b@c.vn"]) {
    await expect(wish({ active: "yes", email })).rejects.toMatchObject({ code: "invalid" });
  }
  await wish({ active: "yes", email: " duyet@example.vn " });
  await wish({ active: "no", locale: "en" });
  expect((await getSubscription(actor)).subscription).toEqual({
    email: "duyet@example.vn",
    locale: "en",
    active: false,
  });
  const administrator = await createActor(db, { role: "ADMIN", agency: "tc" });
  await expect(wish({ active: "yes", email: "a@b.vn" }, administrator)).rejects.toMatchObject({
    code: "precondition",
  });
  await expect(listSubscribers(actor)).rejects.toMatchObject({ code: "not-found" });
  await expect(
    perform(digestSending.claim, administrator, { userId: actor.userId, morning: "2021-10-04" }),
  ).rejects.toMatchObject({ code: "forbidden" });
  const national = await createActor(db, { role: "LEADER", agency: "tc" });
  const seen = (who: Actor) =>
    inViewOf(who, (tx) => tx.digestSubscription.count({ where: { userId: actor.userId } }));
  expect([await seen(national), await seen(actor)]).toEqual([0, 1]);
});
