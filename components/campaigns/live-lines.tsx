import { TableFrame } from "@/components/results/table-frame";
import { VerdictChip } from "@/components/scoreboard/verdict-chip";
import type { Live, LiveLine } from "@/lib/campaigns/live/types";
import type { Campaign } from "@/lib/campaigns/types";
import { demandText, overText, standingText, targetText } from "@/lib/campaigns/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { paths } from "@/lib/paths";

type Props = { live: Live; campaign: Campaign; locale: Locale };

/** The indicator lines on the approved figures of the agency looked at; every rate opens its proof. */
export function LiveLines({ live, campaign, locale }: Props) {
  const t = campaignText[locale];
  const isWhole = campaign.scopeAgencies.includes(live.root.agency);
  return (
    <section className="card mb-5">
      <h2>{t.measured}</h2>
      <p className="mb-3 text-sm text-ink-2">
        {t.measuredOf(live.root.name)}{" "}
        {!isWhole && (
          <a className="link" href={paths.campaign(campaign.code)}>
            {t.back}
          </a>
        )}
      </p>
      <TableFrame label={t.measured}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.asked}</th>
              <th scope="col" className="number">
                {t.result}
              </th>
              <th scope="col" className="number">
                {t.over}
              </th>
              <th scope="col">{t.verdict}</th>
            </tr>
          </thead>
          <tbody>
            {live.lines.map((each) => (
              <LiveRow key={each.line.position} live={each} root={live.root.agency} locale={locale} />
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function LiveRow({ live, root, locale }: { live: LiveLine; root: string; locale: Locale }) {
  const { line, period, window, standing } = live;
  const t = campaignText[locale];
  const isBanded = line.bands !== null;
  const asked = standing?.target && !isBanded ? targetText(standing.target, locale) : null;
  const judged = standing && { ...standing, ratio: standing.ratio ?? standing.count };
  const target = standing?.target ?? standing?.asked ?? null;
  return (
    <tr>
      <th scope="row" className="min-w-56 font-normal">
        {line.wording}
      </th>
      <td className="min-w-40 text-sm">
        {demandText(line, locale)}
        {line.comparison === "higherThanBaseline" && asked && ` (${asked})`}
      </td>
      <td className="number">
        {standing && period && line.indicator ? (
          <a
            className="proof"
            href={paths.proof(root, period.year, period.month, { indicator: line.indicator })}
          >
            {standingText(standing, line, locale)}
          </a>
        ) : (
          "–"
        )}
        {period && window && (
          <span className="block text-ink-3 text-sm">{t.until(period.month, period.year)}</span>
        )}
      </td>
      <td className="number">{standing ? overText(standing, locale) || "–" : "–"}</td>
      <td>
        {judged ? <VerdictChip standing={{ ...judged, target }} locale={locale} /> : t.noFigures}
        {standing?.remaining != null && standing.remaining > 0n && line.indicator === "R_C" && (
          <span className="block text-ink-3 text-sm">
            {`${t.left} ${formatCount(standing.remaining, locale)} ${t.cases}`}
          </span>
        )}
      </td>
    </tr>
  );
}
