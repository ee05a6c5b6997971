import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from } from "pg-copy-streams";
import { databaseUrl } from "./client";

/** Rows of PostgreSQL's text format, in pieces of any size. */
type Pieces = AsyncIterable<string>;

/**
 * Copies rows into a staging table as the application's role, on a connection of its own, no faster than the database
 * takes them. The table and its columns are named by the program, never by a user.
 */
export async function copyInto(table: string, columns: readonly string[], pieces: Pieces): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl(), options: "-c role=thads_app" });
  await client.connect();
  try {
    const target = client.query(from(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
    await pipeline(Readable.from(pieces, { objectMode: false }), target);
  } finally {
    await client.end();
  }
}

/** One value of the text format; null is a value of its own. */
export function copyValue(value: string | null): string {
  if (value === null) return "\\N";
  return /[\\\t\n\r]/.test(value) ? value.replace(/[\\\t\n\r]/g, escaped) : value;
}

function escaped(sign: string): string {
  return { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" }[sign] ?? sign;
}
