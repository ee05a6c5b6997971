import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { migrationScript } from "@/lib/db/migrate";

/** Writes the migration from the committed schema to the one on disk: migration.ts 20270101000000_name. */
const name = process.argv[2];
if (!name || !/^\d{14}_[a-z_]+$/.test(name))
  throw new Error("Name the migration like 20270101000000_what_changes");
const database = await startEmbedded(path.resolve(process.env.DATA_DIR ?? ".data"), () => undefined);
const committed = execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
const folder = path.join("prisma", "migrations", name);
mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, "migration.sql"), await migrationScript(database.url, committed));
await database.stop();
process.exit(0);
