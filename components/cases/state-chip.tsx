import type { CaseState } from "@/lib/cases/types";
import type { Locale } from "@/lib/core/locale";
import { STATE_LABELS } from "@/lib/i18n/cases";

const looks: Readonly<Record<CaseState, readonly [shape: string, tone: string]>> = {
  ACCEPTED: ["○", "chip-pace"],
  IN_PROGRESS: ["●", "chip-pace"],
  OTHER_ELIGIBLE: ["●", "chip-pace"],
  POSTPONED_BY_AGREEMENT: ["◆", "chip-behind"],
  POSTPONED_OTHER: ["◆", "chip-behind"],
  SUSPENDED_ELIGIBLE: ["◆", "chip-behind"],
  SUSPENDED_OTHER: ["◆", "chip-behind"],
  NO_CONDITION: ["▽", "chip-behind"],
  SEPARATE_REGISTER: ["□", ""],
  COMPLETED: ["▲", "chip-met"],
  TERMINATED: ["■", ""],
  ENTRUSTED_OUT: ["→", ""],
  WITHDRAWN: ["←", ""],
  PULLED_UP: ["↑", ""],
  VOID: ["×", ""],
};

/** Where a case stands, as a shape and a word. */
export function StateChip({ state, locale }: { state: CaseState; locale: Locale }) {
  const [shape, tone] = looks[state];
  return (
    <span className={`chip ${tone}`}>
      <span aria-hidden="true">{shape}</span> {STATE_LABELS[state][locale]}
    </span>
  );
}
