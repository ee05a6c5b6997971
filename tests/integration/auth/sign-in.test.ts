import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { perform } from "@/lib/actions/perform";
import { signIn } from "@/lib/auth/sign-in";
import { rawClient } from "@/lib/db/client";
import { userOperations } from "@/lib/users/operations";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const clock = vi.hoisted(() => ({ shift: 0 }));
vi.mock("@/lib/clock", () => ({ now: () => new Date(Date.now() + clock.shift) }));

let db: TestDatabase;
let nextNetwork = 0;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
afterEach(() => {
  clock.shift = 0;
});

const PASSWORD = "mua thu la vang roi";

/** What a sign-in from a network of its own answers: "in", or the refusal's sentence. */
async function answerTo(
  login: string,
  password: string,
  address = `10.0.${nextNetwork++}.1`,
): Promise<string> {
  try {
    await signIn({ login, password, address, device: "test" });
    return "in";
  } catch (error) {
    return (error as Error).message.replace(/\d\d:\d\d:\d\d/, "…");
  }
}

const clerk = () => createUser(db, { role: "CLERK", agency: "cuc-hung-yen", password: PASSWORD });
const WRONG = "Tên đăng nhập hoặc mật khẩu không đúng.";
const WAIT = "Đã thử sai nhiều lần. Hãy thử lại sau …, hoặc nhờ quản trị cấp lại mật khẩu.";

async function failFiveTimes(login: string): Promise<string[]> {
  const answers: string[] = [];
  for (const seconds of [0, 1, 2, 8, 40]) {
    clock.shift = seconds * 1000;
    answers.push(await answerTo(login, "sai"));
  }
  return answers;
}

test("unknown, wrong and disabled get the same sentence", async () => {
  const { login } = await clerk();
  const { login: disabled } = await createUser(db, { password: PASSWORD, disabled: true });
  expect(await answerTo(login, PASSWORD)).toBe("in");
  expect(await answerTo(login, "sai")).toBe(WRONG);
  expect(await answerTo(disabled, PASSWORD)).toBe(WRONG);
  expect(await answerTo("khong.co.ai", PASSWORD)).toBe(WRONG);
});

test("the third failure makes the next try wait, the fifth locks for fifteen minutes, known or not", async () => {
  const { login } = await clerk();
  for (const each of [login, "cung.khong.co"]) {
    expect(await failFiveTimes(each)).toEqual([WRONG, WRONG, WRONG, WRONG, WRONG]);
    expect(await answerTo(each, PASSWORD)).toBe(WAIT);
    clock.shift = (40 + 14 * 60) * 1000;
    expect(await answerTo(each, PASSWORD)).toBe(WAIT);
    clock.shift = 0;
  }
  clock.shift = (41 + 15 * 60) * 1000;
  expect(await answerTo(login, PASSWORD)).toBe("in");
});

test("after the third failure a try within five seconds is not even evaluated", async () => {
  const { login } = await clerk();
  for (let n = 0; n < 3; n += 1) expect(await answerTo(login, "sai")).toBe(WRONG);
  expect(await answerTo(login, PASSWORD)).toBe(WAIT);
  clock.shift = 6_000;
  expect(await answerTo(login, PASSWORD)).toBe("in");
});

test("a lock survives a restart of the application", async () => {
  const { login } = await clerk();
  await failFiveTimes(login);
  await rawClient().$disconnect();
  (globalThis as { thadsClient?: unknown }).thadsClient = undefined;
  expect(await answerTo(login, PASSWORD)).toBe(WAIT);
});

test("of two hundred guesses at once at most five are evaluated", async () => {
  const { login } = await clerk();
  const answers = await Promise.all(Array.from({ length: 200 }, () => answerTo(login, "sai")));
  const evaluated = answers.filter((answer) => answer === WRONG).length;
  expect(evaluated).toBeGreaterThan(0);
  expect(evaluated).toBeLessThanOrEqual(5);
});

test("one network may not try one password on many accounts", async () => {
  const address = "192.0.2.7";
  const answers: string[] = [];
  for (let n = 0; n < 51; n += 1) answers.push(await answerTo(`nguoi.${n}`, "sai", address));
  expect(answers.slice(0, 50).every((answer) => answer === WRONG)).toBe(true);
  expect(answers[50]).toBe(WAIT);
  const { login } = await clerk();
  expect(await answerTo(login, PASSWORD, "192.0.2.99")).toBe(WAIT);
  expect(await answerTo(login, PASSWORD, "192.0.3.7")).toBe("in");
});

test("an administrator's reset lifts the lock", async () => {
  const { login } = await clerk();
  await failFiveTimes(login);
  const admin = await createActor(db, { role: "ADMIN", agency: "cuc-hung-yen" });
  const { initialPassword } = await perform(userOperations.resetPassword, admin, { login });
  expect(await answerTo(login, initialPassword ?? "")).toBe("in");
});
