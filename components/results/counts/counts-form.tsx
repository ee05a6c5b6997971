import { ActionForm } from "@/components/ui/action-form";
import type { Locale } from "@/lib/core/locale";
import { COUNT_CODES, COUNT_LABELS } from "@/lib/form/counts";
import { countsText as t } from "@/lib/i18n/counts";
import { saveCountsAction } from "@/lib/results/counts/actions";
import { knownCounts } from "@/lib/results/counts/rules";
import type { EntryView } from "@/lib/results/types";

/** "Chỉ tiêu khác": the counts beside the form, all optional, saved by themselves. */
export function CountsForm({ view, locale }: { view: EntryView; locale: Locale }) {
  const { agency, period, counts } = view;
  const place = {
    agency: agency.code,
    year: String(period.year),
    month: String(period.month),
    known: knownCounts(counts),
  };
  const hidden = Object.entries(place).map(([name, value]) => ({
    ...{ name, value, label: name },
    type: "hidden" as const,
  }));
  const fields = COUNT_CODES.map((code) => ({
    name: code,
    label: `${code} – ${COUNT_LABELS[code].label[locale]}`,
    hint: COUNT_LABELS[code].unit[locale],
    value: counts[code]?.toString() ?? "",
  }));
  return (
    <details className="card no-print mt-5" open={Object.keys(counts).length > 0}>
      <summary className="font-semibold">{t.title[locale]}</summary>
      <p className="mt-2 mb-4 text-ink-2">{t.lead[locale]}</p>
      <ActionForm
        action={saveCountsAction}
        fields={[...hidden, ...fields]}
        submit={t.save[locale]}
        done={t.saved[locale]}
        locale={locale}
      />
    </details>
  );
}
