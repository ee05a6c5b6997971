import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, unitsWithin } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { countedCounts, countedFigures } from "@/lib/db/counted-figures";
import { Prisma } from "@/lib/db/generated/client";
import { formVersionFor } from "@/lib/form/version";
import { definitionOn, findIndicator } from "@/lib/indicators/rules";
import { findNames } from "@/lib/results/people/queries";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { endOfDay, type ProofQuery } from "@/lib/scoreboard/schema";
import { getSeries } from "@/lib/series/queries";
import { contentHash, formulaOf } from "./rules";
import type { ProvenQuery } from "./schema";
import type { NamedProof, ProofInput, Shown, StatedProof, Step } from "./types";

/** A figure with everything it was made of. Foreign and missing agencies are refused alike. */
export async function getStatedProof(actor: Actor, query: ProvenQuery): Promise<StatedProof> {
  const { agency, year, month, indicator, own, asOf } = query;
  const period = { year, month };
  const shown = await shownFigure(actor, query);
  const day = lastDay(period);
  const found = findIndicator(indicator);
  const definition = found && definitionOn(found, day);
  if (!definition) throw new RangeError(`${indicator} is not in the catalogue`);
  const formula = formulaOf(definition, formVersionFor(period));
  const organisation = await getOrganisation();
  const units = own ? [agency] : unitsWithin(organisation, agency, day);
  const inputs = await inViewOf(actor, (tx) => readInputs(tx, units, query, formula));
  const { version, validFrom, source } = definition;
  const claim = {
    ...{ agency, period, own, indicator, formula, inputs },
    definition: { version, validFrom, source },
    knownAt: asOf ?? null,
  };
  return { ...claim, shown, hash: contentHash(claim) };
}

/** The proofs of both headline rates, for the page. */
export function getHeadlineProofs(actor: Actor, { own, asOf, ...place }: ProofQuery): Promise<StatedProof[]> {
  const at = asOf === undefined ? undefined : endOfDay(asOf);
  const query = { ...place, own: own === "1", asOf: at };
  return Promise.all(
    (["R_C", "R_M"] as const).map((indicator) => getStatedProof(actor, { ...query, indicator })),
  );
}

/** The proof of any indicator, with the names of the agencies and people in it. */
export async function getNamedProof(actor: Actor, query: Omit<ProvenQuery, "own">): Promise<NamedProof> {
  const proof = await getStatedProof(actor, { ...query, own: false });
  const organisation = await getOrganisation();
  const day = lastDay(proof.period);
  const ids = proof.inputs.flatMap(({ entered, submitted, approved }) =>
    [entered, submitted, approved].map((step) => step?.by ?? null),
  );
  const people = await inViewOf(actor, (tx) => findNames(tx, ids));
  const codes = [...new Set([proof.agency, ...proof.inputs.map(({ agency }) => agency)])];
  const agencies = new Map(codes.map((code) => [code, agencyAsOf(organisation, code, day)?.name ?? code]));
  return { proof, agencies, people };
}

/** The figure as the boards and series show it: their own sums, not the inputs listed here. */
async function shownFigure(actor: Actor, query: ProvenQuery): Promise<Shown | null> {
  const { agency, year, month, indicator, own, asOf } = query;
  const isHeadline = indicator === "R_C" || indicator === "R_M";
  if (!isHeadline && own) throw new Failure("invalid", onlyHeadline);
  const board = await getScoreboard(actor, {
    ...{ agency, year, month, at: asOf },
    includeSubmitted: false,
    withYear: false,
  });
  if (isHeadline) {
    const node = own ? board.children.find((child) => child.own) : board.root;
    return node?.[indicator === "R_C" ? "cases" : "money"].ratio ?? null;
  }
  const asked = { agency, indicator, from: year, to: year, base: "then" as const };
  const series = await getSeries(actor, asked, asOf ?? null);
  const point = series.points.find(({ period }) => period.month === month);
  return point?.numerator == null ? null : { numerator: point.numerator, denominator: point.denominator };
}

/** Who did what: for a report that was returned since, as it was when it counted. */
const stepsThen = Prisma.sql`
  coalesce(k.entered_by, r.entered_by) AS "enteredBy", coalesce(k.entered_at, r.entered_at) AS "enteredAt",
  coalesce(k.submitted_by, r.submitted_by) AS "submittedBy", coalesce(k.submitted_at, r.submitted_at) AS "submittedAt",
  coalesce(k.approved_by, r.approved_by) AS "approvedBy", coalesce(k.approved_at, r.approved_at) AS "approvedAt"`;

