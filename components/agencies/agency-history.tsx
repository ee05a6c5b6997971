import type { AgencyEventLine, AgencyVersion, Organisation } from "@/lib/agencies/types";
import { addDays, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { agenciesText, EVENT_LABELS } from "@/lib/i18n/agencies";
import { paths } from "@/lib/paths";

type Props = {
  agency: string;
  organisation: Organisation;
  events: readonly AgencyEventLine[];
  locale: Locale;
};

/** What the agency was called, whom it answered to, and the decisions that changed it. */
export function AgencyHistory({ agency, organisation, events, locale }: Props) {
  const t = agenciesText[locale];
  const nameOf = (code: string) => organisation.versions.get(code)?.at(-1)?.name ?? code;
  const versions = organisation.versions.get(agency) ?? [];
  return (
    <>
      <section className="card table-frame mb-5">
        <h2 className="mb-2">{t.history}</h2>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.validity}</th>
              <th scope="col">{t.name}</th>
              <th scope="col">{t.parent}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <tr key={version.validFrom}>
                <td>{validity(version, locale)}</td>
                <td>{version.name}</td>
                <td>
                  {version.parent && <AgencyLink code={version.parent} name={nameOf(version.parent)} />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className="card mb-5 grid gap-3">
        <h2>{t.events}</h2>
        {events.length === 0 && <p className="text-ink-2">{t.noEvents}</p>}
        {events.map((event) => (
          <EventLine key={event.id} event={event} nameOf={nameOf} locale={locale} />
        ))}
      </section>
    </>
  );
}

type EventProps = { event: AgencyEventLine; nameOf: (code: string) => string; locale: Locale };

function EventLine({ event, nameOf, locale }: EventProps) {
  const t = agenciesText[locale];
  const related = [
    { label: t.predecessors, codes: event.predecessors },
    { label: t.successors, codes: event.successors },
  ].filter(({ codes }) => codes.length > 0);
  return (
    <div>
      <p>
        <span className="font-semibold">{EVENT_LABELS[event.kind][locale]}</span>{" "}
        {t.decision(event.decisionNumber, formatDay(event.decisionDate))} {formatDay(event.effectiveOn)}
      </p>
      {related.map(({ label, codes }) => (
        <p key={label} className="text-ink-2">
          {label}:{" "}
          {codes.map((code, index) => (
            <span key={code}>
              {index > 0 && ", "}
              <AgencyLink code={code} name={nameOf(code)} />
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

function AgencyLink({ code, name }: { code: string; name: string }) {
  return (
    <a className="link" href={paths.agency(code)}>
      {name}
    </a>
  );
}

function validity({ validFrom, validUntil }: AgencyVersion, locale: Locale): string {
  const t = agenciesText[locale];
  const end = validUntil === null ? t.still : `${t.until} ${formatDay(addDays(validUntil, -1))}`;
  return `${t.from} ${formatDay(validFrom)}, ${end}`;
}
