import { formatInstant } from "@/components/results/instant";
import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { accountText } from "@/lib/i18n/account";
import { endSessionAction } from "@/lib/users/actions";
import type { OwnSession } from "@/lib/users/types";
import { deviceInWords } from "@/lib/users/view";

/** Where one is signed in now; any of these but the present one can be ended from here. */
export function OwnSessions({ sessions, locale }: { sessions: readonly OwnSession[]; locale: Locale }) {
  const t = accountText[locale];
  return (
    <section className="card grid content-start gap-4">
      <h2>{t.sessions}</h2>
      <p className="text-ink-2">{t.sessionsLead}</p>
      <ul className="grid">
        {sessions.map(({ id, device, createdAt, lastSeenAt, isCurrent }) => (
          <li
            key={id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line-2 py-2 last:border-0"
          >
            <div className="min-w-0 grow basis-60">
              <p className="break-words">{deviceInWords(device) || t.unknownDevice}</p>
              <p className="text-sm text-ink-2">
                {t.openedAt(formatInstant(createdAt))} · {t.seenAt(formatInstant(lastSeenAt))}
              </p>
            </div>
            {isCurrent ? (
              <span className="chip chip-met">{`● ${t.current}`}</span>
            ) : (
              <ActionForm
                action={endSessionAction}
                fields={[{ name: "sessionId", label: "", type: "hidden", value: id }]}
                submit={t.end}
                done={t.done}
                locale={locale}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
