import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { authText } from "@/lib/i18n/auth";
import { changeOwnPasswordAction } from "@/lib/users/actions";

/** One's own password: the old one, and the new one twice. */
export function ChangePassword({ locale, minLength }: { locale: Locale; minLength: number }) {
  const t = authText[locale];
  const secret = { type: "password" as const, isRequired: true };
  const fields = [
    { ...secret, name: "current", label: t.current, autoComplete: "current-password" },
    { ...secret, name: "next", label: t.next, hint: t.rule(minLength), autoComplete: "new-password" },
    { ...secret, name: "repeat", label: t.repeat, autoComplete: "new-password" },
  ];
  return (
    <ActionForm
      action={changeOwnPasswordAction}
      fields={fields}
      submit={t.change}
      done={t.changed}
      locale={locale}
      isPrimary
    />
  );
}
