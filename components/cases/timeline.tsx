import { formatInstant } from "@/components/results/instant";
import type { CaseFile, TimelineEvent } from "@/lib/cases/register/types";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";
import { EVENT_LABELS, STATE_LABELS } from "@/lib/i18n/cases";
import { personName } from "@/lib/results/people/view";

/** All that happened, newest first; what was cancelled stays and says so. */
export function Timeline({ file, locale }: { file: CaseFile; locale: Locale }) {
  const t = caseFileText[locale];
  return (
    <section className="card" aria-labelledby="timeline">
      <h2 id="timeline">{t.timeline(file.timeline.length)}</h2>
      <p className="text-ink-2 text-sm">{t.order}</p>
      <ol className="mt-3 grid" reversed>
        {[...file.timeline].reverse().map((event) => (
          <Entry key={event.seq} event={event} locale={locale} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ event, locale }: { event: TimelineEvent; locale: Locale }) {
  const t = caseFileText[locale];
  const { seq, kind, day, amount, counteredBy, counters, ground, reference, note } = event;
  const isVoid = counteredBy !== null;
  return (
    <li className="relative grid gap-x-4 border-line border-l-2 pb-5 pl-5 last:pb-0 sm:grid-cols-[7rem_minmax(0,1fr)]">
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-card ${isVoid || counters !== null ? "bg-none" : "bg-pace"}`}
      />
      <span className="text-ink-2 tabular-nums">
        <span className="text-ink-3 text-sm">{`${seq}. `}</span>
        <time dateTime={day}>{formatDay(day)}</time>
      </span>
      <div className="min-w-0">
        <p className={`font-semibold ${isVoid ? "text-ink-2 line-through" : ""}`}>
          {EVENT_LABELS[kind][locale]}
          {amount !== null && (
            <span className="tabular-nums">{`: ${t.dong(formatCount(amount, locale))}`}</span>
          )}
        </p>
        {isVoid && <p className="text-behind text-sm">{t.countered(counteredBy)}</p>}
        {counters !== null && <p className="text-sm">{t.counters(counters)}</p>}
        <Words label={t.ground} text={ground} />
        <Words label={t.reference} text={reference} />
        {note !== "" && <p className="whitespace-pre-line break-words">{note}</p>}
        <p className="text-ink-2 text-sm">
          {`${STATE_LABELS[event.state][locale]}, ${t.left(formatCount(event.outstanding, locale))} · ${t.recorded(personName(event.recordedBy, locale), formatInstant(event.recordedAt))}`}
        </p>
      </div>
    </li>
  );
}

function Words({ label, text }: { label: string; text: string }) {
  if (text === "") return null;
  return (
    <p className="break-words">
      <span className="text-ink-2">{`${label}: `}</span>
      {text}
    </p>
  );
}
