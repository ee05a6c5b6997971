import type { ReactNode } from "react";
import type { CampaignView } from "@/lib/campaigns/live/types";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { SCOPE_KIND_LABELS } from "@/lib/i18n/campaigns";
import { paths } from "@/lib/paths";

/** What the document says of itself: who launched it, under what, on which basis, for whom, from which source. */
export function DocumentCard({ view, locale }: { view: CampaignView; locale: Locale }) {
  const { campaign, parent, names, taking, taken } = view;
  const t = campaignText[locale];
  const kinds = campaign.scopeKinds.map((kind) => SCOPE_KIND_LABELS[kind][locale]).join(", ");
  const within = campaign.scopeAgencies.map((code) => names[code] ?? code).join(", ");
  const scoring = campaign.scoring;
  return (
    <section className="card mb-5" aria-label={t.basis}>
      <dl className="grid gap-3 md:grid-cols-2">
        <Fact label={t.launchedBy}>{campaign.launchedBy || names[campaign.agency]}</Fact>
        {parent && (
          <Fact label={t.parent}>
            <a className="link" href={paths.campaign(parent.code)}>
              {parent.name}
            </a>
          </Fact>
        )}
        {taken.length > 0 && (
          <Fact label={t.respondsTo}>
            <ul className="list-disc pl-5">
              {taken.map(({ code, name }) => (
                <li key={code}>
                  <a className="link" href={paths.campaign(code)}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {campaign.slogan && <Fact label={t.slogan}>{campaign.slogan}</Fact>}
        <Fact label={t.scope}>{`${t.taking(taking, kinds)} · ${within}`}</Fact>
        <Fact label={t.scored}>{scoring ? t.scoring(scoring.month, scoring.year) : t.noScoring}</Fact>
        {campaign.basis.length > 0 && (
          <Fact label={t.basis}>
            <ul className="list-disc pl-5">
              {campaign.basis.map(({ title, number, issuer, issuedOn }) => (
                <li key={`${title} ${number}`}>
                  {[number, title, issuer, issuedOn && formatDay(issuedOn)].filter(Boolean).join(" · ")}
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {campaign.source && <Fact label={t.source}>{campaign.source}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-ink-2">{label}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}
