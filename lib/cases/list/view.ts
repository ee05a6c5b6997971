import { type Day, daysBetween, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import type { Cell, ExportTable } from "@/lib/exports/types";
import { caseListText } from "@/lib/i18n/case-list";
import { CATEGORY_LABELS, INITIATIVE_LABELS, STATE_LABELS } from "@/lib/i18n/cases";
import { formatInstant } from "@/lib/scoreboard/view";
import type { CaseLine } from "../register/types";
import type { ListState } from "./schema";
import type { RegisterPlace } from "./types";

/** Whole years a case has been open on a day; a closed one until its last event. */
export function yearsWaiting({ enteredOn, outstanding, standingOn }: CaseLine, today: Day): number {
  const until = outstanding === 0n && standingOn < today ? standingOn : today;
  return Math.max(0, Math.floor(daysBetween(enteredOn, until) / 365));
}

/** The list's state as the query of an address; what is default is left out. */
export function listQuery(state: ListState, agency: string): Record<string, string | number | undefined> {
  const { q, court, state: shown, category, initiative, officer, age, millions, before, children } = state;
  return {
    ...{ agency, children, q, court, category, initiative, officer, age, millions, before },
    state: shown === "OPEN" ? undefined : shown,
    order: state.order === "newest" ? undefined : state.order,
  };
}

type Exported = { place: RegisterPlace; cases: readonly CaseLine[]; isCut: boolean };

/** The list as a file: exact đồng, when it was made, and "Số liệu minh họa" where it applies; nothing personal. */
export function caseListExport({ place, cases, isCut }: Exported, locale: Locale, now: Date): ExportTable {
  const t = caseListText[locale];
  return {
    name: `so-thu-ly-${place.agency}`,
    title: t.title(place.name),
    notes: [
      ...(cases.some(({ illustrative }) => illustrative) ? [t.illustrative] : []),
      ...(isCut ? [t.cut(String(cases.length))] : []),
      ...(place.isOwnOnly ? [t.own] : []),
      t.exported(formatInstant(now)),
    ],
    columns: [
      ...[t.number, t.agency, t.state, t.category, t.initiative, t.judgment, t.court],
      ...[t.decision, t.officer, t.entered, `${t.amount} (đồng)`, `${t.outstanding} (đồng)`],
    ],
    rows: cases.map((line) => rowOf(line, place.names, locale)),
  };
}

function rowOf(line: CaseLine, names: ReadonlyMap<string, string>, locale: Locale): Cell[] {
  return [
    `${line.number}/${line.year}`,
    names.get(line.agency) ?? line.agency,
    STATE_LABELS[line.state][locale],
    CATEGORY_LABELS[line.category][locale],
    INITIATIVE_LABELS[line.initiative][locale],
    `${line.judgmentNumber}, ${formatDay(line.judgmentDate)}`,
    line.court,
    `${line.decisionNumber}, ${formatDay(line.decisionDate)}`,
    line.officer,
    formatDay(line.enteredOn),
    line.amount,
    line.outstanding,
  ];
}
