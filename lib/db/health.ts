import "server-only";
import { rawClient } from "./client";

const patience = 1_000;

/** Does the database answer within a second, migrated? */
export async function isDatabaseReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), patience).unref());
  const answer = rawClient().$queryRaw`SELECT count(*) FROM period`.then(() => true).catch(() => false);
  return Promise.race([answer, late]);
}
