import { ActionForm } from "@/components/ui/action-form";
import type { FieldSpec } from "@/components/ui/form-field";
import { addCampaignLineAction, removeCampaignLineAction } from "@/lib/campaigns/actions";
import { ACTIVITY_KINDS, type Campaign, LINE_KINDS, LINE_SCOPES } from "@/lib/campaigns/types";
import type { Locale } from "@/lib/core/locale";
import { campaignText } from "@/lib/i18n/campaign-page";
import { ACTIVITY_LABELS, LINE_KIND_LABELS } from "@/lib/i18n/campaigns";
import { COMPARISON_LABELS } from "@/lib/i18n/targets";
import { INDICATORS } from "@/lib/indicators/rules";

type Props = { campaign: Campaign; locale: Locale };
const comparisons = ["above", "atLeast", "equal", "higherThanBaseline"] as const;

/** Where a draft gets its lines and loses them. */
export function DraftDesk({ campaign, locale }: Props) {
  const t = campaignText[locale];
  return (
    <section className="card no-print mb-5 grid gap-4" aria-label={t.desk}>
      <h2>{t.desk}</h2>
      <details open={campaign.lines.length === 0}>
        <summary className="font-semibold">{t.addLine}</summary>
        <div className="mt-3">
          <ActionForm
            action={addCampaignLineAction}
            submit={t.addLine}
            done={t.added}
            locale={locale}
            fields={lineFields({ campaign, locale })}
          />
        </div>
      </details>
      <ol className="grid gap-2">
        {campaign.lines.map((line) => (
          <li key={line.position} className="flex flex-wrap items-center justify-between gap-3">
            <span className="min-w-0 flex-1 basis-64">{line.wording}</span>
            <ActionForm
              action={removeCampaignLineAction}
              submit={t.remove}
              done={t.removed}
              locale={locale}
              fields={[...place(campaign, t), hidden("position", t.line, String(line.position))]}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

function hidden(name: string, label: string, value: string): FieldSpec {
  return { name, label, type: "hidden", value };
}

function place({ agency, code, startsOn }: Campaign, t: (typeof campaignText)[Locale]): FieldSpec[] {
  return [
    hidden("agency", t.agency, agency),
    hidden("code", t.code, code),
    hidden("startsOn", t.startsOn, startsOn),
  ];
}

function lineFields({ campaign, locale }: Props): FieldSpec[] {
  const t = campaignText[locale];
  const none = { value: "", label: t.choose };
  const measured = INDICATORS.filter(({ kind }) => kind !== "qualitative");
  const phases = campaign.phases.map(({ position, name }) => ({ value: String(position), label: name }));
  return [
    ...place(campaign, t),
    {
      ...{ name: "kind", label: t.kind, type: "select" },
      options: LINE_KINDS.map((value) => ({ value, label: LINE_KIND_LABELS[value][locale] })),
    },
    { name: "wording", label: t.wording, isRequired: true },
    {
      name: "scope",
      label: t.each,
      type: "select",
      options: LINE_SCOPES.map((value) => ({ value, label: t[value] })),
    },
    { name: "phase", label: t.phases, type: "select", options: [none, ...phases] },
    {
      ...{ name: "indicator", label: t.indicator, type: "select" },
      options: [none, ...measured.map(({ code, name }) => ({ value: code, label: name[locale] }))],
    },
    {
      ...{ name: "comparison", label: t.comparison, type: "select" },
      options: [none, ...comparisons.map((value) => ({ value, label: COMPARISON_LABELS[value][locale] }))],
    },
    { name: "pct", label: t.pct },
    { name: "count", label: t.count },
    { name: "baselineYear", label: t.baselineYear },
    {
      ...{ name: "activity", label: t.activity, type: "select" },
      options: [
        none,
        ...ACTIVITY_KINDS.map((value) => ({ value, label: ACTIVITY_LABELS[value].label[locale] })),
      ],
    },
    { name: "quantity", label: t.quantity },
    { name: "dueOn", label: t.dueOn, type: "date" },
    { name: "source", label: t.source },
  ];
}
