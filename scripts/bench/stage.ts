import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { DEMO_PASSWORD } from "@/prisma/seed/accounts";

export type Stage = {
  productUrl: string;
  floorUrl: string;
  owner: pg.Pool;
  cookie: string;
  token: string;
  memoryMb: () => number;
  strike: () => Promise<void>;
};

/** A port nobody uses now. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function lineFrom(child: ChildProcess, sign: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on("data", (chunk) => String(chunk).includes(sign) && resolve());
    child.once("exit", (code) => reject(new Error(`process ended with ${code} before "${sign}"`)));
  });
}

/** Starts the product as `npm start` does, on its own fresh demonstration database, with the floor beside it. */
export async function raise(): Promise<Stage> {
  const folder = mkdtempSync(path.join(tmpdir(), "thads-bench-"));
  const [port, floorPort] = [await freePort(), await freePort()];
  const product = spawn(process.execPath, ["--conditions=react-server", "scripts/start.mjs"], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), DATABASE_URL: "", APP_ORIGIN: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  await lineFrom(product, "đang chạy");
  const database = await startEmbedded(folder, () => undefined);
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  owner.on("error", () => undefined);
  await owner.query(`CREATE TABLE bench_floor (agency text, year int, month int, measure text, figures bigint[], version int,
    PRIMARY KEY (agency, year, month, measure))`);
  const floor = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/bench/floor.ts", database.url, String(floorPort)],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  await lineFrom(floor, "ready");
  const productUrl = `http://127.0.0.1:${port}`;
  const strike = async () => {
    floor.kill("SIGTERM");
    await owner.end();
    const ended = new Promise((resolve) => product.once("exit", resolve));
    product.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    productUrl,
    floorUrl: `http://127.0.0.1:${floorPort}`,
    owner,
    cookie: await signIn(productUrl, "lanhdao"),
    token: await tokenFor(owner, "lanhdao"),
    memoryMb: () => memoryOfServer(product.pid ?? 0),
    strike,
  };
}

/** Signs in through the front door; returns the cookie header of the session. */
async function signIn(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ login, password: DEMO_PASSWORD }),
  });
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** A token made straight in the database: minting one is not what is measured. */
export async function tokenFor(owner: pg.Pool, login: string): Promise<string> {
  const token = `thads_${randomBytes(32).toString("base64url")}`;
  const hash = createHash("sha256").update(token).digest("hex");
  await owner.query(
    `WITH line AS (SELECT audit_append('system', 'bench', 'token.create', 'bench', '{}'))
     INSERT INTO api_token (id, token_hash, user_id, created_at)
     SELECT gen_random_uuid(), $1, id, now() FROM user_account, line WHERE login = $2`,
    [hash, login],
  );
  return token;
}

/** Resident memory of the web server below the start process, in MB. */
function memoryOfServer(starter: number): number {
  const pages = readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  for (const pid of pages) {
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      const status = readFileSync(`/proc/${pid}/status`, "utf8");
      if (!command.startsWith("thads-server") || !status.includes(`PPid:\t${starter}\n`)) continue;
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1_024;
    } catch {}
  }
  return Number.NaN;
}
