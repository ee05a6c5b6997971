import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { subscribeAction } from "@/lib/digest/subscriptions/actions";
import type { SubscriptionView } from "@/lib/digest/subscriptions/types";
import { digestMailText } from "@/lib/i18n/digest-mail";

/** Whether one gets the morning digest by e-mail: off until asked for. */
export function DigestByMail({ view, locale }: { view: SubscriptionView; locale: Locale }) {
  const t = digestMailText[locale];
  const { subscription, canSend } = view;
  const languages = [
    { value: "vi", label: "Tiếng Việt" },
    { value: "en", label: "English" },
  ];
  const answers = [
    { value: "no", label: t.no },
    { value: "yes", label: t.yes },
  ];
  return (
    <section className="card grid content-start gap-4">
      <h2>{t.title}</h2>
      <p className="text-ink-2">{t.lead}</p>
      {!canSend && <p className="text-behind">{t.notConfigured}</p>}
      <ActionForm
        action={subscribeAction}
        fields={[
          { name: "email", label: t.email, value: subscription?.email ?? "", autoComplete: "email" },
          {
            ...{ name: "active", label: t.active, type: "select", options: answers },
            value: subscription?.active ? "yes" : "no",
          },
          {
            ...{ name: "locale", label: t.locale, type: "select", options: languages },
            value: subscription?.locale ?? locale,
          },
        ]}
        submit={t.submit}
        done={t.done}
        locale={locale}
      />
    </section>
  );
}
