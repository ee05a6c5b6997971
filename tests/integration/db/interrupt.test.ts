import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

/** Runs a process in a group of its own and interrupts the whole group once it is ready, as a terminal does on Ctrl C. */
function interrupted(folder: string): Promise<{ lines: string[]; code: number | null }> {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/setup/interrupted.ts", folder], {
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
    if (said === "ready\n" && child.pid) process.kill(-child.pid, "SIGINT");
  });
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, lines: said.trimEnd().split("\n") }));
  });
}

test.skipIf(process.platform === "win32")(
  "Ctrl C in a terminal leaves the database to those who still write; then it is stopped",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "thads-interrupt-"));
    try {
      expect(await interrupted(folder)).toEqual({ code: 0, lines: ["ready", "written"] });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
