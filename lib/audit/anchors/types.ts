/** An anchor as its reader needs it: what to note on paper is the hash. */
export type AnchorSummary = {
  n: number;
  at: Date;
  reason: string;
  hash: string;
  chains: number;
  lines: number;
};

/** What does not fit: in the file itself, or between the file and the database (then with chain and number). */
export type AnchorProblem = {
  n: number;
  problem: "line" | "link" | "digest" | "key" | "signature" | "copy" | "tail" | "rehash" | "chain";
  chain: string | null;
  seq: number | null;
};

export type AnchorsView = {
  count: number;
  /** The newest anchor of this machine's file. */
  last: AnchorSummary | null;
  /** The public key that this machine signs with. */
  key: string | null;
  /** Null = not asked for. */
  verified: { anchors: number; problems: AnchorProblem[] } | null;
};

/** Another copy of the file, held by the auditor, and the public key they noted; both may be left out. */
export type AnchorCheck = { copy?: string; key?: string };
