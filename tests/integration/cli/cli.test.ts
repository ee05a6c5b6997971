import { execFile } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { actorOfToken } from "@/lib/auth/queries";
import { confirmPassword } from "@/lib/auth/sign-in";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

// Every command is a process of its own; a busy machine starts them slowly.
vi.setConfig({ testTimeout: 180_000 });

type Outcome = { code: number; lines: string[]; error: string };

let db: TestDatabase;
const folder = mkdtempSync(path.join(tmpdir(), "thads-cli-"));
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await db.close();
});

/** One command line as its own process, against this file's database. */
function cli(...words: string[]): Promise<Outcome> {
  const env = { ...process.env, DATABASE_URL: db.url };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/cli.mjs", ...words], { env }, (error, stdout, stderr) => {
      const code = error ? Number(error.code ?? 1) : 0;
      resolve({ code, lines: stdout.trimEnd().split("\n"), error: stderr.trimEnd() });
    });
  });
}

async function done(...words: string[]): Promise<string> {
  const { code, lines, error } = await cli(...words);
  expect({ code, error }).toEqual({ code: 0, error: "" });
  return lines.at(-1) ?? "";
}

async function refused(...words: string[]): Promise<string> {
  const { code, error } = await cli(...words);
  expect(code).toBe(1);
  expect(error.split("\n")).toHaveLength(1);
  return error;
}

function createUser(login: string, role: string, more: string[] = []): Promise<string> {
  const words = ["--login", login, "--role", role, "--agency", "cuc-hung-yen", "--password", "may-chu-1"];
  return done("user", "create", ...words, ...more);
}

test("makes an account that works at once, and a token that acts as it, until it is revoked", async () => {
  expect(await createUser("hy.nhap", "CLERK", ["--name", "Đặng Thị Ước"])).toMatch(/: hy\.nhap$/);
  const { rows } = await db.owner.query(
    "SELECT id, name, must_change_password FROM user_account WHERE login = 'hy.nhap'",
  );
  expect(rows).toMatchObject([{ name: "Đặng Thị Ước", must_change_password: false }]);
  expect(await confirmPassword(rows[0].id, "may-chu-1")).toBe(true);

  const { lines } = await cli("token", "create", "--login", "hy.nhap", "--label", "thử");
  const token = lines.at(-1)?.split(" ").at(-1) ?? "";
  expect(await actorOfToken(token)).toMatchObject({
    login: "hy.nhap",
    assignments: [{ role: "CLERK", agency: "cuc-hung-yen" }],
  });
  await done("token", "revoke", "--id", lines.at(-2)?.split(" ").at(-1) ?? "");
  expect(await actorOfToken(token)).toBeNull();
});

test("refuses in one sentence on stderr with exit code 1", async () => {
  const words = ["--login", "ai.do", "--password", "may-chu-1"];
  expect(await refused("user", "create", ...words, "--role", "CLERK", "--agency", "khong-co")).toContain(
    "khong-co",
  );
  expect(await refused("user", "create", ...words, "--role", "VUA", "--agency", "tc")).toContain("CLERK");
  expect(await refused("user", "create", ...words, "--agency", "tc")).toContain("--role");
  expect(await refused("token", "create", "--login", "khong.co")).toContain("Không tìm thấy");
  expect(await refused("token", "create", "--login", "khong.co", "--for", "x")).toContain("--for");
  expect(await refused("user", "destroy")).toContain("destroy");
});

test("opens, closes and locks a period, and then leaves it locked", async () => {
  const period = ["--year", "2019", "--month", "3"];
  const status = async () =>
    (await db.owner.query("SELECT status FROM period WHERE year = 2019 AND month = 3")).rows[0].status;
  expect(await done("period", "open", ...period)).toMatch(/: 2019-03$/);
  expect(await status()).toBe("OPEN");
  await done("period", "close", ...period);
  expect(await status()).toBe("CLOSED");
  await done("period", "lock", ...period);
  expect(await refused("period", "open", ...period)).toContain("khóa sổ");
  expect(await status()).toBe("LOCKED");
  expect(await refused("period", "open", "--year", "1999", "--month", "3")).toContain("year");
});

test("reopens a period for one agency and ends that again", async () => {
  const period = ["--year", "2018", "--month", "3", "--agency", "cuc-hung-yen"];
  expect(await refused("period", "open", ...period)).toContain("--reason");
  expect(await refused("period", "open", ...period, "--reason", "Sửa", "--until", "2020-01-01")).toContain(
    "hôm nay",
  );
  await done("period", "open", ...period, "--reason", "Sửa", "--until", "2099-01-01");
  const listed = (await cli("period", "list", "--year", "2018")).lines;
  expect(listed).toHaveLength(12);
  expect(listed[2]).toContain("cuc-hung-yen → 2099-01-01");
  await done("period", "close", ...period);
  expect(await refused("period", "close", ...period)).toContain("không đang mở lại");
});

