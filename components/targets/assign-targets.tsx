import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { COMPARISON_LABELS, targetsText } from "@/lib/i18n/targets";
import { setTargetsAction } from "@/lib/targets/actions";
import { COMPARISONS } from "@/lib/targets/schema";

/** Assigns one agency's targets of a year; an indicator left empty stays as it is. */
export function AssignTargets({ year, locale }: { year: number; locale: Locale }) {
  const t = targetsText[locale];
  const comparisons = COMPARISONS.filter((each) => each !== "higherThanBaseline");
  const options = comparisons.map((value) => ({ value, label: COMPARISON_LABELS[value][locale] }));
  const fields = [
    { name: "year", label: t.year, type: "hidden", value: String(year) },
    { name: "agency", label: t.agencyCode, hint: t.agencyHint, isRequired: true },
    { name: "source", label: t.source, hint: t.sourceHint },
    { name: "casesComparison", label: `${t.cases}: ${t.comparison}`, type: "select", options },
    { name: "cases", label: t.casesPct },
    { name: "moneyComparison", label: `${t.money}: ${t.comparison}`, type: "select", options },
    { name: "money", label: t.moneyPct },
  ] as const;
  return (
    <details className="card mb-5">
      <summary className="font-semibold">{t.assign}</summary>
      <div className="mt-4">
        <ActionForm
          action={setTargetsAction}
          fields={fields}
          submit={t.assign}
          done={t.done}
          locale={locale}
          isPrimary
        />
      </div>
    </details>
  );
}
