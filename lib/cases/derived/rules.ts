import { firstDay, lastDay, type Period } from "@/lib/core/period";
import { INPUT_COLUMNS, type InputColumn, MEASURES, type Measure, type Slice } from "@/lib/form/columns";
import { formVersionFor } from "@/lib/form/version";
import { stepsOf } from "../events/rules";
import {
  type CaseEvent,
  type CaseEventKind,
  type CaseFacts,
  type CaseState,
  OPEN_STATES,
  type OpenState,
  type Standing,
  type Step,
} from "../types";

/** What one case adds to every column of both halves of the form; whole files and đồng. */
export type Contribution = Record<Measure, Record<InputColumn, bigint>>;
/** The form's cells, every one of them. */
export type DerivedForm = Contribution;

type Columns = Readonly<Record<OpenState | "SEPARATE_REGISTER", InputColumn>>;

/** Where each state counts, per form version. A new circular is one more entry. */
export const STATE_COLUMNS: Readonly<Record<string, Columns>> = {
  "tt-06-2019": {
    // Verified within ten days of the decision; until classified it is being enforced.
    ACCEPTED: "inProgress",
    IN_PROGRESS: "inProgress",
    POSTPONED_BY_AGREEMENT: "postponedByAgreement",
    SUSPENDED_ELIGIBLE: "suspendedEligible",
    OTHER_ELIGIBLE: "otherEligible",
    NO_CONDITION: "noCondition",
    POSTPONED_OTHER: "postponedOrSuspendedOther",
    SUSPENDED_OTHER: "postponedOrSuspendedOther",
    SEPARATE_REGISTER: "separateRegister",
  },
};

/** The cumulative column an event adds its amount to; a closing event adds the file itself, too. */
export const FLOW_COLUMNS: Readonly<Partial<Record<CaseEventKind, InputColumn>>> = {
  ACCEPTED: "newlyAccepted",
  ENTRUSTED_IN: "newlyAccepted",
  PULLED_UP_IN: "newlyAccepted",
  COLLECTED: "completed",
  COMPLETED: "completed",
  REDUCED: "reduced",
  TERMINATED: "terminated",
  PARTLY_TERMINATED: "terminated",
  ENTRUSTED_OUT: "entrustedOut",
  PARTLY_ENTRUSTED: "entrustedOut",
  WITHDRAWN: "withdrawnOrCancelled",
  PARTLY_WITHDRAWN: "withdrawnOrCancelled",
  PULLED_UP: "pulledUpByProvince",
  PARTLY_PULLED_UP: "pulledUpByProvince",
};

/** The parts of the docket a case belongs to. */
export function slicesOf({ initiative, category }: Pick<CaseFacts, "initiative" | "category">): Slice[] {
  const groups = {
    CREDIT: "credit",
    STATE_BUDGET: "stateBudget",
    CORRUPTION_ECONOMIC: "corruptionEconomic",
  } as const;
  return [
    "total",
    initiative === "EX_OFFICIO" ? "exOfficio" : "onRequest",
    ...(category === "OTHER" ? [] : [groups[category]]),
  ];
}

/** A form of zeros. */
export function emptyForm(): DerivedForm {
  const half = () =>
    Object.fromEntries(INPUT_COLUMNS.map((column) => [column, 0n])) as Record<InputColumn, bigint>;
  return { cases: half(), money: half() };
}

/** Adds one case, or one form, to a form in place. */
export function addTo(form: DerivedForm, added: Contribution, sign = 1n): void {
  for (const measure of MEASURES) {
    for (const column of INPUT_COLUMNS) form[measure][column] += sign * added[measure][column];
  }
}

/**
 * What a case adds to the form of `agency` at a period's end: the one pure function from events to columns. A case
 * that another agency holds by then adds nothing; what happened in the year counts where the case is at the end.
 */
function contributionOf(
  facts: CaseFacts,
  events: readonly CaseEvent[],
  agency: string,
  period: Period,
): Contribution {
  const form = emptyForm();
  const end = lastDay(period);
  const begin = firstDay(period.year);
  const steps = stepsOf(facts.amount, events).filter(({ event }) => event.day <= end);
  const last = steps.at(-1)?.after;
  if (last === undefined || last.agency !== agency) return form;
  const columns = STATE_COLUMNS[formVersionFor(period).id] ?? STATE_COLUMNS["tt-06-2019"];
  if (columns === undefined) throw new RangeError("No columns for this form");
  const inYear = steps.filter(({ event }) => event.day >= begin);
  const opening = steps.at(-1 - inYear.length)?.after;
  if (opening !== undefined) addStock(form, columns, opening, "carriedOver");
  for (const step of inYear) addFlow(form, step);
  addStock(form, columns, last);
  return form;
}

/** The form of an agency at a period's end from all its cases. */
export function formOf(
  cases: readonly { facts: CaseFacts; events: readonly CaseEvent[] }[],
  agency: string,
  period: Period,
  slice: Slice = "total",
): DerivedForm {
  const form = emptyForm();
  for (const { facts, events } of cases) {
    if (slicesOf(facts).includes(slice)) addTo(form, contributionOf(facts, events, agency, period));
  }
  return form;
}

const counted: readonly CaseState[] = [...OPEN_STATES, "SEPARATE_REGISTER"];
const isCounted = (state: CaseState): state is OpenState | "SEPARATE_REGISTER" => counted.includes(state);

/** A case where it stands, or under the one column given; the separate register is outside the docket. */
function addStock(form: DerivedForm, columns: Columns, standing: Standing, into?: "carriedOver"): void {
  const { state, outstanding, aside, asideState } = standing;
  if (!isCounted(state) || (into !== undefined && state === "SEPARATE_REGISTER")) return;
  const column = into ?? columns[state];
  form.cases[column] += 1n;
  form.money[column] += outstanding - aside;
  if (asideState !== null) form.money[into ?? columns[asideState]] += aside;
}

function addFlow(form: DerivedForm, { event, before, after }: Step): void {
  const { kind } = event;
  if (kind === "MOVED_TO_REGISTER" || kind === "RETURNED_FROM_REGISTER") {
    // Column 2 is net of what went to the separate register during the year.
    const sign = kind === "MOVED_TO_REGISTER" ? -1n : 1n;
    form.cases.carriedOver += sign;
    form.money.carriedOver += sign * after.outstanding;
    return;
  }
  const column = FLOW_COLUMNS[kind];
  if (column === undefined) return;
  const isWhole = before === null || !isCounted(after.state);
  if (isWhole) form.cases[column] += 1n;
  form.money[column] += before === null ? after.outstanding : before.outstanding - after.outstanding;
}
