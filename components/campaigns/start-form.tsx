import { ActionForm } from "@/components/ui/action-form";
import type { Actor } from "@/lib/auth/actor";
import { GRANTS } from "@/lib/auth/permissions";
import { startCampaignAction } from "@/lib/campaigns/actions";
import { TEMPLATES } from "@/lib/campaigns/templates/rules";
import type { ListedCampaign } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";

type Props = { actor: Actor; campaigns: readonly ListedCampaign[]; locale: Locale };

/** Where a plan is begun: from a template, last year's, or a superior's. */
export function StartForm({ actor, campaigns, locale }: Props) {
  const t = campaignText[locale];
  const own = [
    ...new Set(
      actor.assignments.filter(({ role }) => GRANTS[role]["campaigns.plan"]).map(({ agency }) => agency),
    ),
  ];
  const models = [
    ...TEMPLATES.map(({ id, name }) => ({ value: id, label: name[locale] })),
    ...campaigns.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <details className="card no-print mb-5">
      <summary className="font-semibold">{t.start}</summary>
      <p className="my-3 max-w-3xl text-ink-2">{t.startHint}</p>
      <ActionForm
        action={startCampaignAction}
        submit={t.start}
        done={t.started}
        locale={locale}
        isPrimary
        fields={[
          { name: "from", label: t.from, type: "select", options: models },
          {
            name: "agency",
            label: t.agency,
            type: "select",
            options: own.map((value) => ({ value, label: value })),
          },
          { name: "code", label: t.code, hint: t.codeHint, isRequired: true },
          { name: "startsOn", label: t.startsOn, type: "date", isRequired: true },
          { name: "name", label: t.newName },
        ]}
      />
    </details>
  );
}
