import { PageHeader } from "@/components/ui/page-header";
import { AgencyList } from "@/components/users/agency-list";
import type { EventTrial } from "@/lib/agencies/events/types";
import type { EventFields } from "@/lib/agencies/form/schema";
import { agenciesAsOf } from "@/lib/agencies/rules";
import type { EventKind, Organisation } from "@/lib/agencies/types";
import { type Day, isDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { EVENT_TITLES, eventsText } from "@/lib/i18n/agency-events";
import { paths } from "@/lib/paths";
import { EventForm } from "./event-form";
import { EventPreviewCards } from "./event-preview";

type Props = {
  kind: EventKind;
  fields: EventFields;
  trial: EventTrial | null;
  organisation: Organisation;
  today: Day;
  locale: Locale;
};

/** A change of organisation: what is decided, what that would do, and only then the button that records it. */
export function EventBoard({ kind, fields, trial, organisation, today, locale }: Props) {
  const t = eventsText[locale];
  const day = isDay(fields.effectiveOn) ? fields.effectiveOn : today;
  const form = { kind, fields, organisation, day, locale };
  return (
    <>
      <PageHeader title={EVENT_TITLES[kind][locale]}>
        <span>{t.lead}</span>
        <a className="link" href={paths.agencies()}>
          {t.back}
        </a>
      </PageHeader>
      <AgencyList agencies={agenciesAsOf(organisation, day)} />
      <div className="grid max-w-5xl gap-5">
        {trial?.status === "ready" && (
          <EventPreviewCards trial={trial} fields={fields} organisation={organisation} locale={locale} />
        )}
        {trial?.status === "ready" ? (
          <details>
            <summary className="mb-3 font-semibold">{t.edit}</summary>
            <EventForm {...form} refused={null} />
          </details>
        ) : (
          <EventForm {...form} refused={trial} />
        )}
      </div>
    </>
  );
}
