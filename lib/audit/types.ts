/** One line of a chain as the reader may see it; `payload` is null where it holds figures the reader may not see. */
export type AuditLineView = {
  chain: string;
  seq: string;
  at: Date;
  actor: string;
  action: string;
  subject: string;
  payload: Readonly<Record<string, unknown>> | null;
  hash: string;
};

/** A break of a chain, found by recomputing it. */
export type AuditProblem = { chain: string; seq: string; problem: string };

export type AuditPage = {
  lines: AuditLineView[];
  total: number;
  page: number;
  pages: number;
  chains: string[];
  /** Null = not asked for. */
  verified: { lines: number; chains: number; problems: AuditProblem[] } | null;
};
