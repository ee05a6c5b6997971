import { signIn } from "@/lib/auth/sign-in";
import { PASSWORD } from "@/tests/factories/sign-in";
import { createUser } from "@/tests/factories/users";
import type { TestDatabase } from "@/tests/setup/test-database";
import { compare, timesOf, told } from "./timing";

const ROUNDS = 40;
let networks = 0;

/** Everybody is tried a few times only: what locks an account is no part of what is timed here. */
async function people(db: TestDatabase, kind: string, disabled: boolean): Promise<void> {
  const { login } = await createUser(db, { login: `${kind}.model`, password: PASSWORD, disabled });
  const client = await db.owner.connect();
  await client.query("BEGIN");
  await client.query("SELECT audit_append('users', 'test', 'user.arrange', $1, '{}')", [login]);
  await client.query(
    `INSERT INTO user_account (id, login, name, password_hash, must_change_password, disabled_at, created_at)
     SELECT gen_random_uuid(), $2 || '.' || n, name, password_hash, false, disabled_at, created_at
     FROM user_account, generate_series(-2, 1000) n WHERE login = $1`,
    [login, kind],
  );
  await client.query("COMMIT");
  client.release();
}

/** What a sign-in from a network of its own answers. */
function answerTo(login: string, password: string): Promise<string> {
  networks += 1;
  const address = `172.${networks >> 8}.${networks & 255}.1`;
  return signIn({ login, password, address, device: "test" }).then(
    () => "in",
    (error: Error) => error.message.replace(/\d\d:\d\d:\d\d/, "…"),
  );
}

/** Each way of failing, on another account each round. */
const failing = (from: number) => [
  { name: "wrong", run: (n: number) => answerTo(`known.${from + n}`, "sai mat khau") },
  { name: "unknown", run: (n: number) => answerTo(`nobody.${from + n}`, "sai mat khau") },
  { name: "disabled", run: (n: number) => answerTo(`disabled.${from + n}`, "sai mat khau") },
  { name: "disabled, right password", run: (n: number) => answerTo(`disabled.${500 + from + n}`, PASSWORD) },
];

/** Locks for an hour whoever failed three times: the wait after the third failure is too short for a slow machine. */
const lockAll = (db: TestDatabase) =>
  db.owner.query(`UPDATE login_throttle SET locked_until = now() + interval '1 hour'
    WHERE failures >= 3 AND key LIKE 'account:%'`);

/** The different answers to failing; one is what there should be, and one more when locked. */
async function answers(db: TestDatabase): Promise<{ open: number; locked: number }> {
  const open = await Promise.all(failing(200).map(({ run }) => run(0)));
  const logins = ["known.300", "nobody.300", "disabled.300"];
  for (const login of [...logins, ...logins, ...logins]) await answerTo(login, "sai");
  await lockAll(db);
  const tries = logins.flatMap((login) => [answerTo(login, PASSWORD), answerTo(login, "sai")]);
  return { open: new Set(open).size, locked: new Set(await Promise.all(tries)).size };
}

/**
 * Whether answer or time of a refused sign-in tells that an account exists, open or locked. `leak` switches the control
 * on: nobody's password is then not hashed, the mistake that this is here to find.
 */
export async function enumerate(db: TestDatabase, leak: () => void) {
  await people(db, "known", false);
  await people(db, "disabled", true);
  const different = await answers(db);
  const times = await timesOf(failing(2), ROUNDS);
  const others = ["unknown", "disabled", "disabled, right password"];
  const locked = await timesOf(
    [
      { name: "known", run: () => answerTo("known.300", PASSWORD) },
      { name: "unknown", run: () => answerTo("nobody.300", PASSWORD) },
    ],
    ROUNDS,
  );
  const compared = [
    ...others.map((name) => ({ name: `wrong / ${name}`, ...compare(times.get("wrong"), times.get(name)) })),
    { name: "locked: known / unknown", ...compare(locked.get("known"), locked.get("unknown")) },
  ];
  leak();
  const leaking = await timesOf(failing(100).slice(0, 2), 15);
  const control = compare(leaking.get("wrong"), leaking.get("unknown"));
  const words = compared.map((each) => told(each.name, each)).join("; ");
  return {
    different,
    leaks: compared.filter(({ isLeak }) => isLeak).map(({ name }) => name),
    isControlFound: control.isLeak,
    line: `R18 enumeration by timing, ${ROUNDS} each: ${words}; control, unknown not hashed: ${told("", control)}`,
  };
}
