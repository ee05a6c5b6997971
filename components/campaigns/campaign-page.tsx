import { PageHeader } from "@/components/ui/page-header";
import type { Participation } from "@/lib/campaigns/activities/types";
import type { Frozen } from "@/lib/campaigns/frozen/types";
import type { CampaignView } from "@/lib/campaigns/live/types";
import { daysText, linesOf } from "@/lib/campaigns/view";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { CAMPAIGN_KIND_LABELS, CAMPAIGN_LEVEL_LABELS } from "@/lib/i18n/campaigns";
import { CampaignRow } from "./campaign-list";
import { DocumentCard } from "./document-card";
import { DraftDesk } from "./draft-desk";
import { FreezeForm } from "./freeze-form";
import { FrozenStandings } from "./frozen-standings";
import { LiveLines } from "./live-lines";
import { MoveForms } from "./move-forms";
import { ParticipationPart } from "./participation";
import { PhaseList } from "./phase-list";
import { PlainLines } from "./plain-lines";
import { Standings } from "./standings";
import { StateChip } from "./state-chip";

type Props = {
  view: CampaignView;
  participation: Participation | null;
  frozen: readonly Frozen[];
  locale: Locale;
};

/** One campaign: what it asks, where it stands on the figures, its phases, its document, and its children. */
export function CampaignPage({ view, participation, frozen, locale }: Props) {
  const { campaign, live, children } = view;
  const t = campaignText[locale];
  const isDraft = campaign.state === "DRAFT";
  return (
    <>
      <PageHeader title={campaign.name}>
        <StateChip state={campaign.state} locale={locale} />
        <span>{CAMPAIGN_KIND_LABELS[campaign.kind][locale]}</span>
        <span>{CAMPAIGN_LEVEL_LABELS[campaign.level][locale]}</span>
        <span className="tabular-nums">{daysText(campaign)}</span>
        {campaign.illustrative && <span className="chip">{t.illustrative}</span>}
      </PageHeader>
      <MoveForms view={view} locale={locale} />
      {live && <LiveLines live={live} campaign={campaign} locale={locale} />}
      {live && <Standings live={live} campaign={campaign} locale={locale} />}
      {!live && linesOf(campaign, ["INDICATOR"]).length > 0 && (
        <>
          <p className="card mb-5 text-ink-2">{t.notYours}</p>
          <PlainLines title={t.measured} lines={linesOf(campaign, ["INDICATOR"])} locale={locale} />
        </>
      )}
      <PlainLines
        title={t.activities}
        lines={linesOf(campaign, participation?.progress.length ? ["MILESTONE"] : ["ACTIVITY", "MILESTONE"])}
        locale={locale}
      />
      {view.mayIssue && <FreezeForm campaign={campaign} frozen={frozen} locale={locale} />}
      {frozen.map((each) => (
        <FrozenStandings key={each.phase} frozen={each} locale={locale} />
      ))}
      {participation && <ParticipationPart found={participation} campaign={campaign} locale={locale} />}
      <PhaseList campaign={campaign} locale={locale} />
      {children.length > 0 && (
        <section className="card mb-5" aria-labelledby="children">
          <h2 id="children">{t.children}</h2>
          <ul className="grid">
            {children.map((child) => (
              <CampaignRow key={child.code} campaign={child} locale={locale} />
            ))}
          </ul>
        </section>
      )}
      <PlainLines title={t.tasks} lines={linesOf(campaign, ["TASK"])} locale={locale} />
      <PlainLines title={t.solutions} lines={linesOf(campaign, ["SOLUTION"])} locale={locale} />
      <DocumentCard view={view} locale={locale} />
      {isDraft && view.mayPlan && <DraftDesk campaign={campaign} locale={locale} />}
    </>
  );
}
