import path from "node:path";
import pg from "pg";
import { rawClient } from "@/lib/db/client";
import { type EmbeddedDatabase, startEmbedded } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { loadReference } from "@/prisma/seed/load-reference";

/** Makes the product's database ready for one command; the returned function leaves everything as it was found. */
export async function openDatabase(): Promise<() => Promise<void>> {
  const database = await findDatabase();
  process.env.DATABASE_URL = database.url;
  try {
    // Asked first of the driver, whose errors say plainly why nobody answers; the migration engine's do not.
    await firstRow(database.url, "SELECT 1");
    await migrate(database.url);
    const { empty } = await firstRow(database.url, "SELECT NOT EXISTS (SELECT FROM agency) AS empty");
    if (empty) await loadReference(database.url);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return async () => {
    await rawClient().$disconnect();
    await database.stop();
  };
}

async function findDatabase(): Promise<EmbeddedDatabase> {
  const url = process.env.DATABASE_URL;
  if (url) return { url, stop: async () => undefined };
  return startEmbedded(path.resolve(process.env.DATA_DIR ?? ".data"), () => undefined);
}

async function firstRow(url: string, sql: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows[0] ?? {};
  } finally {
    await client.end();
  }
}
