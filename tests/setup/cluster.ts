import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { loadReference } from "@/prisma/seed/load-reference";

export type Cluster = { url: string; stop: () => Promise<void> };

/** A throw-away PostgreSQL with a migrated template database that holds the reference data. */
export async function startCluster(): Promise<Cluster> {
  const folder = mkdtempSync(path.join(tmpdir(), "thads-test-"));
  const database = await startEmbedded(folder, () => undefined);
  await migrate(database.url);
  await loadReference(database.url);
  const stop = async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: database.url, stop };
}

/** Clones the template of the cluster at `url` under a new name; returns the clone's URL. */
export async function cloneTemplate(url: string, name: string): Promise<string> {
  const admin = new URL(url);
  const template = admin.pathname.slice(1);
  admin.pathname = "/postgres";
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" STRATEGY FILE_COPY`);
  await client.end();
  admin.pathname = `/${name}`;
  return admin.href;
}
