import "server-only";
import { randomInt } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// The library's own default algorithm is argon2id; its enum cannot be imported under isolatedModules.
const options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const MAX_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** Each hash takes 64 MiB: at most two run at once, the others queue. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** What the database keeps of a password. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, options));
}

let dummy: Promise<string> | undefined;

/** Whether the password fits; with no hash (nobody of that login) takes as long and says no. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword("nobody has this password");
  const isReal = passwordHash?.startsWith("$argon2id$") ?? false;
  const against = isReal && passwordHash ? passwordHash : await dummy;
  const fits = await inTurn(() => verify(against, password));
  return isReal && fits;
}

const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

/** A random initial password of five groups of four, without letters that look alike (about 98 bits). */
export function randomPassword(): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 5 }, group).join("-");
}
