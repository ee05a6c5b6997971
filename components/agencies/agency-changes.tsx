import { ActionForm } from "@/components/ui/action-form";
import { abolishAgencyAction, moveAgencyAction, renameAgencyAction } from "@/lib/agencies/actions";
import type { Locale } from "@/lib/core/locale";
import { agenciesText } from "@/lib/i18n/agencies";

/** Records a rename, a move or an abolition by decision; nothing earlier is erased. */
export function AgencyChanges({ agency, locale }: { agency: string; locale: Locale }) {
  const t = agenciesText[locale];
  const decision = [
    { name: "agency", label: t.code, type: "hidden", value: agency },
    { name: "decisionNumber", label: t.decisionNumber, isRequired: true },
    { name: "decisionDate", label: t.decisionDate, type: "date", isRequired: true },
    { name: "effectiveOn", label: t.effectiveOn, type: "date", isRequired: true },
    { name: "note", label: t.note },
  ] as const;
  const forms = [
    {
      title: t.rename,
      action: renameAgencyAction,
      own: [{ name: "name", label: t.newName, isRequired: true }],
    },
    {
      title: t.move,
      action: moveAgencyAction,
      own: [{ name: "parent", label: t.newParent, isRequired: true }],
    },
    { title: t.abolish, action: abolishAgencyAction, own: [] },
  ];
  return (
    <section className="grid gap-3">
      {forms.map(({ title, action, own }) => (
        <details key={title} className="card">
          <summary className="font-semibold">{title}</summary>
          <div className="mt-4">
            <ActionForm
              action={action}
              fields={[...own, ...decision]}
              submit={title}
              done={t.recorded}
              locale={locale}
            />
          </div>
        </details>
      ))}
      <p className="text-sm text-ink-2">{t.byFile}</p>
    </section>
  );
}
