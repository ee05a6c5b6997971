import type { Campaign, Phase } from "@/lib/campaigns/types";
import { daysText } from "@/lib/campaigns/view";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";

/** The phases and peak periods, each with what it is scored on, how it ends, and the days it honours. */
export function PhaseList({ campaign, locale }: { campaign: Campaign; locale: Locale }) {
  if (campaign.phases.length === 0) return null;
  return (
    <section className="mb-5" aria-labelledby="phases">
      <h2 id="phases" className="mb-3">
        {campaignText[locale].phases}
      </h2>
      <ol className="grid gap-4 md:grid-cols-2">
        {campaign.phases.map((phase) => (
          <li key={phase.position} className="card grid content-start gap-2">
            <PhaseCard phase={phase} locale={locale} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function PhaseCard({ phase, locale }: { phase: Phase; locale: Locale }) {
  const t = campaignText[locale];
  const { kind, name, scoring, review, reviewOn, reviewWith, anniversaries } = phase;
  return (
    <>
      <h3 className="font-semibold">{name}</h3>
      <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
        <span className="chip">{t[kind]}</span>
        <span className="tabular-nums">{daysText(phase)}</span>
      </p>
      <p className="text-sm">{scoring ? t.scoring(scoring.month, scoring.year) : t.noScoring}</p>
      {review && (
        <p className="text-sm">
          {[t[review], reviewOn && formatDay(reviewOn), reviewWith].filter(Boolean).join(" · ")}
        </p>
      )}
      {anniversaries.length > 0 && (
        <div className="text-sm">
          <p className="text-ink-2">{t.anniversaries}</p>
          <ul className="list-disc pl-5">
            {anniversaries.map((each) => (
              <li key={each.name}>{t.anniversary(each.name, each.years, formatDay(each.on))}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
