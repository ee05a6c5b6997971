import { MarkupTable } from "@/components/ui/markup-table";
import type { Live } from "@/lib/campaigns/live/types";
import type { Campaign } from "@/lib/campaigns/types";
import { metAll } from "@/lib/campaigns/view";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { standingsTable } from "./standings-table";

/** The agencies that take part, ranked on the figures as they are now. */
export function Standings({ live, campaign, locale }: { live: Live; campaign: Campaign; locale: Locale }) {
  const t = campaignText[locale];
  if (live.standings.length === 0) return null;
  return (
    <section className="card mb-5">
      <h2>{t.standings}</h2>
      <p className="mb-1 flex flex-wrap items-center gap-x-3 font-semibold">
        {t.standingsTitle(metAll(live), live.ranked)}
        {live.standings.some(({ illustrative }) => illustrative) && (
          <span className="chip">{t.illustrative}</span>
        )}
      </p>
      <p className="mb-3 max-w-3xl text-sm text-ink-2">{t.standingsNote}</p>
      <MarkupTable label={t.standings} table={standingsTable(live, campaign, locale)} />
    </section>
  );
}
