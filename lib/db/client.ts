import { PrismaPg } from "@prisma/adapter-pg";
import { CONNECTION_OPTIONS } from "./connection";
import { type Prisma, PrismaClient } from "./generated/client";

/** A client bound to one open transaction; the only thing commands may write through. */
export type Tx = Prisma.TransactionClient;

/** Whose eyes a transaction looks through: row-level security reads `reach`. */
export type Viewer = { userId: string; reach: "*" | readonly string[] };

/** Where the database is; nothing here works without one. */
export function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the application with `npm start`.");
  return url;
}

function createClient(): PrismaClient {
  const connectionString = databaseUrl();
  const adapter = new PrismaPg(
    { connectionString, options: CONNECTION_OPTIONS, max: 12 },
    { onPoolError: () => undefined },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 15_000 } });
}

const holder = globalThis as { thadsClient?: PrismaClient };

/** The raw client. Only lib/db, lib/auth and health checks use it; domains go through `inViewOf`. */
export function rawClient(): PrismaClient {
  holder.thadsClient ??= createClient();
  return holder.thadsClient;
}

/** Runs `work` in one transaction that sees only what `viewer` may see. */
export function inViewOf<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return rawClient().$transaction(async (tx) => {
    await lookThrough(tx, viewer);
    return work(tx);
  });
}

/** Makes an open transaction see only what `viewer` may see. */
async function lookThrough(tx: Tx, viewer: Viewer): Promise<void> {
  await tx.$executeRaw`SELECT set_config('app.actor', ${viewer.userId}, true), set_config('app.scope', ${scopeOf(viewer)}, true)`;
}

/** What row-level security compares agencies with. */
export function scopeOf({ reach }: Viewer): string {
  return reach === "*" ? "*" : reach.join(",");
}
