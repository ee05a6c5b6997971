import type { EventPreview } from "@/lib/agencies/events/types";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod, periodKey } from "@/lib/core/period";
import { eventsText, FATE_LABELS } from "@/lib/i18n/agency-events";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { paths } from "@/lib/paths";

type Props = { preview: EventPreview; nameOf: (code: string) => string; locale: Locale };

/** Whose roles are at the agencies that change; where one ends, somebody has to give them another. */
export function TouchedAccounts({ preview: { accounts }, nameOf, locale }: Props) {
  const t = eventsText[locale];
  return (
    <section className="card grid gap-2">
      <h2>{t.accounts(accounts.length)}</h2>
      {accounts.some(({ fate }) => fate === "ENDED") && (
        <p className="text-behind">{`◆ ${t.accountsEnded}`}</p>
      )}
      <ul className="grid gap-1">
        {accounts.map(({ login, name, role, agency, fate }) => (
          <li key={`${login} ${role} ${agency}`} className="flex flex-wrap gap-x-3">
            <a className="link" href={paths.user(login)}>
              {name}
            </a>
            <span className="text-ink-2">
              {`${ROLE_LABELS[role][locale]}, ${nameOf(agency)} (${FATE_LABELS[fate][locale]})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Which periods are counted by the new organisation, and which reports fall out of every count. */
export function TouchedPeriods({ preview, nameOf, locale }: Props) {
  const t = eventsText[locale];
  const { openPeriods, settledPeriods, reopenings, stranded } = preview;
  return (
    <section className="card grid gap-2">
      <h2>{t.periods(openPeriods.length)}</h2>
      <p className="text-ink-2">{t.periodsLead}</p>
      {openPeriods.length > 0 && <p>{openPeriods.map((each) => formatPeriod(each, locale)).join(" · ")}</p>}
      {settledPeriods > 0 && <p className="text-behind">{`◆ ${t.settled(settledPeriods)}`}</p>}
      {reopenings.map((each) => (
        <p key={`${each.agency} ${periodKey(each)}`} className="text-behind">
          {`◆ ${t.reopened(nameOf(each.agency), formatPeriod(each, locale), formatDay(each.until))}`}
        </p>
      ))}
      {stranded.length > 0 && (
        <div className="text-miss">
          <p>{`▼ ${t.stranded(stranded.length)}`}</p>
          <ul className="list-disc pl-6">
            {stranded.map((each) => (
              <li key={`${each.agency} ${periodKey(each)}`}>
                {`${nameOf(each.agency)}, ${formatPeriod(each, locale)}`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