type InputRow = {
  agency: string;
  revision: number;
  cells: Record<string, string>;
  enteredBy: string;
  enteredAt: Date;
  submittedBy: string | null;
  submittedAt: Date | null;
  approvedBy: string | null;
  approvedAt: Date | null;
};

async function readInputs(
  tx: Tx,
  units: readonly string[],
  query: ProvenQuery,
  formula: StatedProof["formula"],
): Promise<ProofInput[]> {
  const columns = [...new Set([...formula.numerator, ...formula.denominator].map(({ column }) => column))];
  const [measure = "", slice = ""] = columns[0]?.split(".") ?? [];
  if (measure === "counts") {
    return (await readCounts(tx, units, query)).flatMap((row) => inputsOf(row, columns));
  }
  const rows = await readFigures(tx, units, query, { measure, slice });
  return rows.flatMap((row) => inputsOf(row, columns, `${measure}.${slice}.reduced`));
}

function readFigures(
  tx: Tx,
  units: readonly string[],
  { year, month, asOf }: ProvenQuery,
  { measure, slice }: { measure: string; slice: string },
): Promise<InputRow[]> {
  const at = asOf ?? null;
  return tx.$queryRaw<InputRow[]>`
    SELECT f.agency_code AS agency, f.revision, figure_cells(f) AS cells, ${stepsThen}
    FROM ${countedFigures(at, [year], [month])} f
    JOIN report_revision r ON (r.agency_code, r.year, r.month, r.revision) = (f.agency_code, f.year, f.month, f.revision)
    LEFT JOIN retracted_report k ON (k.agency_code, k.year, k.month, k.revision)
      = (f.agency_code, f.year, f.month, f.revision) AND ${at}::timestamptz >= k.approved_at
      AND ${at}::timestamptz < k.retracted_at
    WHERE f.measure = ${measure} AND f.slice = ${slice} AND f.agency_code = ANY (${units})
    ORDER BY f.agency_code`;
}

function readCounts(
  tx: Tx,
  units: readonly string[],
  { year, month, asOf }: ProvenQuery,
): Promise<InputRow[]> {
  const at = asOf ?? null;
  return tx.$queryRaw<InputRow[]>`
    SELECT r.agency_code AS agency, r.revision, jsonb_object_agg(c.code, c.value::text) AS cells, ${stepsThen}
    FROM ${countedCounts(at, [year], [month])} c
    JOIN report_revision r ON (r.agency_code, r.year, r.month, r.revision) = (c.agency_code, c.year, c.month, c.revision)
    LEFT JOIN retracted_report k ON (k.agency_code, k.year, k.month, k.revision)
      = (c.agency_code, c.year, c.month, c.revision) AND ${at}::timestamptz >= k.approved_at
      AND ${at}::timestamptz < k.retracted_at
    WHERE c.value IS NOT NULL AND c.agency_code = ANY (${units})
    GROUP BY r.agency_code, r.year, r.month, r.revision, k.agency_code, k.year, k.month, k.revision, k.approved_at
    ORDER BY r.agency_code`;
}

/** A unit counts with all its terms or not at all; only `optional` (10b) may be left empty, and then adds nothing. */
function inputsOf(row: InputRow, columns: readonly string[], optional?: string): ProofInput[] {
  const steps = {
    entered: { by: row.enteredBy, at: row.enteredAt },
    submitted: stepOf(row.submittedBy, row.submittedAt),
    approved: stepOf(row.approvedBy, row.approvedAt),
  };
  const inputs = columns.flatMap((column) => {
    const value = row.cells[column.split(".").at(-1) ?? ""];
    if (value === undefined) return [];
    return [{ agency: row.agency, revision: row.revision, column, value: BigInt(value), ...steps }];
  });
  const isWhole = columns.every(
    (column) => column === optional || inputs.some((input) => input.column === column),
  );
  return isWhole ? inputs : [];
}

function stepOf(by: string | null, at: Date | null): Step | null {
  return by !== null && at !== null ? { by, at } : null;
}

const onlyHeadline = {
  vi: "own chỉ dùng được với R_C và R_M.",
  en: "own is answered for R_C and R_M only.",
};
