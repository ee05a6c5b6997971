import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import type { Period } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { INPUT_COLUMNS, type InputColumn, MEASURES, type Measure } from "@/lib/form/columns";
import { caseRefusals } from "@/lib/i18n/cases";
import { readRegisterForm } from "../derived/queries";
import type { DerivedForm } from "../derived/rules";
import { readableCases } from "../register/queries";
import { isInputColumn, matchByAmount, sumByColumn } from "./rules";
import type { CaseCell, ColumnDifference, DifferenceCase, Reconciliation } from "./types";

type Key = Period & { agency: string };

/** The typed report of a month beside the register, column by column, with the cases that make each difference. */
export async function getReconciliation(actor: Actor, key: Key): Promise<Reconciliation> {
  const { only } = await readableCases(actor, key.agency);
  if (only !== null) throw new Failure("not-found", caseRefusals.notFound);
  return inViewOf(actor, async (tx) => {
    const { slices, illustrative } = await readRegisterForm(tx, key);
    const typed = await readTyped(tx, key);
    const makers = await makersOf(tx, key, typed, slices.total);
    const reasons = await readReasons(tx, key);
    const columns = MEASURES.flatMap((measure) =>
      INPUT_COLUMNS.map((column) => columnOf({ measure, column }, typed, slices.total, { makers, reasons })),
    );
    const { agency, year, month } = key;
    const { revision, status, typedAt } = typed ?? { revision: null, status: null, typedAt: null };
    return { agency, year, month, revision, status, typedAt, illustrative, columns };
  });
}

/** Typed less register in one column, as it stands inside an open transaction; null = nothing is typed. */
export async function readDifference(
  tx: Tx,
  key: Key,
  measure: Measure,
  column: InputColumn,
): Promise<bigint | null> {
  const { slices } = await readRegisterForm(tx, key);
  const stated = (await readTyped(tx, key))?.figures.get(`${measure} ${column}`) ?? null;
  return stated === null ? null : stated - slices.total[measure][column];
}

type Typed = {
  revision: number;
  status: string;
  typedAt: Date;
  figures: ReadonlyMap<string, bigint>;
};
type TypedRow = {
  revision: number;
  status: string;
  typed_at: Date;
  measure: Measure | null;
  cells: Record<string, string> | null;
};

async function readTyped(tx: Tx, { agency, year, month }: Key): Promise<Typed | null> {
  const rows = await tx.$queryRaw<TypedRow[]>`
    SELECT r.revision, r.status, coalesce(r.submitted_at, r.entered_at) AS typed_at, f.measure, figure_cells(f) AS cells
    FROM (SELECT * FROM report_revision WHERE (agency_code, year, month) = (${agency}, ${year}, ${month})
      AND status <> 'SUPERSEDED' ORDER BY revision DESC LIMIT 1) r
    LEFT JOIN report_figures f ON (f.agency_code, f.year, f.month, f.revision) = (r.agency_code, r.year, r.month, r.revision)
      AND f.slice = 'total'`;
  const [first] = rows;
  if (first === undefined) return null;
  const figures = rows.flatMap(({ measure, cells }) =>
    measure === null
      ? []
      : Object.entries(cells ?? {}).map(([column, text]) => [`${measure} ${column}`, BigInt(text)] as const),
  );
  return {
    revision: first.revision,
    status: first.status,
    typedAt: first.typed_at,
    figures: new Map(figures),
  };
}

type Maker = CaseCell & { why: DifferenceCase["why"]; number: string };

/** What the register learnt after the report was typed; for the rest, cases of exactly the missing files and money. */
async function makersOf(
  tx: Tx,
  key: Key,
  typed: Typed | null,
  derived: DerivedForm,
): Promise<readonly Maker[]> {
  if (typed === null || INPUT_COLUMNS.every((column) => isEqual(typed, derived, column))) return [];
  const ym = key.year * 12 + key.month - 1;
  const later = await readChanges(tx, key.agency, ym, typed.typedAt);
  const learnt = sumByColumn(later);
  const surpluses = INPUT_COLUMNS.map((column) => {
    const { cases, money } = learnt.get(column) ?? { cases: 0n, money: 0n };
    const rest = (measure: Measure, known: bigint) =>
      derived[measure][column] - (typed.figures.get(`${measure} ${column}`) ?? 0n) - known;
    return { column, cases: rest("cases", cases), money: rest("money", money) };
  }).filter(({ cases, money }) => cases !== 0n || money !== 0n);
  const cells = surpluses.length === 0 ? [] : await readCells(tx, key.agency, ym);
  const makers = [
    ...later.map((cell) => ({ ...cell, why: "recordedLater" as const })),
    ...matchByAmount(surpluses, cells).map((cell) => ({ ...cell, why: "amount" as const })),
  ];
  const numbers = await readNumbers(
    tx,
    makers.map(({ caseId }) => caseId),
  );
  return makers.map((maker) => ({ ...maker, number: numbers.get(maker.caseId) ?? "" }));
}

