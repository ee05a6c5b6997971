import { ActionForm } from "@/components/ui/action-form";
import { moveCampaignAction } from "@/lib/campaigns/actions";
import type { CampaignView } from "@/lib/campaigns/live/types";
import { nextStates } from "@/lib/campaigns/rules";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { CAMPAIGN_MOVE_LABELS } from "@/lib/i18n/campaigns";

/** The steps that may come next, for those who may take them. */
export function MoveForms({ view, locale }: { view: CampaignView; locale: Locale }) {
  const { campaign, mayIssue } = view;
  const t = campaignText[locale];
  const next = nextStates(campaign.state);
  if (!mayIssue || next.length === 0) return null;
  return (
    <div className="no-print mb-5 flex flex-wrap items-start gap-3">
      {next.map((to) => (
        <ActionForm
          key={to}
          action={moveCampaignAction}
          submit={CAMPAIGN_MOVE_LABELS[to][locale]}
          done={t.moved}
          locale={locale}
          isPrimary={to === "ISSUED"}
          fields={[
            { name: "agency", label: t.agency, type: "hidden", value: campaign.agency },
            { name: "code", label: t.code, type: "hidden", value: campaign.code },
            { name: "startsOn", label: t.startsOn, type: "hidden", value: campaign.startsOn },
            { name: "to", label: t.state, type: "hidden", value: to },
          ]}
        />
      ))}
      {campaign.state === "DRAFT" && <p className="max-w-xl text-sm text-ink-2">{t.deskNote}</p>}
    </div>
  );
}
