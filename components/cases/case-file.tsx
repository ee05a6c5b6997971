import { AssignOfficer } from "@/components/cases/assign-officer";
import { CaseFacts } from "@/components/cases/case-facts";
import { CounterForm } from "@/components/cases/counter-form";
import { EventForm } from "@/components/cases/event-form";
import { PartiesCard } from "@/components/cases/parties-card";
import { StateChip } from "@/components/cases/state-chip";
import { Timeline } from "@/components/cases/timeline";
import { PageHeader } from "@/components/ui/page-header";
import { offeredKinds } from "@/lib/cases/file/view";
import type { CaseFile } from "@/lib/cases/register/types";
import { type Day, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";
import { EVENT_LABELS, STATE_LABELS } from "@/lib/i18n/cases";
import { paths } from "@/lib/paths";

type PageProps = {
  file: CaseFile;
  /** The agency that has the case now. */
  place: { name: string; officers: readonly { login: string; name: string }[]; mayErase: boolean };
  today: Day;
  locale: Locale;
};

/** One case: how it stands, what may be done next, and all that happened. */
export function CaseFilePage({ file, place, today, locale }: PageProps) {
  const t = caseFileText[locale];
  return (
    <>
      <nav className="no-print mb-2 text-sm" aria-label={t.register}>
        <a className="link" href={paths.cases({ agency: file.agency })}>
          {t.register}
        </a>
        {" › "}
        <span className="text-ink-2">{place.name}</span>
      </nav>
      <PageHeader title={t.title(`${file.number}/${file.year}`, file.court)}>
        <StateChip state={file.state} locale={locale} />
        {file.illustrative && <span className="chip">{t.illustrative}</span>}
        <span>{place.name}</span>
      </PageHeader>
      <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] xl:grid-rows-[auto_1fr]">
        <CaseFacts file={file} locale={locale} />
        <div className="grid min-w-0 gap-5 xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <Recording file={file} today={today} locale={locale} />
          <AssignOfficer file={file} officers={place.officers} today={today} locale={locale} />
          <PartiesCard
            {...{ agency: file.agency, caseId: file.id, count: file.parties, locale }}
            mayOpen={file.mayOpenParties}
            mayErase={place.mayErase}
          />
        </div>
        <Timeline file={file} locale={locale} />
      </div>
    </>
  );
}

function Recording({ file, today, locale }: Pick<PageProps, "file" | "today" | "locale">) {
  const t = caseFileText[locale];
  if (!file.mayRecord) return <p className="card text-ink-2">{t.mayNot}</p>;
  const last = file.timeline.find(({ seq }) => seq === file.standingSeq);
  const place = { agency: file.agency, caseId: file.id, expectedSeq: file.lastSeq };
  const key = `${file.id}:${file.lastSeq}`;
  return (
    <section className="card no-print grid gap-4">
      <h2>{t.add}</h2>
      <p className="text-ink-2 text-sm">{t.addLead(STATE_LABELS[file.state][locale])}</p>
      <EventForm
        key={key}
        {...{ place, locale }}
        kinds={offeredKinds(file)}
        days={{ earliest: file.standingOn, latest: today }}
        money={{
          free: formatCount(file.outstanding - file.aside, locale),
          outstanding: formatCount(file.outstanding, locale),
        }}
        state={file.state}
      />
      {last && last.kind !== "TRANSFERRED" && (
        <CounterForm
          key={`counter:${key}`}
          {...{ place, locale, today }}
          seq={last.seq}
          name={`${EVENT_LABELS[last.kind][locale]}, ${formatDay(last.day)}`}
        />
      )}
    </section>
  );
}
