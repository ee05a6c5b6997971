import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { audited, factsIn, keptFor, nonceOf, type Options, on, reader } from "./readers";
import { PAGE, type Reply, writePage } from "./stage";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

describe("the application itself answers", () => {
  const left: readonly (readonly [string, string])[] = [
    ["a disabled user", "UPDATE user_account SET disabled_at = now() FROM line WHERE id = $1"],
    [
      "a session idle for half an hour",
      "UPDATE session SET last_seen_at = now() - interval '30 minutes' FROM line WHERE user_id = $1",
    ],
    ["a session past its end", "UPDATE session SET expires_at = now() FROM line WHERE user_id = $1"],
  ];
  test.each([...left])("%s, who is then sent to sign in", (_, change) =>
    on(db, {}, async (stage) => {
      const { token, userId } = await reader(db);
      await keptFor(stage, token);
      await audited(db, change, [userId]);
      // The line of audit alone would renew the page: somebody else keeps the version as it is now.
      await keptFor(stage, (await reader(db)).token);
      const { status, isKept } = await stage.get(token);
      expect([status, isKept]).toEqual([307, false]);
    }),
  );

  test("a reader with an initial password", () =>
    on(db, {}, async (stage) => {
      const { token } = await reader(db, { mustChangePassword: true });
      expect([(await stage.get(token)).isKept, (await stage.get(token)).isKept]).toEqual([false, false]);
    }));

  test("a session due to be noted as seen, once a minute", () =>
    on(db, {}, async (stage) => {
      const { token, userId } = await reader(db);
      await keptFor(stage, token);
      await db.owner.query(
        "UPDATE session SET last_seen_at = now() - interval '61 seconds' WHERE user_id = $1",
        [userId],
      );
      expect((await stage.get(token)).isKept).toBe(false);
      const { rows } = await db.owner.query(
        "SELECT last_seen_at > now() - interval '30 seconds' AS noted FROM session WHERE user_id = $1",
        [userId],
      );
      expect(rows).toEqual([{ noted: true }]);
      expect((await stage.get(token)).isKept).toBe(true);
    }));

  const others: readonly (readonly [string, Options])[] = [
    ["another page", { path: "/viec-cua-toi" }],
    ["a page that begins alike", { path: "/ket-qua/xuat" }],
    ["a proof computed again", { path: "/chung-minh/cc-325/2022/12?verify=1" }],
    ["a proof computed again, written otherwise", { path: "/chung-minh/cc-325/2022/12?%76erify=1" }],
    ["part of a page", { headers: { rsc: "1" } }],
    ["part of a page, by address", { path: `${PAGE}&_rsc=abc` }],
    ["a page for the router", { headers: { "next-router-prefetch": "1" } }],
    ["a stretch of bytes", { headers: { range: "bytes=0-9" } }],
    ["a form", { method: "POST" }],
    ["two languages at once", { headers: { cookie: "locale=en; locale=vi" } }],
    ["two sessions at once", { headers: { cookie: "thads=another" } }],
  ];
  test.each([...others])("%s", (_, options) =>
    on(db, {}, async (stage) => {
      const { token } = await reader(db);
      for (let round = 0; round < 2; round += 1) expect((await stage.get(token, options)).isKept).toBe(false);
    }),
  );

  test("nobody, and whoever has an unknown session", () =>
    on(db, {}, async (stage) => {
      for (const token of [null, "unknown", "unknown"]) expect((await stage.get(token)).status).toBe(307);
    }));

  test("everybody while it is unknown who asks", () =>
    on(db, { find: () => () => Promise.reject(new Error("no database")) }, async (stage) => {
      const { token } = await reader(db);
      for (let round = 0; round < 2; round += 1) expect((await stage.get(token)).isKept).toBe(false);
    }));
});

describe("only a whole page made without trouble is kept", () => {
  const answers: Record<string, (response: Parameters<typeof writePage>[0]) => void> = {
    "not found": (response) => {
      response.statusCode = 404;
      writePage(response, "404");
    },
    "with a cookie": (response) => {
      response.setHeader("set-cookie", "a=b");
      writePage(response, "cookie");
    },
    "no markup": (response) => void response.writeHead(200, { "content-type": "text/plain" }).end("plain"),
    "no nonce": (response) =>
      void response.writeHead(200, { "content-type": "text/html" }).end("<p>bare</p>"),
    "a part that failed": (response) => writePage(response, '<!--$!--><template data-dgst="1"></template>'),
    "a part that failed, for the browser": (response) => writePage(response, '5:E{\\"digest\\":\\"1\\"}'),
    "its nonce in another writing": (response) => {
      response.setHeader("content-security-policy", "script-src 'nonce-bm9uY2UgbnVtYmVyIDk5OQ=='");
      response.setHeader("content-type", "text/html");
      response.end('<script nonce="bm9uY2UgbnVtYmVyIDk5OQ=="></script>bm9uY2UgbnVtYmVyIDk5OQ%3D%3D');
    },
  };
  test.each(Object.keys(answers))("%s", (name) =>
    on(db, {}, async (stage) => {
      const { token } = await reader(db);
      stage.next.write = async (_, response) => answers[name]?.(response);
      const odd = await stage.get(token);
      const after = await stage.get(token);
      expect([odd.isKept, after.isKept]).toEqual([false, false]);
      expect(after.body).not.toBe(odd.body);
    }),
  );
});

describe("a kept page goes out as the first time", () => {
  const blank = (reply: Reply) => {
    const { "server-timing": _, ...headers } = reply.headers;
    return JSON.parse(
      JSON.stringify({ ...reply, headers, isKept: null }).replaceAll(nonceOf(reply), "NONCE"),
    );
  };
  test("the same headers and bytes but for the nonce", () =>
    on(db, {}, async (stage) => {
      const [first, second] = await keptFor(stage, (await reader(db)).token);
      expect(blank(second)).toEqual(blank(first));
      expect(second.body).toContain("Cục Hưng Yên");
    }));

  test("compressed for who accepts it", () =>
    on(db, {}, async (stage) => {
      const { token } = await reader(db);
      const options = { headers: { "accept-encoding": "br;q=1.0, gzip;q=0.8" } };
      const [first, second] = await keptFor(stage, token, options);
      expect(second.headers["content-encoding"]).toBe("gzip");
      expect(blank(second)).toEqual(blank(first));
      const plain = await stage.get(token, { headers: { "accept-encoding": "gzip;q=0" } });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(factsIn(plain)).toBe(factsIn(first));
    }));

  test("its headers alone for HEAD", () =>
    on(db, {}, async (stage) => {
      const { token } = await reader(db);
      await stage.get(token, { method: "HEAD" });
      await keptFor(stage, token);
      const head = await stage.get(token, { method: "HEAD" });
      expect([head.status, head.body, head.isKept]).toEqual([200, "", true]);
      expect(nonceOf(head)).not.toBe("none");
    }));

  test("to many at once, asked about together", () =>
    on(db, {}, async (stage) => {
      const readers = await Promise.all([reader(db), reader(db), reader(db)]);
      for (const { token } of readers) await stage.get(token);
      const replies = await Promise.all(
        Array.from({ length: 30 }, (_, at) => stage.get(readers[at % 3]?.token ?? null)),
      );
      for (const [at, { body, isKept }] of replies.entries()) {
        expect(isKept).toBe(true);
        expect(body).toContain(readers[at % 3]?.login);
      }
    }));
});
