import { TableFrame } from "@/components/results/table-frame";
import type { Participation } from "@/lib/campaigns/activities/types";
import type { Campaign } from "@/lib/campaigns/types";
import { demandText } from "@/lib/campaigns/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { activityText } from "@/lib/i18n/activities";
import { ACTIVITY_LABELS } from "@/lib/i18n/campaigns";
import { ActivityCard } from "./activity-card";
import { Registrations } from "./registrations";
import { ReportForm } from "./report-form";

type Props = { found: Participation; campaign: Campaign; locale: Locale };

/** Who takes part and what they did: counted targets, kinds, registrations, reports, and who did nothing. */
export function ParticipationPart({ found, campaign, locale }: Props) {
  const t = activityText[locale];
  const isOpen = campaign.state === "RUNNING" || campaign.state === "REVIEWING";
  const { code, startsOn, endsOn } = campaign;
  return (
    <>
      {found.progress.length > 0 && <Progress found={found} locale={locale} />}
      {isOpen && found.own.length > 0 && (
        <details className="card no-print mb-5">
          <summary className="font-semibold">{t.report}</summary>
          <div className="mt-3">
            <ReportForm code={code} own={found.own} span={{ startsOn, endsOn }} locale={locale} />
          </div>
        </details>
      )}
      <Registrations found={found} campaign={campaign} locale={locale} />
      <section className="card mb-5" aria-labelledby="activities">
        <h2 id="activities" className="mb-3">
          {t.activities}
        </h2>
        {found.activities.length < found.reported && (
          <p className="mb-3 text-sm text-ink-2">{t.shown(found.activities.length, found.reported)}</p>
        )}
        {found.totals.length > 0 && <Totals found={found} locale={locale} />}
        {found.activities.length === 0 ? (
          <p className="text-ink-2">{t.none}</p>
        ) : (
          <ol className="grid">
            {found.activities.map((activity) => (
              <ActivityCard key={activity.id} activity={activity} locale={locale} />
            ))}
          </ol>
        )}
      </section>
    </>
  );
}

function Progress({ found, locale }: { found: Participation; locale: Locale }) {
  const t = activityText[locale];
  return (
    <section className="card mb-5">
      <h2 className="mb-3">{t.progress}</h2>
      <TableFrame label={t.progress}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.asked}</th>
              {[t.verified, t.waiting, t.reached].map((each) => (
                <th scope="col" className="number" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.progress.map(({ line, verified, waiting, reached, asked }) => (
              <tr key={line.position}>
                <th scope="row" className="min-w-52 font-normal">
                  {line.wording}
                </th>
                <td className="min-w-40">{demandText(line, locale)}</td>
                <td className="number">{formatCount(verified, locale)}</td>
                <td className="number">{formatCount(waiting, locale)}</td>
                <td className="number">{line.scope === "EACH" ? t.ofAll(reached, asked) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function Totals({ found, locale }: { found: Participation; locale: Locale }) {
  const t = activityText[locale];
  return (
    <dl className="mb-4 flex flex-wrap gap-x-8 gap-y-3" aria-label={t.totals}>
      {found.totals.map(({ kind, verified, waiting }) => (
        <div key={kind}>
          <dt className="text-sm text-ink-2">{ACTIVITY_LABELS[kind].label[locale]}</dt>
          <dd className="font-heading text-xl tabular-nums">
            {formatCount(verified, locale)}{" "}
            <span className="text-sm text-ink-2">{ACTIVITY_LABELS[kind].unit[locale]}</span>
            {waiting > 0n && (
              <span className="block font-sans text-sm text-ink-2">
                {`${t.waiting}: ${formatCount(waiting, locale)}`}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
