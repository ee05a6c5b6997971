import { ActionForm } from "@/components/ui/action-form";
import { formatDay } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { ROLE_LABELS } from "@/lib/i18n/roles";
import { usersText } from "@/lib/i18n/users";
import { assignRoleAction, endAssignmentAction } from "@/lib/users/actions";
import type { UserAssignment, UserDetail } from "@/lib/users/types";
import { assignmentFields } from "./assignment-fields";

/** The roles an account had, has and will have, each with its dates; one may be ended, another given. */
export function Assignments({ user, locale }: { user: UserDetail; locale: Locale }) {
  const t = usersText[locale];
  const fields = [
    { name: "login", label: t.login, type: "hidden" as const, value: user.login },
    ...assignmentFields(locale),
  ];
  return (
    <section className="card grid gap-4">
      <h2>{t.assignments}</h2>
      {user.assignments.length === 0 && <p className="text-ink-2">{t.noRole}</p>}
      <ul className="grid gap-4">
        {user.assignments.map((assignment) => (
          <AssignmentEntry key={assignment.id} assignment={assignment} locale={locale} />
        ))}
      </ul>
      <details>
        <summary className="font-semibold">{t.assign}</summary>
        <div className="mt-3">
          <ActionForm
            action={assignRoleAction}
            fields={fields}
            submit={t.assign}
            done={t.assigned}
            locale={locale}
          />
        </div>
      </details>
    </section>
  );
}

function AssignmentEntry({ assignment, locale }: { assignment: UserAssignment; locale: Locale }) {
  const t = usersText[locale];
  const { id, role, agencyName, validFrom, validUntil, acting, decisionNumber, inForce } = assignment;
  const fields = [
    { name: "assignmentId", label: "", type: "hidden" as const, value: id },
    { name: "validUntil", label: t.validUntil, type: "date" as const, hint: t.validFromHint },
  ];
  const facts = [
    t.since(formatDay(validFrom)),
    validUntil && t.until(formatDay(validUntil)),
    acting && t.actingShort,
    decisionNumber,
  ].filter(Boolean);
  return (
    <li className="grid gap-1 border-b border-line-2 pb-3">
      <p>
        <strong>{ROLE_LABELS[role][locale]}</strong>, {agencyName}{" "}
        <span className={`chip ${inForce ? "chip-met" : ""}`}>{inForce ? t.inForce : t.notInForce}</span>
      </p>
      <p className="text-sm text-ink-2">{facts.join(" · ")}</p>
      {inForce && (
        <details>
          <summary className="text-sm">{t.end}</summary>
          <div className="mt-2">
            <ActionForm
              action={endAssignmentAction}
              fields={fields}
              submit={t.end}
              done={t.ended}
              locale={locale}
            />
          </div>
        </details>
      )}
    </li>
  );
}