test("imports as a named user with that user's rights, and prints every issue", async () => {
  await createUser("hy.xem", "LEADER");
  const file = path.join(folder, "sai.csv");
  writeFileSync(file, "agency;year\ncuc-hung-yen;2021\n");
  const words = ["import", "--mode", "final", "--source", "Thử"];
  expect(await refused(...words, "--file", file, "--as", "khong.co")).toContain("khong.co");
  expect(await refused(...words, "--file", path.join(folder, "khong.csv"), "--as", "hy.xem")).toContain(
    "Không có tệp",
  );
  const good = "tests/unit/form/hung-yen-2021.csv";
  expect(await refused(...words, "--file", good, "--as", "hy.xem")).toContain("không được phép");
  await createUser("tc.nhap", "GENERAL_STAFF", ["--from", "2010-01-01"]);
  expect(await refused(...words, "--file", file, "--as", "tc.nhap")).not.toContain("không được phép");
  expect(await done(...words, "--file", good, "--as", "tc.nhap", "--dry-run")).toContain("264 / 264");
});

test("records a change of organisation from a file, and refuses what is none", async () => {
  const decision = { decisionNumber: "12/QĐ-BTP", decisionDate: "2022-09-01", effectiveOn: "2022-10-01" };
  const file = path.join(folder, "su-kien.json");
  const event = ["agencies", "event", "--file", file];
  writeFileSync(file, JSON.stringify({ kind: "RENAME", agency: "cc-325", name: "Chi cục Mới", ...decision }));
  expect(await done(...event)).toMatch(/: [0-9a-f-]{36}$/);
  const { lines } = await cli("agencies", "list", "--as-of", "2022-10-01");
  expect(lines.find((line) => line.startsWith("cc-325 "))).toContain("Chi cục Mới");
  writeFileSync(file, JSON.stringify({ kind: "ABOLISH", agency: "cuc-hung-yen", ...decision }));
  expect(await refused(...event)).toContain("không còn cấp trên");
  writeFileSync(file, JSON.stringify({ kind: "VANISH", agency: "cc-325" }));
  expect(await refused(...event)).toContain("kind");
  writeFileSync(file, "RENAME cc-325");
  expect(await refused(...event)).toContain("không phải JSON");
});

test.each(["user", "token", "period", "agencies", "targets", "import", "audit"])(
  "%s --help explains itself",
  async (group) => {
    const { code, lines, error } = await cli(group, "--help");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(lines[0]).toContain(`npm run cli -- ${group}`);
  },
);

test("assigns targets, lists, and finds the audit whole, or broken where it was touched", async () => {
  const target = ["targets", "set", "--agency", "cuc-hung-yen", "--year", "2021"];
  await done(...target, "--cases", "above:83.00", "--money", "above:40.10");
  expect(await refused(...target, "--cases", "over:83.00")).toContain("above");
  const listed = (await cli("targets", "list", "--year", "2021")).lines;
  expect(listed.find((line) => line.startsWith("cuc-hung-yen"))).toMatch(/above:83[.,]00 +above:40[.,]10/);
  expect(await done("agencies", "list", "--as-of", "2022-09-30")).toContain("769");
  expect(await done("audit", "verify")).toContain("nguyên vẹn");
  await db.owner.query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL; UPDATE audit_entry SET subject = 'x'
    WHERE (chain, seq) = (SELECT chain, seq FROM audit_entry ORDER BY at DESC LIMIT 1)`);
  expect(await refused("audit", "verify")).toContain("Nhật ký bị sửa");
});

test("anchors the audit, and holds it against the file and a copy of it", async () => {
  await db.owner.query("SELECT audit_append('cc-325', 'test', 'report.save', 'report', '{}')");
  expect(await done("audit", "anchor")).toMatch(/Made anchor \d+: [0-9a-f]{64}$/);
  const copy = path.join(folder, "moc.jsonl");
  copyFileSync(process.env.ANCHOR_FILE ?? "", copy);
  const { lines } = await cli("audit", "verify", "--anchors", copy);
  expect(lines.join("\n")).not.toContain("cc-325");
  await db.owner.query(`ALTER TABLE audit_entry DISABLE TRIGGER ALL;
    DELETE FROM audit_entry WHERE chain = 'cc-325'; DELETE FROM audit_head WHERE chain = 'cc-325'`);
  writeFileSync(process.env.ANCHOR_FILE ?? "", "");
  const after = await cli("audit", "verify", "--anchors", copy);
  expect(after.code).toBe(1);
  expect(after.lines.join("\n")).toContain("cc-325 #1: cả chuỗi bị xóa");
  expect(await refused("audit", "verify", "--anchors", "khong.jsonl")).toContain("Không có tệp");
});

test("says in one sentence that the database cannot be reached", async () => {
  const env = { ...process.env, DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
  const error = await new Promise<string>((resolve) => {
    execFile(process.execPath, ["scripts/cli.mjs", "user", "list"], { env }, (_error, _out, stderr) =>
      resolve(stderr),
    );
  });
  expect(error.trimEnd().split("\n")).toHaveLength(1);
  expect(error).toContain("Không nối được");
});
