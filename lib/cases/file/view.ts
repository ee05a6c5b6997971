import { CLOSING_KINDS, kindsAfter, NEEDS, PARTIAL_KINDS } from "../events/rules";
import type { CaseFile } from "../register/types";
import type { CaseEventKind } from "../types";

/** The events that a form offers, in groups by what they do. */
export type OfferedKinds = Readonly<Record<"state" | "part" | "note" | "close", readonly CaseEventKind[]>>;

const statePattern = /^(?:CLASSIFIED|POSTPONED|SUSPENDED|RESUMED|MOVED_TO|RETURNED_FROM)/;

/** What may be recorded next: what the state machine allows and whose earlier step is there. */
export function offeredKinds({ state, timeline }: Pick<CaseFile, "state" | "timeline">): OfferedKinds {
  const happened = new Set(timeline.filter((event) => event.counteredBy === null).map(({ kind }) => kind));
  const allowed = kindsAfter(state).filter((kind) => {
    const needed = NEEDS[kind];
    return kind !== "TRANSFERRED" && (needed === undefined || happened.has(needed));
  });
  const isState = (kind: CaseEventKind) => statePattern.test(kind);
  const isPart = (kind: CaseEventKind) => PARTIAL_KINDS.includes(kind) || kind === "PART_SET_ASIDE";
  const isClose = (kind: CaseEventKind) => CLOSING_KINDS.includes(kind);
  return {
    state: allowed.filter(isState),
    part: allowed.filter(isPart),
    note: allowed.filter((kind) => !isState(kind) && !isPart(kind) && !isClose(kind)),
    close: allowed.filter(isClose),
  };
}

/** Whole đồng as people write them, for the form's own check; null = not a whole amount. */
export function dongOf(text: string): string | null {
  const digits = text.trim().replace(/[.\s\u00a0]/g, "");
  return /^\d{1,18}$/.test(digits) ? String(BigInt(digits)) : null;
}
