import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, superiorsAsOf } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { now } from "@/lib/clock";
import { type Day, dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { lastDay, type Period, periodContaining, previousPeriod } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { rememberWhileUnchanged } from "@/lib/db/data-version";
import { readBaselines } from "./baseline/queries";
import { assembleBoard, type BoardRow } from "./board/rules";
import { existedOn, organisationDays, type StoredTarget } from "./rules";
import type { Scoreboard } from "./types";

/** What to show; without an agency the reader's own, without a period the newest with approved figures. */
export type ScoreboardQuery = {
  agency?: string | undefined;
  year?: number | undefined;
  month?: number | undefined;
  includeSubmitted: boolean;
  withYear: boolean;
  /** As it was known at this instant; with it only approved reports count. */
  at?: Date | undefined;
};

const boards = rememberWhileUnchanged<Scoreboard>(300);

/** Results against targets of an agency and those under it. Foreign and missing agencies are refused alike. */
export function getScoreboard(actor: Actor, query: ScoreboardQuery): Promise<Scoreboard> {
  const viewer =
    actor.via === "system" ? "system" : actor.assignments.map(({ role, agency }) => [role, agency]);
  const { agency, year, month, includeSubmitted, withYear, at } = query;
  const key = JSON.stringify([
    viewer,
    agency ?? null,
    year ?? null,
    month ?? null,
    includeSubmitted,
    withYear,
    at ?? null,
  ]);
  return boards(key, () => readScoreboard(actor, query));
}

async function readScoreboard(actor: Actor, query: ScoreboardQuery): Promise<Scoreboard> {
  const organisation = await getOrganisation();
  const { at, includeSubmitted } = query;
  if (at && includeSubmitted) throw new Failure("invalid", onlyApprovedThen);
  return inViewOf(actor, async (tx) => {
    const period = await resolvePeriod(tx, query);
    const day = lastDay(period);
    const root = query.agency ?? defaultRoot(actor, organisation, day);
    if (root === null || !existedOn(organisation, root, day)) throw notFound();
    if (!can(actor, "results.read", { agency: root, day }, organisation)) throw notFound();
    const months = query.withYear ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [period.month];
    const rows = await readRows(tx, organisation, root, period, { months, includeSubmitted, at });
    const targets = await readTargets(tx, period.year, at);
    const baselines = await readBaselines(tx, organisation, targets, { asOf: day, at });
    const superiors = superiorsAsOf(organisation, root, day)
      .filter((agency) => can(actor, "results.read", { agency, day }, organisation))
      .reverse()
      .map((agency) => ({ agency, name: agencyAsOf(organisation, agency, day)?.name ?? agency }));
    const board = assembleBoard({ organisation, root, period, rows, baselines, targets });
    return { ...board, includeSubmitted, knownAt: at ?? null, superiors };
  });
}

/** The headline targets of a year, now or as they were known at an instant. */
function readTargets(tx: Tx, year: number, at: Date | undefined): Promise<StoredTarget[]> {
  return tx.$queryRaw<StoredTarget[]>`
    SELECT agency_code AS "agencyCode", indicator, comparison, basis_points AS "basisPoints",
      CASE WHEN comparison = 'higherThanBaseline' THEN coalesce(baseline_year, year - 1) END AS "baselineYear", source
    FROM targets_known(${year}::int, ${at ?? null}::timestamptz) WHERE indicator IN ('R_C', 'R_M')`;
}

type RowsOptions = { months: readonly number[]; includeSubmitted: boolean; at: Date | undefined };

function readRows(
  tx: Tx,
  organisation: Organisation,
  root: string,
  { year, month }: Period,
  { months, includeSubmitted, at }: RowsOptions,
): Promise<BoardRow[]> {
  const days = organisationDays(organisation, year, months);
  return tx.$queryRaw<BoardRow[]>`
    SELECT month, node, expected, reported, cases_done AS "casesDone", cases_eligible AS "casesEligible",
      money_done AS "moneyDone", money_eligible AS "moneyEligible", illustrative, adjusted, as_of AS "asOf"
    FROM scoreboard(${root}, ${year}::int, ${month}::int, ${months}::int[], ${days}::date[], ${includeSubmitted},
      ${at ?? null}::timestamptz)`;
}

async function resolvePeriod(tx: Tx, { year, month, at }: ScoreboardQuery): Promise<Period> {
  if (year !== undefined && month !== undefined) return { year, month };
  if (at) return periodAt(at, { year, month });
  const newest = await tx.reportFigures.findFirst({
    where: { standing: "EFFECTIVE", slice: "total", ...(year === undefined ? {} : { year }) },
    select: { year: true, month: true },
    orderBy: [{ year: "desc" }, { month: "desc" }],
  });
  if (month !== undefined) return { year: newest?.year ?? periodContaining(dayOfInstant(now())).year, month };
  if (newest) return newest;
  return year === undefined ? periodContaining(dayOfInstant(now())) : { year, month: 12 };
}

/** The period before the one an instant is in: the newest that can have been reported by then. */
function periodAt(at: Date, { year, month }: Pick<ScoreboardQuery, "year" | "month">): Period {
  const running = periodContaining(dayOfInstant(at));
  const last = previousPeriod(running) ?? { year: running.year - 1, month: 12 };
  return {
    year: year ?? last.year,
    month: month ?? (year === undefined || year === last.year ? last.month : 12),
  };
}

function defaultRoot(actor: Actor, organisation: Organisation, day: Day): string | null {
  const readable = (agency: string) =>
    existedOn(organisation, agency, day) && can(actor, "results.read", { agency, day }, organisation);
  const heads = [...organisation.kinds]
    .filter(([, kind]) => kind === "GENERAL_DEPARTMENT")
    .map(([code]) => code);
  const homes = actor.assignments.flatMap(({ agency }) => [
    agency,
    ...(organisation.predecessors.get(agency) ?? []),
  ]);
  return [...heads, ...homes].find(readable) ?? null;
}

const onlyApprovedThen = {
  vi: "Xem theo thời điểm đã biết thì chỉ tính báo cáo đã duyệt: bỏ includeSubmitted hoặc asOf.",
  en: "As known at an instant only approved reports count: leave out includeSubmitted or asOf.",
};

function notFound(): Failure {
  return new Failure("not-found", {
    vi: "Không tìm thấy cơ quan này trong kỳ đó, hoặc tài khoản không được xem.",
    en: "This agency was not found in that period, or this account may not see it.",
  });
}
