import { ActionForm } from "@/components/ui/action-form";
import { dayOfInstant, formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { usersText } from "@/lib/i18n/users";
import {
  disableUserAction,
  enableUserAction,
  resetPasswordAction,
  revokeSessionsAction,
} from "@/lib/users/actions";
import type { UserDetail } from "@/lib/users/types";

/** Password, lock, sessions and tokens of an account. */
export function Access({ user, locale }: { user: UserDetail; locale: Locale }) {
  const t = usersText[locale];
  const fields = [{ name: "login", label: t.login, type: "hidden" as const, value: user.login }];
  const shared = { fields, done: t.done, locale };
  return (
    <section className="card grid content-start gap-4">
      <h2>{t.access}</h2>
      <div className="flex flex-wrap gap-3">
        <ActionForm action={resetPasswordAction} submit={t.reset} {...shared} />
        <ActionForm action={revokeSessionsAction} submit={t.revoke} {...shared} />
        {user.isDisabled ? (
          <ActionForm key="enable" action={enableUserAction} submit={t.enable} {...shared} />
        ) : (
          <ActionForm key="disable" action={disableUserAction} submit={t.disable} {...shared} />
        )}
      </div>
      <h3 className="font-semibold">{t.sessions}</h3>
      {user.sessions.length === 0 && <p className="text-ink-2">{t.noSessions}</p>}
      <ul className="grid gap-1 text-sm text-ink-2">
        {user.sessions.map(({ device, createdAt }) => (
          <li key={createdAt.toISOString()}>
            {formatDay(dayOfInstant(createdAt))} · {device || "–"}
          </li>
        ))}
      </ul>
      <h3 className="font-semibold">{t.tokens}</h3>
      {user.tokens.length === 0 && <p className="text-ink-2">{t.noTokens}</p>}
      <ul className="grid gap-1 text-sm text-ink-2">
        {user.tokens.map(({ id, label, createdAt, revokedAt }) => (
          <li key={id}>
            {formatDay(dayOfInstant(createdAt))} · {label || id.slice(0, 8)}
            {revokedAt && ` · ${t.revoked}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
