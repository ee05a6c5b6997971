import type { BallotState } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";

const looks: Record<BallotState, readonly [sign: string, look: string]> = {
  DRAFT: ["○", ""],
  OPEN: ["●", "chip-pace"],
  CLOSED: ["■", "chip-behind"],
  COUNTED: ["✓", "chip-met"],
  CANCELLED: ["✕", "chip-miss"],
};

/** The state of a ballot: a shape, a colour and a word. */
export function StateChip({ state, locale }: { state: BallotState; locale: Locale }) {
  const [sign, look] = looks[state];
  return (
    <span className={`chip ${look}`}>
      <span aria-hidden>{sign}</span> {ballotText[locale].state[state]}
    </span>
  );
}
