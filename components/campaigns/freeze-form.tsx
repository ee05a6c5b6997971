import { ActionForm } from "@/components/ui/action-form";
import { freezeStandingsAction } from "@/lib/campaigns/frozen/actions";
import type { Frozen } from "@/lib/campaigns/frozen/types";
import type { Campaign } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { frozenText } from "@/lib/i18n/frozen";

/** Where standings are signed: for the whole campaign or a phase that was not yet. */
export function FreezeForm({
  campaign,
  frozen,
  locale,
}: {
  campaign: Campaign;
  frozen: readonly Frozen[];
  locale: Locale;
}) {
  const t = frozenText[locale];
  const open = [{ position: 0, name: t.whole }, ...campaign.phases].filter(
    ({ position }) => !frozen.some(({ phase }) => phase === position),
  );
  if (campaign.state !== "REVIEWING" || open.length === 0) return null;
  return (
    <section className="card no-print mb-5 grid gap-3" aria-label={t.freeze}>
      <p className="max-w-3xl text-ink-2">{t.freezeNote}</p>
      <ActionForm
        action={freezeStandingsAction}
        submit={t.freeze}
        done={t.done}
        locale={locale}
        isPrimary
        fields={[
          { name: "agency", label: "agency", type: "hidden", value: campaign.agency },
          { name: "code", label: "code", type: "hidden", value: campaign.code },
          { name: "startsOn", label: "startsOn", type: "hidden", value: campaign.startsOn },
          {
            ...{ name: "phase", label: t.phase, type: "select" },
            options: open.map(({ position, name }) => ({ value: String(position), label: name })),
          },
        ]}
      />
    </section>
  );
}
