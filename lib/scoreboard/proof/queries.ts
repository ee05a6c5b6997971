import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import { inViewOf, type Tx } from "@/lib/db/client";
import { type Column, type Figures, INPUT_COLUMNS, type Measure } from "@/lib/form/columns";
import { derive, rateInputs } from "@/lib/form/derive";
import { formVersion } from "@/lib/form/version";
import { getScoreboard } from "../queries";
import { endOfDay, type ProofQuery } from "../schema";
import type { Deed, Proof, ProvenRevision } from "./types";

/** How a number came about, down to the forms. Foreign, missing and never approved revisions are refused alike. */
export async function getProof(actor: Actor, query: ProofQuery): Promise<Proof> {
  const { agency, year, month, asOf } = query;
  const at = asOf === undefined ? undefined : endOfDay(asOf);
  const board = await getScoreboard(actor, {
    ...{ agency, year, month, at },
    includeSubmitted: false,
    withYear: false,
  });
  const node = query.own ? board.children.find(({ own }) => own) : board.root;
  if (!node) throw notFound();
  if (node.kind === "GENERAL_DEPARTMENT") return { level: "nation", board, node };
  if (!node.own && board.children.length > 0) {
    const codes = board.children.map((child) => child.agency);
    const revisions = await inViewOf(actor, (tx) =>
      readRevisions(tx, codes, { year, month }, ["APPROVED", "LOCKED"]),
    );
    const units = board.children.map(({ agency: code, name, own }) => ({
      agency: code,
      name,
      own,
      current: revisions.get(code)?.[0] ?? null,
    }));
    return { level: "province", board, node, units };
  }
  const statuses = ["APPROVED", "LOCKED", "SUPERSEDED"];
  const found = await inViewOf(actor, (tx) => readRevisions(tx, [agency], { year, month }, statuses));
  const revisions = found.get(agency) ?? [];
  const wanted = query.revision;
  const shown = revisions.find(({ revision, status }) =>
    wanted === undefined ? status !== "SUPERSEDED" : revision === wanted,
  );
  if (wanted !== undefined && !shown) throw notFound();
  return { level: "unit", board, node, revisions, shown: shown ?? null };
}

async function readRevisions(
  tx: Tx,
  agencies: string[],
  { year, month }: { year: number; month: number },
  statuses: string[],
): Promise<Map<string, ProvenRevision[]>> {
  const rows = await tx.reportRevision.findMany({
    where: { agencyCode: { in: agencies }, year, month, status: { in: statuses } },
    include: { figures: { where: { slice: "total" } } },
    orderBy: [{ agencyCode: "asc" }, { revision: "desc" }],
  });
  const names = await readNames(
    tx,
    rows.flatMap((row) => [row.enteredBy, row.submittedBy, row.approvedBy]),
  );
  const found = new Map<string, ProvenRevision[]>();
  for (const row of rows) {
    found.set(row.agencyCode, [...(found.get(row.agencyCode) ?? []), revisionOf(row, names)]);
  }
  return found;
}

type RevisionRow = Awaited<ReturnType<Tx["reportRevision"]["findMany"]>>[number] & {
  figures: readonly ({ measure: string } & Partial<Record<(typeof INPUT_COLUMNS)[number], bigint | null>>)[];
};

function revisionOf(row: RevisionRow, names: ReadonlyMap<string, string>): ProvenRevision {
  const deed = (by: string | null, at: Date | null): Deed | null =>
    by && at ? { name: names.get(by) ?? by, at } : null;
  const version = formVersion(row.formVersion);
  const cases = figuresOf(row, "cases");
  const money = figuresOf(row, "money");
  return {
    revision: row.revision,
    kind: row.kind as ProvenRevision["kind"],
    status: row.status as ProvenRevision["status"],
    formVersion: row.formVersion,
    illustrative: row.illustrative,
    source: row.source,
    reason: row.reason,
    entered: { name: names.get(row.enteredBy) ?? row.enteredBy, at: row.enteredAt },
    submitted: deed(row.submittedBy, row.submittedAt),
    approved: deed(row.approvedBy, row.approvedAt),
    totals: { cases: rateInputs(cases, version, "cases"), money: rateInputs(money, version, "money") },
    columns: {
      cases: { ...cases, ...derive(cases, version, "cases") },
      money: { ...money, ...derive(money, version, "money") },
    },
  };
}

function figuresOf({ figures }: RevisionRow, measure: Measure): Figures {
  const row = figures.find((each) => each.measure === measure);
  const entries = INPUT_COLUMNS.flatMap((column): [Column, bigint][] => {
    const value = row?.[column];
    return value === null || value === undefined ? [] : [[column, value]];
  });
  return Object.fromEntries(entries);
}

async function readNames(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const accounts = [...new Set(ids)].filter((id) => id !== null && /^[0-9a-f-]{36}$/i.test(id)) as string[];
  const users = await tx.user.findMany({ where: { id: { in: accounts } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

function notFound(): Failure {
  return new Failure("not-found", {
    vi: "Không tìm thấy bản báo cáo này.",
    en: "This revision was not found.",
  });
}
