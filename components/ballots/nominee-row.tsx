import type { Locale } from "@/lib/core/locale";
import type { Seat } from "@/lib/councils/types";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";

/** A nominee as it is typed. */
export type NomineeDraft = {
  key: number;
  subject: string;
  award: string;
  agency: string;
  login: string;
  conflicts: readonly string[];
};

export const newNominee = (key: number): NomineeDraft => ({
  ...{ key, subject: "", award: "", agency: "", login: "", conflicts: [] },
});

/** What is sent of it: empty fields are absent. */
export const nomineeOf = ({ subject, award, agency, login, conflicts }: NomineeDraft) => ({
  ...{ subject, award, conflicts },
  ...(agency.trim() && { agency: agency.trim() }),
  ...(login.trim() && { login: login.trim() }),
});

type Props = {
  nominee: NomineeDraft;
  members: readonly Seat[];
  change: (next: NomineeDraft) => void;
  remove: (() => void) | null;
  locale: Locale;
};

/** One nominee with what tells conflicts of interest. */
export function NomineeRow({ nominee, members, change, remove, locale }: Props) {
  const t = ballotDeskText[locale];
  const fields = [
    ["subject", t.subject, true],
    ["award", t.award, true],
    ["agency", t.unit, false],
    ["login", t.person, false],
  ] as const;
  const toggle = (login: string) =>
    nominee.conflicts.includes(login)
      ? nominee.conflicts.filter((each) => each !== login)
      : [...nominee.conflicts, login];
  return (
    <div className="grid gap-3 border-line-2 border-b pb-4">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {fields.map(([name, label, isRequired]) => (
          <label key={name}>
            <span className="label">{label}</span>
            <input
              className="field"
              required={isRequired}
              value={nominee[name]}
              onChange={({ target }) => change({ ...nominee, [name]: target.value })}
            />
          </label>
        ))}
      </div>
      <details>
        <summary>
          {t.conflicts}: {nominee.conflicts.length}
        </summary>
        <div className="mt-2 flex flex-wrap gap-x-5 gap-y-2">
          {members.map(({ id, login, name }) => (
            <label key={id} className="flex items-center gap-2">
              <input
                type="checkbox"
                checked={nominee.conflicts.includes(login)}
                onChange={() => change({ ...nominee, conflicts: toggle(login) })}
              />
              {name}
            </label>
          ))}
        </div>
      </details>
      {remove && (
        <button type="button" className="link justify-self-start text-sm" onClick={remove}>
          {t.remove}
        </button>
      )}
    </div>
  );
}
