import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { rawClient } from "@/lib/db/client";
import { cloneTemplate } from "./cluster";

export type TestDatabase = { url: string; owner: pg.Pool; close: () => Promise<void> };

/** A database of this test file's own, cloned from the template; the product connects to it from now on. */
export async function testDatabase(): Promise<TestDatabase> {
  const url = await cloneTemplate(inject("templateUrl"), `t_${randomUUID().replaceAll("-", "")}`);
  process.env.DATABASE_URL = url;
  const owner = new pg.Pool({ connectionString: url, max: 4 });
  owner.on("error", () => undefined);
  const close = async () => {
    await rawClient().$disconnect();
    await owner.end();
  };
  return { url, owner, close };
}
