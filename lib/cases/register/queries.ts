import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { unitsWithin } from "@/lib/agencies/rules";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { foldText } from "@/lib/core/slug";
import { inViewOf, type Tx } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { Prisma } from "@/lib/db/generated/client";
import { caseRefusals } from "@/lib/i18n/cases";
import type { CaseState, Category, Initiative } from "../types";
import { dayOfRegister } from "./rules";
import type { CasesQuery, CellQuery } from "./schema";
import type { CaseLine, CasePage } from "./types";

/** Whose cases somebody may read at an agency: all of them, only one's own, or a refusal like "missing". */
export async function readableCases(
  actor: Actor,
  agency: string,
): Promise<{ day: Day; only: string | null; units: readonly string[] }> {
  const organisation = await getOrganisation();
  const day = dayOfRegister(organisation, agency, dayOfInstant(now()));
  const place = { agency, day };
  const units = unitsWithin(organisation, agency, day);
  if (organisation.kinds.has(agency) && can(actor, "cases.read", place, organisation))
    return { day, only: null, units };
  if (can(actor, "cases.readOwn", place, organisation)) return { day, only: actor.userId, units: [agency] };
  throw new Failure("not-found", caseRefusals.notFound);
}

/** One page of an agency's cases, by cursor; an officer sees those assigned to them. */
export async function listCases(actor: Actor, query: CasesQuery): Promise<CasePage> {
  const { only, units } = await readableCases(actor, query.agency);
  const agencies = query.children ? [...new Set([query.agency, ...units])] : [query.agency];
  return inViewOf(actor, async (tx) => {
    const where = await conditions(tx, query, only);
    const rows = await tx.$queryRaw<CaseRow[]>`
      SELECT ${columns} FROM (${chosen(query, agencies, where)}) c JOIN court k ON k.id = c.court_id
      LEFT JOIN user_account u ON u.id = c.officer_id ORDER BY ${orders[query.order]}`;
    const cases = rows.slice(0, query.limit).map(lineOf);
    const last = rows.length > query.limit ? cases.at(-1) : undefined;
    return { cases, next: last === undefined ? null : cursorOf(last, query.order) };
  });
}

/** The cases behind one cell of an agency's derived form, the largest first; an officer is refused. */
export async function listCasesOfCell(
  actor: Actor,
  query: CellQuery,
): Promise<{ case: CaseLine; cases: bigint; money: bigint }[]> {
  const { agency, year, month, column, slice } = query;
  const { only } = await readableCases(actor, agency);
  if (only !== null) throw new Failure("not-found", caseRefusals.notFound);
  const rows = await inViewOf(
    actor,
    (tx) => tx.$queryRaw<(CaseRow & { cell_cases: bigint; cell_money: bigint })[]>`
      SELECT ${columns}, x.cases AS cell_cases, x.money AS cell_money
      FROM case_contributions(${agency}, ${year * 12 + month - 1}, NULL) x
      JOIN enforcement_case c ON c.id = x.case_id JOIN court k ON k.id = c.court_id
      LEFT JOIN user_account u ON u.id = c.officer_id
      WHERE x.column_name = ${column} AND ${slice} = ANY (case_slices(c.initiative, c.category))
      ORDER BY abs(x.money) DESC, c.id LIMIT 500`,
  );
  return rows.map(({ cell_cases, cell_money, ...row }) => ({
    ...{ case: lineOf(row), cases: cell_cases, money: cell_money },
  }));
}

export type CaseRow = {
  id: bigint;
  agency_code: string;
  numbered_by: string;
  year: number;
  number: number;
  court: string;
  judgment_number: string;
  judgment_date: Date;
  decision_number: string;
  decision_date: Date;
  in_time: boolean;
  initiative: Initiative;
  category: Category;
  state: CaseState;
  amount: bigint;
  outstanding: bigint;
  entered_on: Date;
  standing_on: Date;
  officer: string | null;
  illustrative: boolean;
};

const columns = Prisma.sql`c.id, c.agency_code, c.numbered_by, c.year, c.number, k.name AS court, c.judgment_number,
  c.judgment_date, c.decision_number, c.decision_date, c.in_time, c.initiative, c.category, c.state, c.amount,
  c.outstanding, c.entered_on, c.standing_on, u.name AS officer, c.illustrative`;

/** A row of the register as a line of a list. */
export function lineOf(row: CaseRow): CaseLine {
  return {
    ...{ id: row.id.toString(), agency: row.agency_code, numberedBy: row.numbered_by },
    ...{ year: row.year, number: row.number, court: row.court, judgmentNumber: row.judgment_number },
    ...{ judgmentDate: dayOfDate(row.judgment_date), decisionNumber: row.decision_number },
    ...{ decisionDate: dayOfDate(row.decision_date), inTime: row.in_time, initiative: row.initiative },
    ...{ category: row.category, state: row.state, amount: row.amount, outstanding: row.outstanding },
    ...{ enteredOn: dayOfDate(row.entered_on), standingOn: dayOfDate(row.standing_on) },
    ...{ officer: row.officer, illustrative: row.illustrative },
  };
}

