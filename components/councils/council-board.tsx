import { ActionForm } from "@/components/ui/action-form";
import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/lib/core/locale";
import { createCouncilAction } from "@/lib/councils/actions";
import { COUNCIL_LEVELS, type Council } from "@/lib/councils/types";
import { councilText } from "@/lib/i18n/councils";
import { CouncilCard } from "./council-card";

type Props = { councils: readonly Council[]; homes: readonly string[]; locale: Locale };

/** The councils within reach; who may found one does so below. */
export function CouncilBoard({ councils, homes, locale }: Props) {
  const t = councilText[locale];
  return (
    <>
      <PageHeader title={t.title} />
      <div className="grid gap-5">
        {councils.length === 0 && <p className="card">{t.none}</p>}
        {councils.map((council) => (
          <CouncilCard key={council.id} council={council} locale={locale} />
        ))}
        {homes.length > 0 && (
          <details className="card">
            <summary className="font-semibold">{t.create}</summary>
            <div className="mt-4">
              <ActionForm
                action={createCouncilAction}
                fields={[
                  { name: "agency", label: t.agency, value: homes[0] ?? "", isRequired: true },
                  {
                    ...{ name: "level", label: t.levelLabel, type: "select" },
                    options: COUNCIL_LEVELS.map((value) => ({ value, label: t.level[value] })),
                  },
                  { name: "name", label: t.councilName, isRequired: true },
                  { name: "decision", label: t.decision, isRequired: true },
                  { name: "validFrom", label: t.from, type: "date" },
                ]}
                submit={t.create}
                done={t.created}
                locale={locale}
              />
            </div>
          </details>
        )}
      </div>
    </>
  );
}
