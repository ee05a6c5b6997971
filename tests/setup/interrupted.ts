import pg from "pg";
import { startEmbedded } from "@/lib/db/embedded";

/** A process as `npm start` is one: when it is interrupted it still writes, and only then stops its database. */
const database = await startEmbedded(process.argv[2] ?? "", () => undefined);
process.removeAllListeners("SIGINT");
process.once("SIGINT", async () => {
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const client = new pg.Client({ connectionString: database.url });
  const answer = await client
    .connect()
    .then(() => client.query("SELECT 'written' AS word"))
    .then(({ rows }) => String(rows[0]?.word))
    .catch((error: Error) => error.message);
  await client.end().catch(() => undefined);
  await database.stop();
  process.stdout.write(`${answer}\n`, () => process.exit(0));
});
process.stdout.write("ready\n");
setInterval(() => undefined, 1_000);
