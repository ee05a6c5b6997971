import { ROLES, type Role } from "@/lib/auth/actor";
import type { Locale } from "@/lib/core/locale";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { usersText } from "@/lib/i18n/users";

/** The list's filter: a plain GET form, so the address holds it. */
export function UserFilter({ locale, text, role }: { locale: Locale; text: string; role: Role | undefined }) {
  const t = usersText[locale];
  return (
    <form className="mb-4 flex flex-wrap items-end gap-3">
      <div className="min-w-64 grow">
        <label className="label" htmlFor="filter-text">
          {t.search}
        </label>
        <input className="field" id="filter-text" name="q" type="search" defaultValue={text} />
      </div>
      <div>
        <label className="label" htmlFor="filter-role">
          {t.role}
        </label>
        <select className="field" id="filter-role" name="vai-tro" defaultValue={role ?? ""}>
          <option value="">{t.everyRole}</option>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {ROLE_LABELS[each][locale]}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t.filter}
      </button>
    </form>
  );
}
