import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { cookieOf } from "@/lib/auth/cookie";
import { signedInBy } from "@/lib/auth/session";
import { type Visitor, visitorFinder } from "@/lib/auth/visitors";
import { type PlainPool, plainPool } from "@/lib/db/plain-pool";
import { front } from "@/lib/serving/front";
import { type KeptPages, keptPages } from "@/lib/serving/kept-pages";
import type { TestDatabase } from "@/tests/setup/test-database";

export type Find = (token: string) => Promise<Visitor | null>;
/** What a test breaks on purpose, to see that it would notice. */
export type Sabotage = { find?: (find: Find) => Find; pages?: (pages: KeptPages) => KeptPages };

export type Reply = {
  status: number;
  headers: Record<string, string | undefined>;
  body: string;
  isKept: boolean;
};

export type Stage = {
  get: (
    token: string | null,
    options?: { path?: string; method?: string; headers?: Record<string, string> },
  ) => Promise<Reply>;
  /** What stands in for the application, as a test wants it once. */
  next: { write: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | null };
  shiftDays: (days: number) => void;
  strike: () => Promise<void>;
};

export const PAGE = "/ket-qua?year=2022&month=12";

/** A web server with the front before an application that says who asked, how, and at which version of the data. */
export async function raise(db: TestDatabase, sabotage: Sabotage = {}): Promise<Stage> {
  const pool: PlainPool = plainPool(db.url);
  const next: Stage["next"] = { write: null };
  let shift = 0;
  const find = visitorFinder(pool, () => new Date());
  const pages = keptPages(1_000_000);
  const server = createServer(
    front({
      make: (request, response) => {
        const write = next.write ?? ((...both) => answerAs(db, shift, ...both));
        next.write = null;
        void write(request, response);
      },
      find: sabotage.find?.(find) ?? find,
      pages: sabotage.pages?.(pages) ?? pages,
      now: () => new Date(Date.now() + shift * 86_400_000),
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    next,
    shiftDays: (days) => {
      shift = days;
    },
    get: (token, { path = PAGE, method = "GET", headers = {} } = {}) => {
      const { cookie = "", ...rest } = headers;
      const all = token === null ? cookie : `thads=${token}${cookie && `; ${cookie}`}`;
      return replyTo(port, { path, method, headers: { ...rest, ...(all && { cookie: all }) } });
    },
    strike: async () => {
      await new Promise((resolve) => server.close(resolve));
      await pool.end();
    },
  };
}

/** The version of the data, as somebody who reads now would see it. */
export async function versionOf(db: TestDatabase): Promise<string> {
  return (await db.owner.query("SELECT data_version() AS version")).rows[0].version;
}

let made = 0;

async function answerAs(
  db: TestDatabase,
  shift: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { cookie = null, ...headers } = request.headers;
  const known = await signedInBy(cookieOf(cookie, "thads") ?? "");
  if (!known) {
    response.writeHead(307, { location: "/dang-nhap" }).end();
    return;
  }
  const heard = ["host", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port", "user-agent"].map(
    (name) => headers[name],
  );
  const facts = [
    known.actor.login,
    `day ${shift}`,
    request.url,
    cookieOf(cookie, "locale"),
    cookieOf(cookie, "theme"),
    ...heard,
    `version ${await versionOf(db)}`,
  ];
  writePage(response, facts.join(" | "));
}

/** A page as Next writes one: in pieces, with its nonce in the policy, in a header and in the markup. */
export function writePage(response: ServerResponse, text: string): void {
  made += 1;
  const nonce = Buffer.from(`nonce number ${String(made).padStart(3, "0")}`).toString("base64");
  response.setHeader(
    "Content-Security-Policy",
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'`,
  );
  response.setHeader("Link", `</style.css>; rel=preload; as="style"; nonce="${nonce}"`);
  response.setHeader("Cache-Control", "private, no-cache, no-store, max-age=0, must-revalidate");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.write(
    `<!DOCTYPE html><p>${text}</p><p>${"Cục Hưng Yên ".repeat(200)}</p><script nonce="${nonce}">1</script>`,
  );
  response.end(Buffer.from(`<script nonce="${nonce}">2</script>`));
}

function replyTo(
  port: number,
  options: { path: string; method: string; headers: Record<string, string> },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = ask({ host: "127.0.0.1", port, agent: false, ...options }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.once("end", () => {
        const { connection: _, date: __, ...headers } = answer.headers as Record<string, string | undefined>;
        const whole = Buffer.concat(parts);
        const body = (headers["content-encoding"] === "gzip" ? gunzipSync(whole) : whole).toString();
        resolve({
          status: answer.statusCode ?? 0,
          headers,
          body,
          isKept: headers["server-timing"] === "kept",
        });
      });
    });
    outgoing.once("error", reject);
    outgoing.end();
  });
}
