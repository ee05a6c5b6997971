import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** The built application as a user starts it, on a database of its own with the demonstration data. */
const dataDir = mkdtempSync(path.join(tmpdir(), "thads-e2e-"));
const { DATABASE_URL: _ownersDatabase, DEMO: _demo, ...environment } = process.env;
const server = spawn(process.execPath, ["scripts/start.mjs"], {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...environment, DATA_DIR: dataDir },
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => server.kill("SIGTERM"));
server.once("exit", (code) => {
  rmSync(dataDir, { recursive: true, force: true });
  process.exit(code ?? 1);
});
