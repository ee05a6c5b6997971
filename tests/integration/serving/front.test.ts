import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { audited, factsIn, keptFor, nonceOf, type Options, on, reader } from "./readers";
import { type Find, PAGE, type Sabotage, type Stage, versionOf, writePage } from "./stage";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

type Guard = { name: string; check: (stage: Stage) => Promise<void>; sabotage: Sabotage };

let newest = "";
const forever = new Map<string, Awaited<ReturnType<Find>>>();

const guards: readonly Guard[] = [
  {
    name: "a write is in the next answer",
    check: async (stage) => {
      const { token } = await reader(db);
      await keptFor(stage, token);
      for (let round = 0; round < 5; round += 1) {
        expect((await stage.get(token)).isKept).toBe(true);
        await audited(db);
        const { body, isKept } = await stage.get(token);
        expect(isKept).toBe(false);
        expect(body).toContain(`version ${await versionOf(db)}`);
      }
    },
    sabotage: { find: (find) => async (token) => ({ userId: "", ...(await find(token)), version: "1" }) },
  },
  {
    name: "what was written while a page was made is in the next answer",
    check: async (stage) => {
      const { token } = await reader(db);
      await stage.get(token);
      await audited(db);
      stage.next.write = async (_, response) => {
        const before = await versionOf(db);
        await audited(db);
        newest = await versionOf(db);
        writePage(response, `version ${before}`);
      };
      await stage.get(token);
      expect((await stage.get(token)).body).toContain(`version ${newest}`);
    },
    // A page kept under the version read after it was made.
    sabotage: {
      pages: (pages) => ({
        ...pages,
        keep: (key, version, page) => pages.keep(key, newest || version, page),
      }),
    },
  },
  {
    name: "a session that was ended is not answered",
    check: async (stage) => {
      const { token, userId } = await reader(db);
      await keptFor(stage, token);
      await db.owner.query("UPDATE session SET revoked_at = now() WHERE user_id = $1", [userId]);
      expect((await stage.get(token)).status).toBe(307);
    },
    sabotage: {
      find: (find) => async (token) => {
        const found = forever.get(token) ?? (await find(token));
        forever.set(token, found);
        return found;
      },
    },
  },
  {
    name: "every answer has a nonce of its own, the same in its headers and its markup",
    check: async (stage) => {
      const { token } = await reader(db);
      const replies = [...(await keptFor(stage, token)), await stage.get(token)];
      const nonces = replies.map(nonceOf);
      expect(new Set(nonces).size).toBe(3);
      for (const [at, { body, headers }] of replies.entries()) {
        expect(nonces[at]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
        expect(headers.link).toContain(`nonce="${nonces[at]}"`);
        const tags = body.match(/<script\b[^>]*>/g) ?? [];
        expect(tags).toEqual(Array(2).fill(`<script nonce="${nonces[at]}">`));
      }
    },
    sabotage: {
      pages: (pages) => ({
        ...pages,
        find: (key, version) => {
          const page = pages.find(key, version);
          return page && { ...page, pour: () => page.pour("AAAAAAAAAAAAAAAAAAAAAA==") };
        },
      }),
    },
  },
];

describe.each([...guards])("$name", ({ check, sabotage }) => {
  test("holds", () => on(db, {}, check));
  test("would be missed if it did not", () =>
    on(db, sabotage, (stage) => expect(check(stage)).rejects.toThrow()));
});

/** The parts of the key in their order, each with two requests that differ in nothing else. */
const parts: readonly (readonly [string, Options, Options])[] = [
  ["day", {}, {}],
  ["address", { path: PAGE }, { path: `${PAGE}&sort=money` }],
  ["language", {}, { headers: { cookie: "locale=en" } }],
  ["theme", {}, { headers: { cookie: "theme=dark" } }],
  ["host", { headers: { host: "a.example" } }, { headers: { host: "b.example" } }],
  ["forwarded host", {}, { headers: { "x-forwarded-host": "b.example" } }],
  ["forwarded protocol", {}, { headers: { "x-forwarded-proto": "https" } }],
  ["forwarded port", {}, { headers: { "x-forwarded-port": "81" } }],
  ["browser", {}, { headers: { "user-agent": "Googlebot" } }],
];

async function expectApart(stage: Stage, title: string, first: Options, second: Options) {
  const { token } = await reader(db);
  const [one] = await keptFor(stage, token, first);
  if (title === "day") stage.shiftDays(1);
  const [other] = await keptFor(stage, token, second);
  expect(factsIn(other)).not.toBe(factsIn(one));
  stage.shiftDays(0);
  expect(factsIn(await stage.get(token, first))).toBe(factsIn(one));
}

const without = (at: number): Sabotage => ({
  pages: ({ find, keep }) => {
    const less = (key: string) => JSON.stringify(JSON.parse(key).toSpliced(at, 1));
    return {
      find: (key, version) => find(less(key), version),
      keep: (key, version, page) => keep(less(key), version, page),
    };
  },
});

describe("a page is kept for one reader and one way of asking", () => {
  const expectOwn = async (stage: Stage) => {
    const [mine, theirs] = [await reader(db), await reader(db)];
    for (const { token, login } of [mine, theirs, mine])
      expect((await stage.get(token)).body).toContain(login);
  };
  test("never shown to another reader", () => on(db, {}, expectOwn));
  test("a key without the reader would be noticed", () =>
    on(db, without(0), (stage) => expect(expectOwn(stage)).rejects.toThrow()));
  test.each([...parts])("%s", (...part) => on(db, {}, (stage) => expectApart(stage, ...part)));
  test.each([...parts.entries()])("a key without part %i would be noticed", (at, part) =>
    on(db, without(at + 1), (stage) => expect(expectApart(stage, ...part)).rejects.toThrow()),
  );
});
