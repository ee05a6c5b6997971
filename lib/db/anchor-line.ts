import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** When an anchor is made. */
export type AnchorReason = "start" | "stop" | "hour" | "lock" | "ballot" | "cli";

/** The end of one chain of the audit: its last line's number and hash. */
export type ChainHead = { chain: string; seq: number; hash: string };

/** What one line of the anchor file says, as it is written. */
export type Anchor = {
  n: number;
  at: string;
  reason: AnchorReason;
  /** sha256 of the line before, zeros in the first. */
  previous: string;
  /** sha256 over the heads of all chains, one line each: chain, number, hash. */
  heads: string;
  chains: number;
  lines: number;
  /** The heads that moved since the anchor before: [chain, number, hash]. */
  changed: readonly (readonly [string, number, string])[];
  /** The public key (Ed25519, base64url) that the line is signed with; null = unsigned. */
  key: string | null;
};

/** What is wrong with the file itself: which anchor, and how. */
export type AnchorFault = { n: number; fault: "line" | "link" | "digest" | "key" | "signature" };

export type AnchorFile = {
  lines: readonly string[];
  anchors: readonly Anchor[];
  /** The heads of all chains after the last anchor. */
  heads: ReadonlyMap<string, ChainHead>;
  faults: readonly AnchorFault[];
};

const FIRST = "0".repeat(64);
const SIGNATURE = /,"signature":"([\w-]+)"\}$/;

/** The hash that the next line names, and that is noted on paper: sha256 of the line without its line end. */
export function hashOfLine(line: string): string {
  return createHash("sha256").update(line).digest("hex");
}

function digestOf(heads: Iterable<ChainHead>): string {
  const sorted = [...heads].sort((a, b) => (a.chain < b.chain ? -1 : 1));
  return hashOfLine(sorted.map(({ chain, seq, hash }) => `${chain} ${seq} ${hash}\n`).join(""));
}

/** The line that anchors these heads after the ones the file already holds. */
export function nextLine(
  file: AnchorFile,
  heads: readonly ChainHead[],
  { at, reason }: { at: Date; reason: AnchorReason },
  privateKey: KeyObject | null,
): string {
  const last = file.lines.at(-1);
  // A chain that vanished stays as it was anchored: its absence is the database's fault, not the file's.
  const after = new Map([...file.heads, ...heads.map((head) => [head.chain, head] as const)]);
  const anchor: Anchor = {
    n: file.lines.length + 1,
    at: at.toISOString(),
    reason,
    previous: last === undefined ? FIRST : hashOfLine(last),
    heads: digestOf(after.values()),
    chains: after.size,
    lines: [...after.values()].reduce((sum, { seq }) => sum + seq, 0),
    changed: heads
      .filter(({ chain, hash }) => file.heads.get(chain)?.hash !== hash)
      .map(({ chain, seq, hash }) => [chain, seq, hash]),
    key: privateKey && publicKeyOf(privateKey),
  };
  const text = JSON.stringify(anchor);
  if (privateKey === null) return text;
  return `${text.slice(0, -1)},"signature":"${sign(null, Buffer.from(text), privateKey).toString("base64url")}"}`;
}

/**
 * Reads a whole file and checks each line against the one before. A last line without its line end was cut off while
 * it was written: nobody was told of it, and it does not count.
 */
export function readAnchorLines(text: string, trustedKey: string | null = null): AnchorFile {
  const lines = text.split("\n").slice(0, -1);
  const heads = new Map<string, ChainHead>();
  const faults: AnchorFault[] = [];
  const anchors: Anchor[] = [];
  let key = trustedKey;
  for (const [at, line] of lines.entries()) {
    const n = at + 1;
    const anchor = anchorOf(line);
    if (anchor === null || anchor.n !== n) {
      faults.push({ n, fault: "line" });
      continue;
    }
    for (const [chain, seq, hash] of anchor.changed) heads.set(chain, { chain, seq, hash });
    if (at === 0) key ??= anchor.key;
    const previous = lines[at - 1];
    const checks: [AnchorFault["fault"], boolean][] = [
      ["link", anchor.previous === (previous === undefined ? FIRST : hashOfLine(previous))],
      ["digest", anchor.heads === digestOf(heads.values()) && anchor.chains === heads.size],
      ["key", anchor.key === key],
      ["signature", isSigned(line, anchor.key)],
    ];
    faults.push(...checks.filter(([, holds]) => !holds).map(([fault]) => ({ n, fault })));
    anchors.push(anchor);
  }
  return { lines, anchors, heads, faults };
}

/** The first line in which two copies of one file differ; one may be longer than the other. Null when none does. */
export function firstDifference(one: readonly string[], other: readonly string[]): number | null {
  const at = one.findIndex((line, index) => index < other.length && line !== other[index]);
  return at === -1 ? null : at + 1;
}

function anchorOf(line: string): Anchor | null {
  try {
    const anchor = JSON.parse(line) as Partial<Anchor>;
    const isWhole =
      typeof anchor.n === "number" &&
      typeof anchor.at === "string" &&
      Array.isArray(anchor.changed) &&
      anchor.changed.every(
        (each) => Array.isArray(each) && each.length === 3 && Number.isSafeInteger(each[1]),
      );
    return isWhole ? (anchor as Anchor) : null;
  } catch {
    return null;
  }
}

function isSigned(line: string, key: string | null): boolean {
  const signature = SIGNATURE.exec(line)?.[1];
  if (key === null || signature === undefined) return key === null && signature === undefined;
  try {
    const publicKey = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: key }, format: "jwk" });
    const text = line.replace(SIGNATURE, "}");
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** The public half as it stands in the lines and on paper. */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: "jwk" }).x ?? "";
}
