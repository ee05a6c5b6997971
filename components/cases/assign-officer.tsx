import { AssignForm } from "@/components/cases/assign-form";
import type { CaseFile } from "@/lib/cases/register/types";
import { type Day, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";

type Props = {
  file: CaseFile;
  officers: readonly { login: string; name: string }[];
  today: Day;
  locale: Locale;
};

/** Who works on the case and who did, with dates; the head gives it to another. */
export function AssignOfficer({ file, officers, today, locale }: Props) {
  const t = caseFileText[locale];
  return (
    <section className="card grid gap-3" aria-labelledby="officers">
      <h2 id="officers">{t.officers}</h2>
      {file.officers.length === 0 ? (
        <p className="text-ink-2">{t.noOfficer}</p>
      ) : (
        <ul className="grid gap-1">
          {[...file.officers].reverse().map(({ login, name, from, until }) => (
            <li key={`${login}:${from}`} className={until === null ? "" : "text-ink-2"}>
              {name}
              <span className="block text-ink-2 text-sm">
                {until === null ? t.since(formatDay(from)) : t.span(formatDay(from), formatDay(until))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {file.mayAssign &&
        (officers.length === 0 ? (
          <p className="text-ink-2 text-sm">{t.noneToAssign}</p>
        ) : (
          <AssignForm
            key={file.officers.length}
            {...{ agency: file.agency, caseId: file.id, officers, today, locale }}
          />
        ))}
    </section>
  );
}
