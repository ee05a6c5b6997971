import { ActionForm } from "@/components/ui/action-form";
import type { FieldSpec } from "@/components/ui/form-field";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { periodsText } from "@/lib/i18n/periods";
import { removeCalendarAction, setCalendarAction } from "@/lib/periods/actions";
import { CALENDAR_KINDS, type CalendarEntry } from "@/lib/periods/types";

type Props = { year: number; days: readonly CalendarEntry[]; mayManage: boolean; locale: Locale };

/** The days of a calendar year on which weekdays rest or weekends work: deadlines are counted with them. */
export function Calendar({ year, days, mayManage, locale }: Props) {
  const t = periodsText[locale];
  return (
    <section className="card grid gap-4">
      <h2>{t.calendar(year)}</h2>
      {days.length === 0 ? (
        <p className="text-ink-2">{t.noDays}</p>
      ) : (
        <DayTable days={days} locale={locale} />
      )}
      {mayManage && <EditDays days={days} locale={locale} />}
    </section>
  );
}

type DaysProps = { days: readonly CalendarEntry[]; locale: Locale };

function DayTable({ days, locale }: DaysProps) {
  const t = periodsText[locale];
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.day}</th>
            <th scope="col">{t.kind}</th>
            <th scope="col">{t.name}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, kind, name }) => (
            <tr key={day}>
              <td>{formatDay(day)}</td>
              <td>{t.kinds[kind]}</td>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function EditDays({ days, locale }: DaysProps) {
  const t = periodsText[locale];
  const added: FieldSpec[] = [
    { name: "day", label: t.day, type: "date", isRequired: true },
    {
      name: "kind",
      label: t.kind,
      type: "select",
      options: CALENDAR_KINDS.map((value) => ({ value, label: t.kinds[value] })),
    },
    { name: "name", label: t.name, isRequired: true },
  ];
  const options = days.map(({ day, name }) => ({ value: day, label: `${formatDay(day)} ${name}` }));
  const removed: FieldSpec[] = [{ name: "day", label: t.day, type: "select", options }];
  return (
    <>
      <details>
        <summary className="font-semibold">{t.addDay}</summary>
        <div className="mt-3">
          <ActionForm
            action={setCalendarAction}
            fields={added}
            submit={t.addDay}
            done={t.added}
            locale={locale}
          />
        </div>
      </details>
      {days.length > 0 && (
        <details>
          <summary className="font-semibold">{t.removeDay}</summary>
          <div className="mt-3">
            <ActionForm
              action={removeCalendarAction}
              fields={removed}
              submit={t.confirm}
              done={t.removed}
              locale={locale}
            />
          </div>
        </details>
      )}
    </>
  );
}
