import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { usersText } from "@/lib/i18n/users";
import { createUserAction } from "@/lib/users/actions";
import { assignmentFields } from "./assignment-fields";

/** A new account with its first role; the password is made by the machine. */
export function CreateUser({ locale }: { locale: Locale }) {
  const t = usersText[locale];
  const fields = [
    { name: "login", label: t.login, hint: t.loginHint, isRequired: true },
    { name: "name", label: t.name, isRequired: true },
    ...assignmentFields(locale),
  ];
  return (
    <details className="card mb-5">
      <summary className="font-semibold">{t.create}</summary>
      <div className="mt-4">
        <ActionForm
          action={createUserAction}
          fields={fields}
          submit={t.create}
          done={t.created}
          locale={locale}
          isPrimary
        />
      </div>
    </details>
  );
}
