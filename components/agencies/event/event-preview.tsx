import type { AgencyChange, EventTrial, Passing } from "@/lib/agencies/events/types";
import type { EventFields } from "@/lib/agencies/form/schema";
import type { Organisation } from "@/lib/agencies/types";
import { addDays, type Day, day, formatDay } from "@/lib/core/day";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { eventsText, FATE_LABELS } from "@/lib/i18n/agency-events";
import { paths } from "@/lib/paths";
import { RecordEvent } from "./record-event";
import { TouchedAccounts, TouchedPeriods } from "./touched";

type Ready = Extract<EventTrial, { status: "ready" }>;
type Props = { trial: Ready; fields: EventFields; organisation: Organisation; locale: Locale };

const FATE_LOOKS = {
  ENDED: { tone: "chip-miss", shape: "▼" },
  FOUNDED: { tone: "chip-met", shape: "▲" },
  RENAMED: { tone: "chip-pace", shape: "●" },
  MOVED: { tone: "chip-behind", shape: "◆" },
} as const;

/** What recording the event would do: to agencies, to people, to periods; and the button that records it. */
export function EventPreviewCards({ trial: { event, preview }, fields, organisation, locale }: Props) {
  const t = eventsText[locale];
  const { changes, effectiveOn, successions } = preview;
  const after = new Map(changes.flatMap((each) => (each.after ? [[each.agency, each.after.name]] : [])));
  const before = (code: string) => organisation.versions.get(code)?.at(-1)?.name;
  const nameOf = (code: string) => before(code) ?? after.get(code) ?? code;
  const shown = successions[0]?.successor ?? changes[0]?.agency ?? "";
  return (
    <>
      <section className="card grid gap-3">
        <h2>{t.title(changes.length, formatDay(effectiveOn))}</h2>
        <p className="text-ink-2">
          {t.decided(fields.decisionNumber, formatDay(day(fields.decisionDate)))}
          {fields.note && `. ${fields.note}`}
        </p>
        <ul className="grid">
          {changes.map((change) => (
            <ChangeLine
              key={change.agency}
              change={change}
              on={effectiveOn}
              nameOf={nameOf}
              locale={locale}
            />
          ))}
        </ul>
        {successions.map((passing) => (
          <p key={`${passing.predecessor} ${passing.successor}`} className="text-ink-2">
            {t.succession(
              nameOf(passing.predecessor),
              after.get(passing.successor) ?? nameOf(passing.successor),
            )}
            {partOf(passing, successions, locale)}
          </p>
        ))}
        {successions.some(({ share }) => share !== null) && <p className="text-ink-2">{t.estimated}</p>}
        {successions.length > 1 &&
          event.kind === "SPLIT" &&
          successions.every(({ share }) => share === null) && (
            <p className="text-behind">{`◆ ${t.undivided}`}</p>
          )}
      </section>
      <TouchedAccounts preview={preview} nameOf={nameOf} locale={locale} />
      <TouchedPeriods preview={preview} nameOf={nameOf} locale={locale} />
      <RecordEvent event={event} href={paths.agency(shown)} locale={locale} />
    </>
  );
}

/** A successor's part of a split, where the decision says it. */
function partOf({ share }: Passing, all: readonly Passing[], locale: Locale): string {
  if (share === null) return "";
  const whole = all.reduce((sum, each) => sum + BigInt(each.share ?? 0), 0n);
  const rate = formatRate({ numerator: BigInt(share), denominator: whole }, locale);
  return `, ${eventsText[locale].part(formatCount(BigInt(share), locale), formatCount(whole, locale), rate)}`;
}

type LineProps = { change: AgencyChange; on: Day; nameOf: (code: string) => string; locale: Locale };

function ChangeLine({ change, on, nameOf, locale }: LineProps) {
  const t = eventsText[locale];
  const { agency, fate, before, after } = change;
  const { tone, shape } = FATE_LOOKS[fate];
  const inWords = (side: { name: string; parent: string | null } | null) =>
    side && [side.name, side.parent && t.under(nameOf(side.parent))].filter(Boolean).join(", ");
  const end = after?.validUntil ? ` (${t.endsOn(formatDay(addDays(after.validUntil, -1)))})` : "";
  return (
    <li className="grid gap-0.5 border-b border-line-2 py-2 last:border-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={`chip ${tone}`}>
          <span aria-hidden="true">{shape}</span> {FATE_LABELS[fate][locale]}
        </span>
        <span className="text-sm text-ink-3">{agency}</span>
      </p>
      <dl className="grid gap-x-4 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <dt className="text-ink-2">{t.untilDay(formatDay(addDays(on, -1)))}</dt>
        <dd>{inWords(before) ?? t.notYet}</dd>
        <dt className="text-ink-2">{t.fromDay(formatDay(on))}</dt>
        <dd>{after ? `${inWords(after)}${end}` : t.noMore}</dd>
      </dl>
    </li>
  );
}
