import { createServer } from "node:http";
import next from "next";
import { visitorFinder } from "@/lib/auth/visitors";
import { now } from "@/lib/clock";
import { plainPool } from "@/lib/db/plain-pool";
import { front } from "@/lib/serving/front";
import { keptPages } from "@/lib/serving/kept-pages";
import { withPageAsides } from "@/lib/serving/page-asides";

const KEPT_BYTES = 16 * 1_024 * 1_024;

/** The web server of production: Next, and in front of it what was kept of its pages. Built by scripts/serve.ts. */
async function main(): Promise<void> {
  process.title = "thads-server";
  const port = Number(process.env.PORT);
  const pool = plainPool(process.env.DATABASE_URL ?? "");
  const app = next({ dev: false, dir: process.cwd(), port });
  const listener = (async () => {
    await app.prepare();
    const make = app.getRequestHandler();
    return front({
      make: withPageAsides((request, response) => void make(request, response)),
      find: visitorFinder(pool, now),
      pages: keptPages(KEPT_BYTES),
      now,
    });
  })();
  const server = createServer(async (request, response) => (await listener)(request, response));
  server.once("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  let isStopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      // Requests under way are answered first: they need the application and the database.
      server.close(async () => {
        await app.close();
        await pool.end();
        process.exit(0);
      });
    });
  }
  await listener;
  server.listen(port);
}

await main();
