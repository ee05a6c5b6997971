import type { FieldSpec } from "@/components/ui/form-field";
import { FormField } from "@/components/ui/form-field";
import type { EventTrial } from "@/lib/agencies/events/types";
import { EVENT_SLUGS, type EventFields } from "@/lib/agencies/form/schema";
import { controlOf } from "@/lib/agencies/form/view";
import type { EventKind, Organisation } from "@/lib/agencies/types";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { eventsText } from "@/lib/i18n/agency-events";
import { paths } from "@/lib/paths";
import { type FieldGroup, groupsOf } from "./field-groups";

type Refused = Extract<EventTrial, { status: "refused" }>;
type Props = {
  kind: EventKind;
  fields: EventFields;
  refused: Refused | null;
  organisation: Organisation;
  day: Day;
  locale: Locale;
};

/** What is decided: a plain GET form, so that the address holds what was typed and the preview needs no script. */
export function EventForm({ kind, fields, refused, organisation, day, locale }: Props) {
  const t = eventsText[locale];
  const errors = new Map(
    Object.entries(refused?.fields ?? {}).map(([field, text]) => [controlOf(kind, field), text[locale]]),
  );
  const decision: readonly (FieldSpec & { name: keyof EventFields })[] = [
    { name: "decisionNumber", label: t.decisionNumber, isRequired: true, value: fields.decisionNumber },
    {
      name: "decisionDate",
      label: t.decisionDate,
      type: "date",
      isRequired: true,
      value: fields.decisionDate,
    },
    { name: "effectiveOn", label: t.effectiveOn, type: "date", isRequired: true, value: fields.effectiveOn },
    { name: "note", label: t.note, value: fields.note },
  ];
  const groups: readonly FieldGroup[] = [
    { legend: t.decision, controls: decision.map((field) => ({ key: field.name, field })) },
    ...groupsOf({ kind, fields, organisation, day, locale }),
  ];
  const labels = new Map(
    groups.flatMap(({ legend, controls }) =>
      controls.map(({ key, field }) => [key, field.label === legend ? legend : `${legend}, ${field.label}`]),
    ),
  );
  return (
    <form action={paths.agencyEvent(EVENT_SLUGS[kind])} className="card grid gap-5">
      {refused && <Refusal refused={refused} errors={errors} labels={labels} locale={locale} />}
      {groups.map((group) => (
        <fieldset key={group.legend} className="grid gap-3">
          <legend className="mb-2 font-heading font-semibold">{group.legend}</legend>
          {group.lead && <p className="text-ink-2">{group.lead}</p>}
          <div
            className={`grid items-start gap-3 ${group.columns === 3 ? "md:grid-cols-3" : "sm:grid-cols-2"}`}
          >
            {group.controls.map(({ key, field }) => (
              <FormField key={key} field={{ ...field, id: idOf(key) }} error={errors.get(key)} />
            ))}
          </div>
          {group.note && <p className="text-sm text-ink-3">{group.note}</p>}
        </fieldset>
      ))}
      <button type="submit" name="preview" value="1" className="button justify-self-start">
        {t.preview}
      </button>
    </form>
  );
}

function idOf(control: string): string {
  return `event-${control.replace(".", "-")}`;
}

type Texts = ReadonlyMap<string, string>;
type RefusalProps = { refused: Refused; errors: Texts; labels: Texts; locale: Locale };

/** What stands in the way, each sentence leading to its field. */
function Refusal({ refused, errors, labels, locale }: RefusalProps) {
  return (
    <div role="alert" className="grid gap-1 rounded-control bg-miss-soft px-3 py-2 text-miss">
      <p className="font-semibold">{eventsText[locale].refused}</p>
      {[...errors.keys()].every((control) => !labels.has(control)) && <p>{refused.text[locale]}</p>}
      <ul className="grid gap-1">
        {[...errors]
          .filter(([control]) => labels.has(control))
          .map(([control, text]) => (
            <li key={control}>
              <a className="link" href={`#${idOf(control)}`}>
                {`${labels.get(control)}: ${text}`}
              </a>
            </li>
          ))}
      </ul>
    </div>
  );
}
