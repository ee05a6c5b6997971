import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { inject } from "vitest";
import { rawClient } from "@/lib/db/client";
import { cloneTemplate } from "./cluster";

export type TestDatabase = { url: string; owner: pg.Pool; close: () => Promise<void> };

let overlapping = false;
process.on("warning", ({ message }) => {
  overlapping ||= message.includes("already executing a query");
});

/** A database of this test file's own, cloned from the template; the product connects to it from now on. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await cloneTemplate(inject("templateUrl"), `t_${randomUUID().replaceAll("-", "")}`);
  const folder = mkdtempSync(path.join(tmpdir(), "thads-anchors-"));
  process.env.DATABASE_URL = url;
  process.env.ANCHOR_FILE = path.join(folder, "anchors.jsonl");
  process.env.ANCHOR_KEY = path.join(folder, "anchor-key.pem");
  const owner = new pg.Pool({ connectionString: url, max: 4 });
  owner.on("error", () => undefined);
  const close = async () => {
    await rawClient().$disconnect();
    await owner.end();
    rmSync(folder, { recursive: true });
    // pg warns once per process; what it warns of will be an error in its next version.
    if (overlapping) throw new Error("two queries at once on one connection: see the warning above");
  };
  return { url, owner, close };
}
