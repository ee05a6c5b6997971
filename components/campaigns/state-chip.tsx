import type { CampaignState } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { CAMPAIGN_STATE_LABELS } from "@/lib/i18n/campaigns";

const looks: Readonly<Record<CampaignState, { shape: string; tone: string }>> = {
  DRAFT: { shape: "○", tone: "chip" },
  ISSUED: { shape: "◇", tone: "chip chip-pace" },
  RUNNING: { shape: "●", tone: "chip chip-met" },
  REVIEWING: { shape: "◆", tone: "chip chip-behind" },
  CLOSED: { shape: "■", tone: "chip" },
};

/** A campaign's state as shape, word and colour. */
export function StateChip({ state, locale }: { state: CampaignState; locale: Locale }) {
  const { shape, tone } = looks[state];
  return (
    <span className={tone}>
      <span aria-hidden="true">{shape}</span> {CAMPAIGN_STATE_LABELS[state][locale]}
    </span>
  );
}