type Order = CasesQuery["order"];

const orders: Readonly<Record<Order, Prisma.Sql>> = {
  newest: Prisma.sql`c.entered_on DESC, c.id DESC`,
  oldest: Prisma.sql`c.entered_on, c.id`,
  amount: Prisma.sql`c.outstanding DESC, c.id`,
};

function cursorOf(line: CaseLine, order: Order): string {
  return `${order === "amount" ? line.outstanding : line.enteredOn}_${line.id}`;
}

/** Only rows after the last one seen, in the same order. */
function beyond(order: Order, cursor: string): Prisma.Sql {
  const [, value = "", id = ""] = /^(\d{4}-\d{2}-\d{2}|\d{1,18})_(\d{1,18})$/.exec(cursor) ?? [];
  if (id === "" || (order === "amount") === value.includes("-"))
    throw new Failure("invalid", caseRefusals.cursor, { fields: { after: caseRefusals.cursor } });
  if (order === "amount")
    return Prisma.sql`(c.outstanding < ${BigInt(value)} OR (c.outstanding = ${BigInt(value)} AND c.id > ${BigInt(id)}))`;
  return order === "oldest"
    ? Prisma.sql`(c.entered_on, c.id) > (${value}::date, ${BigInt(id)})`
    : Prisma.sql`(c.entered_on, c.id) < (${value}::date, ${BigInt(id)})`;
}

async function conditions(tx: Tx, query: CasesQuery, only: string | null): Promise<Prisma.Sql[]> {
  const { state, category, initiative, officer, minOutstanding, enteredBefore, court, q, after } = query;
  return [
    ...(only === null ? [] : [Prisma.sql`c.officer_id = ${only}::uuid`]),
    ...(state === undefined ? [] : [Prisma.sql`c.state = ANY (${state})`]),
    ...(category === undefined ? [] : [Prisma.sql`c.category = ${category}`]),
    ...(initiative === undefined ? [] : [Prisma.sql`c.initiative = ${initiative}`]),
    ...(officer === undefined ? [] : [officerCondition(officer)]),
    ...(minOutstanding === undefined ? [] : [Prisma.sql`c.outstanding >= ${minOutstanding}`]),
    ...(enteredBefore === undefined ? [] : [Prisma.sql`c.entered_on < ${enteredBefore}::date`]),
    ...(court === undefined || court === "" ? [] : [await courtCondition(tx, court)]),
    ...(q === undefined || q === "" ? [] : [textCondition(q)]),
    ...(after === undefined ? [] : [beyond(query.order, after)]),
  ];
}

function officerCondition(officer: string): Prisma.Sql {
  return officer === "none"
    ? Prisma.sql`c.officer_id IS NULL`
    : Prisma.sql`c.officer_id = (SELECT id FROM user_account WHERE login = ${officer})`;
}

/** Courts are few: their names are searched first, and the cases by index. */
async function courtCondition(tx: Tx, court: string): Promise<Prisma.Sql> {
  const found = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM court WHERE search_name LIKE ${`%${likeText(court)}%`} LIMIT 1000`;
  return Prisma.sql`c.court_id = ANY (${found.map(({ id }) => id)}::int[])`;
}

function textCondition(q: string): Prisma.Sql {
  const prefix = `${likeText(q)}%`;
  const byText = Prisma.sql`fold_text(c.decision_number) LIKE ${prefix} OR fold_text(c.judgment_number) LIKE ${prefix}`;
  return /^\d{1,9}$/.test(q) ? Prisma.sql`(c.number = ${Number(q)} OR ${byText})` : Prisma.sql`(${byText})`;
}

/** Folded, with the pattern's own signs taken literally. */
function likeText(text: string): string {
  return foldText(text).replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** Agency by agency along their index, then merged; where a filter is narrow, the planner chooses its index. */
function chosen(query: CasesQuery, agencies: readonly string[], where: readonly Prisma.Sql[]): Prisma.Sql {
  const limit = query.limit + 1;
  const order = orders[query.order];
  const isNarrow = [query.q, query.court, query.officer].some((each) => each !== undefined && each !== "");
  if (agencies.length === 1 || isNarrow)
    return Prisma.sql`SELECT * FROM enforcement_case c
      WHERE ${Prisma.join([Prisma.sql`c.agency_code = ANY (${[...agencies]})`, ...where], " AND ")}
      ORDER BY ${order} LIMIT ${limit}`;
  return Prisma.sql`SELECT c.* FROM unnest(${[...agencies]}::text[]) a (code) CROSS JOIN LATERAL (
      SELECT * FROM enforcement_case c WHERE ${Prisma.join([Prisma.sql`c.agency_code = a.code`, ...where], " AND ")}
      ORDER BY ${order} LIMIT ${limit}) c ORDER BY ${order} LIMIT ${limit}`;
}
