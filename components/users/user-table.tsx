import type { Locale } from "@/lib/core/locale";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { usersText } from "@/lib/i18n/users";
import { paths } from "@/lib/paths";
import type { UserAssignment, UserSummary } from "@/lib/users/types";

/** One row for each account: who, in which roles today, and whether the account works. */
export function UserTable({ users, locale }: { users: readonly UserSummary[]; locale: Locale }) {
  const t = usersText[locale];
  if (users.length === 0) return <p className="text-ink-2">{t.none}</p>;
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.login}</th>
            <th scope="col">{t.name}</th>
            <th scope="col">{t.assignments}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.login}>
              <td>
                <a className="link" href={paths.user(user.login)}>
                  {user.login}
                </a>
              </td>
              <td>{user.name}</td>
              <td>{rolesInWords(user.assignments, locale) || t.noRole}</td>
              <td>
                <UserState user={user} locale={locale} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Whether the account works, in a word. */
export function UserState({ user, locale }: { user: UserSummary; locale: Locale }) {
  const t = usersText[locale];
  if (user.isDisabled) return <span className="chip chip-miss">{t.disabled}</span>;
  if (user.mustChangePassword) return <span className="chip chip-behind">{t.initial}</span>;
  return <span className="chip chip-met">{t.active}</span>;
}

function rolesInWords(assignments: readonly UserAssignment[], locale: Locale): string {
  return assignments
    .filter(({ inForce }) => inForce)
    .map(({ role, acting, agencyName }) => {
      const suffix = acting ? ` (${usersText[locale].actingShort})` : "";
      return `${ROLE_LABELS[role][locale]}${suffix}, ${agencyName}`;
    })
    .join("; ");
}
