import { TableFrame } from "@/components/results/table-frame";
import type { ListedCampaign } from "@/lib/campaigns/types";
import { monthsCovered } from "@/lib/campaigns/view";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { paths } from "@/lib/paths";

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const years = Array.from({ length: 18 }, (_, index) => 2010 + index);

type Props = { campaigns: readonly ListedCampaign[]; year: number; locale: Locale };

/** The twelve months of a calendar year with every campaign that runs in them. */
export function CampaignCalendar({ campaigns, year, locale }: Props) {
  const t = campaignText[locale];
  const shown = campaigns.filter((campaign) => monthsCovered(campaign, year) !== null);
  return (
    <section className="card mb-5">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <h2>{t.calendar(year)}</h2>
        <form className="flex items-end gap-2">
          <label>
            <span className="label">{t.year}</span>
            <select className="field" name="year" defaultValue={year}>
              {years.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
          <button type="submit" className="button">
            {t.show}
          </button>
        </form>
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-2">{t.noneInYear}</p>
      ) : (
        <TableFrame label={t.calendar(year)}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t.campaign}</th>
                {months.map((month) => (
                  <th scope="col" key={month} className="text-center">
                    {month}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((campaign) => (
                <CalendarRow key={campaign.code} {...{ campaign, year, locale }} />
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
      <p className="mt-3 text-sm text-ink-2">{t.calendarNote}</p>
    </section>
  );
}

function CalendarRow({ campaign, year, locale }: { campaign: ListedCampaign; year: number; locale: Locale }) {
  const t = campaignText[locale];
  const isIn = (span: { from: number; to: number } | null, month: number) =>
    span !== null && span.from <= month && month <= span.to;
  const peaks = campaign.phases
    .filter(({ kind }) => kind === "PEAK")
    .map((phase) => monthsCovered(phase, year));
  const days = campaign.phases.flatMap(({ anniversaries }) => anniversaries.map(({ on }) => on.slice(0, 7)));
  return (
    <tr>
      <th scope="row" className="min-w-56 font-normal">
        <a className="link" href={paths.campaign(campaign.code)}>
          {campaign.name}
        </a>
      </th>
      {months.map((month) => {
        const isPeak = campaign.kind === "PEAK" || peaks.some((peak) => isIn(peak, month));
        const honours = days.includes(`${year}-${String(month).padStart(2, "0")}`);
        if (!isIn(monthsCovered(campaign, year), month)) return <td key={month} />;
        return (
          <td key={month} className="text-center">
            <span aria-hidden="true" className={isPeak ? "text-behind" : "text-pace"}>
              {isPeak ? "◆" : "●"}
              {honours && "★"}
            </span>
            <span className="sr-only">
              {isPeak ? t.isPeak : t.isOn}
              {honours && `, ${t.honours}`}
            </span>
          </td>
        );
      })}
    </tr>
  );
}
