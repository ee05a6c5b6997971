import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import pg from "pg";
import {
  type Anchor,
  type AnchorFile,
  type AnchorReason,
  type ChainHead,
  hashOfLine,
  nextLine,
  publicKeyOf,
  readAnchorLines,
} from "./anchor-line";

/** A head that was anchored and is not in the database any more as it was. */
export type AnchorBreach = ChainHead & { n: number; breach: "tail" | "rehash" | "chain" };

export type MadeAnchor = { n: number; hash: string; file: string; breaches: number };

const dataDir = () => path.resolve(/*turbopackIgnore: true*/ process.env.DATA_DIR || ".data");

/** Where the anchors are kept: outside the database, best on a volume its administrators cannot write to. */
function anchorFile(): string {
  return process.env.ANCHOR_FILE || path.join(dataDir(), "anchors.jsonl");
}

/** The text of the anchor file, empty before the first anchor. */
export function readAnchorFile(): string {
  return textOf(anchorFile()) ?? "";
}

/** The file of the signing key, null when anchors go unsigned. */
function keyFile(): string | null {
  if (process.env.ANCHOR_KEY === "none") return null;
  return process.env.ANCHOR_KEY || path.join(dataDir(), "anchor-key.pem");
}

/** The key of the signatures, made on first use and readable by its owner alone. */
function privateKey(): KeyObject | null {
  const file = keyFile();
  if (file === null) return null;
  const known = textOf(file);
  if (known !== null) return createPrivateKey(known);
  const made = generateKeyPairSync("ed25519").privateKey;
  mkdirSync(/*turbopackIgnore: true*/ path.dirname(file), { recursive: true });
  const pem = made.export({ format: "pem", type: "pkcs8" });
  writeFileSync(/*turbopackIgnore: true*/ file, pem, { mode: 0o600, flag: "wx" });
  return made;
}

/** The public key that this machine signs anchors with; null while it has none. */
export function ownAnchorKey(): string | null {
  const file = keyFile();
  const known = file && textOf(file);
  return known ? publicKeyOf(createPrivateKey(known)) : null;
}

/** What a file holds, null when there is none. The paths are the operator's: the bundler must not follow them. */
function textOf(file: string): string | null {
  if (!existsSync(/*turbopackIgnore: true*/ file)) return null;
  return readFileSync(/*turbopackIgnore: true*/ file, "utf8");
}

/**
 * Appends the state of every chain to the anchor file, one writer at a time, and says how many of the heads anchored
 * last the database no longer holds. The line is on the disk when this returns.
 */
export async function makeAnchor(reason: AnchorReason, at: Date): Promise<MadeAnchor> {
  return withDatabase(async (client) => {
    await client.query("SELECT pg_advisory_lock(hashtext('audit anchors'))");
    const { rows } = await client.query<ChainHead>(
      "SELECT chain, seq::float8 AS seq, hash FROM audit_head ORDER BY chain",
    );
    const file = anchorFile();
    const known = readAnchorLines(readAnchorFile());
    const line = nextLine(known, rows, { at, reason }, privateKey());
    append(file, known, line);
    const breaches = await findBreaches(
      client,
      [...known.heads.values()].map((head) => ({ ...head, n: 0 })),
    );
    return { n: known.lines.length + 1, hash: hashOfLine(line), file, breaches: breaches.length };
  });
}

function append(file: string, { lines }: AnchorFile, line: string): void {
  mkdirSync(/*turbopackIgnore: true*/ path.dirname(file), { recursive: true });
  const whole = lines.reduce((size, each) => size + Buffer.byteLength(each) + 1, 0);
  const handle = openSync(/*turbopackIgnore: true*/ file, "a", 0o644);
  try {
    truncateSync(/*turbopackIgnore: true*/ file, whole);
    writeFileSync(handle, `${line}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** For each chain the first anchored head that the database does not hold as it was anchored. */
export function breachesOf(anchors: readonly Anchor[]): Promise<AnchorBreach[]> {
  const heads = anchors.flatMap(({ n, changed }) =>
    changed.map(([chain, seq, hash]) => ({ n, chain, seq, hash })),
  );
  return withDatabase((client) => findBreaches(client, heads));
}

async function findBreaches(
  client: pg.Client,
  heads: readonly (ChainHead & { n: number })[],
): Promise<AnchorBreach[]> {
  const { rows } = await client.query<AnchorBreach>(
    `SELECT DISTINCT ON (a.chain) a.n, a.chain, a.seq, a.hash, CASE
        WHEN e.hash IS NOT NULL THEN 'rehash'
        WHEN EXISTS (SELECT FROM audit_entry o WHERE o.chain = a.chain) THEN 'tail' ELSE 'chain' END AS breach
      FROM jsonb_to_recordset($1::jsonb) AS a (n int, chain text, seq float8, hash text)
      LEFT JOIN audit_entry e ON e.chain = a.chain AND e.seq = a.seq::bigint
      WHERE e.hash IS DISTINCT FROM a.hash ORDER BY a.chain, a.seq`,
    [JSON.stringify(heads)],
  );
  return rows;
}

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const options = "-c role=thads_app -c lock_timeout=10000 -c statement_timeout=60000";
  const connectionString = process.env.DATABASE_URL;
  const client = new pg.Client({ connectionString, options, connectionTimeoutMillis: 5_000 });
  // Without a listener a connection that dies between two queries would end the process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
