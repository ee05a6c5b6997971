import "server-only";
import type { Actor } from "@/lib/auth/actor";
import { Failure } from "@/lib/core/failure";
import { periodContaining } from "@/lib/core/period";
import { inViewOf } from "@/lib/db/client";
import { dayOfDate } from "@/lib/db/day";
import { caseRefusals } from "@/lib/i18n/cases";
import { getDocket } from "../docket/queries";
import { getRegisterPlace } from "../list/queries";
import { listCases } from "../register/queries";
import { type CaseEventKind, OPEN_STATES } from "../types";
import { LEAVING_KINDS, RETURNED_STATES } from "./rules";
import type { LeadersState } from "./schema";
import type { LeadersDocket, Reclassified } from "./types";

const SHOWN = 10;
const SHOWN_CHANGES = 30;

/** What leaders look at in a register: the largest and oldest cases, groups, ages, loads and late changes of class. */
export async function getLeadersDocket(actor: Actor, state: LeadersState): Promise<LeadersDocket> {
  const place = await getRegisterPlace(actor, state.agency);
  if (place.isOwnOnly) throw new Failure("not-found", caseRefusals.notFound);
  const withUnits = place.hasUnits && state.children !== "0";
  const asked = { agency: place.agency, children: withUnits };
  const open = { ...asked, state: [...OPEN_STATES], limit: SHOWN };
  const year = state.year ?? lastWholeYear(place.today);
  const agencies = withUnits
    ? [...place.names.keys()].filter((code) => !isAbove(place, code))
    : [place.agency];
  return {
    ...{ ...place, withUnits, year },
    docket: await getDocket(actor, { ...asked, today: place.today }),
    biggest: (await listCases(actor, { ...open, order: "amount" })).cases,
    oldest: (await listCases(actor, { ...open, order: "oldest" })).cases,
    reclassified: await readReclassified(actor, agencies, year),
  };
}

function lastWholeYear(today: LeadersDocket["today"]): number {
  const { year, month } = periodContaining(today);
  return month >= 11 ? year : year - 1;
}

function isAbove({ choices }: Pick<LeadersDocket, "choices">, code: string): boolean {
  return choices.some((choice) => choice.code === code && choice.level === 0);
}

type Row = {
  case_id: bigint;
  number: number;
  year: number;
  agency_code: string;
  kind: CaseEventKind;
  day: Date;
  ground: string;
  outstanding: bigint;
  is_back: boolean;
  all_cases: number;
  all_money: bigint;
};

async function readReclassified(
  actor: Actor,
  agencies: readonly string[],
  year: number,
): Promise<LeadersDocket["reclassified"]> {
  const rows = await inViewOf(
    actor,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT e.case_id, c.number, c.year, e.agency_code, e.kind, e.day, e.ground, e.outstanding,
        c.state = ANY (${[...RETURNED_STATES]}) AS is_back, count(*) OVER ()::int AS all_cases,
        (sum(e.outstanding) OVER ())::bigint AS all_money
      FROM case_event e JOIN enforcement_case c ON c.id = e.case_id
      JOIN case_event b ON b.case_id = e.case_id AND b.seq = e.follows
      WHERE e.agency_code = ANY (${[...agencies]}) AND e.kind = ANY (${[...LEAVING_KINDS]})
        AND e.day BETWEEN make_date(${year}, 8, 1) AND make_date(${year}, 9, 30)
        AND b.state = ANY (${[...RETURNED_STATES]})
        AND NOT EXISTS (SELECT FROM case_event u WHERE u.case_id = e.case_id AND u.counters = e.seq)
      ORDER BY e.outstanding DESC, e.case_id LIMIT ${SHOWN_CHANGES}`,
  );
  return {
    cases: rows[0]?.all_cases ?? 0,
    outstanding: rows[0]?.all_money ?? 0n,
    first: rows.map(lineOf),
  };
}

function lineOf(row: Row): Reclassified {
  return {
    ...{ caseId: row.case_id.toString(), number: `${row.number}/${row.year}`, agency: row.agency_code },
    ...{ kind: row.kind, day: dayOfDate(row.day), ground: row.ground, outstanding: row.outstanding },
    isBack: row.is_back,
  };
}