function isEqual(typed: Typed, derived: DerivedForm, column: InputColumn): boolean {
  return MEASURES.every((measure) => typed.figures.get(`${measure} ${column}`) === derived[measure][column]);
}

type CellRow = { case_id: bigint; column_name: string; cases: bigint; money: bigint };

function cellsOf(rows: readonly CellRow[]): CaseCell[] {
  return rows.flatMap(({ case_id, column_name, cases, money }) =>
    isInputColumn(column_name) ? [{ caseId: case_id.toString(), column: column_name, cases, money }] : [],
  );
}

async function readCells(tx: Tx, agency: string, ym: number): Promise<CaseCell[]> {
  return cellsOf(await tx.$queryRaw<CellRow[]>`SELECT * FROM case_contributions(${agency}, ${ym}, NULL)`);
}

/** What the cases add now and did not when the report was typed; nothing when the register was not kept then. */
async function readChanges(tx: Tx, agency: string, ym: number, typedAt: Date): Promise<CaseCell[]> {
  const rows = await tx.$queryRaw<CellRow[]>`
    WITH before AS MATERIALIZED (SELECT * FROM case_contributions(${agency}, ${ym}, ${typedAt})),
    after AS MATERIALIZED (SELECT * FROM case_contributions(${agency}, ${ym}, NULL))
    SELECT coalesce(a.case_id, b.case_id) AS case_id, coalesce(a.column_name, b.column_name) AS column_name,
      coalesce(a.cases, 0) - coalesce(b.cases, 0) AS cases, coalesce(a.money, 0) - coalesce(b.money, 0) AS money
    FROM after a FULL JOIN before b ON (a.case_id, a.column_name) = (b.case_id, b.column_name)
    WHERE (coalesce(a.cases, 0), coalesce(a.money, 0)) <> (coalesce(b.cases, 0), coalesce(b.money, 0))
      AND EXISTS (SELECT FROM before) ORDER BY 1, 2`;
  return cellsOf(rows);
}

async function readNumbers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: bigint; number: number; year: number }[]>`
    SELECT id, number, year FROM enforcement_case WHERE id = ANY (${ids.map(BigInt)}::bigint[])`;
  return new Map(rows.map(({ id, number, year }) => [id.toString(), `${number}/${year}`]));
}

type Reason = { reason: string; by: string };

async function readReasons(tx: Tx, { agency, year, month }: Key): Promise<Map<string, Reason>> {
  const rows = await tx.$queryRaw<
    { measure: string; column_name: string; reason: string; by: string; difference: bigint }[]
  >`
    SELECT DISTINCT ON (d.measure, d.column_name) d.measure, d.column_name, d.reason, coalesce(u.name, d.given_by) AS by,
      d.difference
    FROM case_difference_reason d LEFT JOIN user_account u ON u.id::text = d.given_by
    WHERE (d.agency_code, d.year, d.month) = (${agency}, ${year}, ${month})
    ORDER BY d.measure, d.column_name, d.version DESC`;
  return new Map(
    rows.map(({ measure, column_name, reason, by, difference }) => [
      `${measure} ${column_name} ${difference}`,
      { reason, by },
    ]),
  );
}

type Known = { makers: readonly Maker[]; reasons: ReadonlyMap<string, Reason> };

function columnOf(
  { measure, column }: { measure: Measure; column: InputColumn },
  typed: Typed | null,
  derived: DerivedForm,
  { makers, reasons }: Known,
): ColumnDifference {
  const counted = derived[measure][column];
  const stated = typed?.figures.get(`${measure} ${column}`) ?? null;
  const difference = stated === null ? null : stated - counted;
  const own = difference ? makers.filter((maker) => maker.column === column && maker[measure] !== 0n) : [];
  const explained = own.reduce((sum, maker) => sum + maker[measure], 0n);
  const reason = difference ? reasons.get(`${measure} ${column} ${difference}`) : undefined;
  return {
    ...{ measure, column, typed: stated, derived: counted, difference },
    unexplained: difference ? difference + explained : 0n,
    cases: own.map(({ caseId, number, why, cases, money }) => ({ caseId, number, why, cases, money })),
    ...{ reason: reason?.reason ?? null, reasonBy: reason?.by ?? null },
  };
}
