import { PageHeader } from "@/components/ui/page-header";
import type { Actor } from "@/lib/auth/actor";
import { canSomewhere } from "@/lib/auth/permissions";
import type { ListedCampaign } from "@/lib/campaigns/types";
import { daysText, runningCount } from "@/lib/campaigns/view";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { CAMPAIGN_KIND_LABELS, CAMPAIGN_LEVEL_LABELS } from "@/lib/i18n/campaigns";
import { paths } from "@/lib/paths";
import { CampaignCalendar } from "./campaign-calendar";
import { StartForm } from "./start-form";
import { StateChip } from "./state-chip";

type Props = { actor: Actor; campaigns: readonly ListedCampaign[]; year: number; locale: Locale };

/** Every campaign: a year's calendar, where one is begun, and the whole list. */
export function CampaignList({ actor, campaigns, year, locale }: Props) {
  const t = campaignText[locale];
  return (
    <>
      <PageHeader title={t.listTitle(runningCount(campaigns), campaigns.length)} />
      {canSomewhere(actor, "campaigns.plan") && (
        <StartForm actor={actor} campaigns={campaigns} locale={locale} />
      )}
      <CampaignCalendar campaigns={campaigns} year={year} locale={locale} />
      <section className="card" aria-labelledby="all-campaigns">
        <h2 id="all-campaigns" className="mb-3">
          {t.all}
        </h2>
        {campaigns.length === 0 ? (
          <p className="text-ink-2">{t.none}</p>
        ) : (
          <ul className="grid">
            {campaigns.map((campaign) => (
              <CampaignRow key={campaign.code} campaign={campaign} locale={locale} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

/** One campaign of a list: what it is, where it stands, when. */
export function CampaignRow({ campaign, locale }: { campaign: ListedCampaign; locale: Locale }) {
  const t = campaignText[locale];
  const { code, name, kind, level, state, illustrative } = campaign;
  return (
    <li className="grid gap-1 border-line-2 border-b py-3 last:border-0">
      <a className="link font-semibold" href={paths.campaign(code)}>
        {name}
      </a>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <StateChip state={state} locale={locale} />
        <span>{CAMPAIGN_KIND_LABELS[kind][locale]}</span>
        <span>{CAMPAIGN_LEVEL_LABELS[level][locale]}</span>
        <span className="tabular-nums">{daysText(campaign)}</span>
        {illustrative && <span className="chip">{t.illustrative}</span>}
      </p>
    </li>
  );
}
