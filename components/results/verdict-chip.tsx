import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import type { Verdict } from "@/lib/metrics/verdict";

const looks: Record<Verdict, { shape: string; tone: string }> = {
  MET: { shape: "▲", tone: "chip-met" },
  ON_SCHEDULE: { shape: "●", tone: "chip-pace" },
  BEHIND: { shape: "◆", tone: "chip-behind" },
  NOT_MET: { shape: "▼", tone: "chip-miss" },
  NOT_APPLICABLE: { shape: "–", tone: "" },
};

/** A verdict as shape, word and colour. */
export function VerdictChip({ verdict, locale }: { verdict: Verdict; locale: Locale }) {
  const { shape, tone } = looks[verdict];
  return (
    <span className={`chip ${tone}`}>
      <span aria-hidden="true">{shape}</span> {entryText[locale].verdict[verdict]}
    </span>
  );
}
