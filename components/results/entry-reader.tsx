import { PrintButton } from "@/components/results/print-button";
import { ReadOnlyForm } from "@/components/results/read-only-form";
import { SupplementForm } from "@/components/results/supplement-form";
import type { Locale } from "@/lib/core/locale";
import { entryText } from "@/lib/i18n/entry";
import { paths } from "@/lib/paths";
import type { EntryView } from "@/lib/results/types";

/** A report that cannot be edited now: why, what can be done instead, and the figures. */
export function EntryReader({ view, locale }: { view: EntryView; locale: Locale }) {
  const t = entryText[locale];
  const { agency, period, status } = view;
  const isCounted = status === "APPROVED" || status === "LOCKED";
  return (
    <div className="grid gap-5">
      <section className="card no-print grid gap-2">
        <p>{t.readOnly[whyReadOnly(view)]}</p>
        <p className="flex flex-wrap gap-x-5 gap-y-2">
          {(view.may.approve || view.may.return) && (
            <a className="link" href={paths.review(agency.code, period.year, period.month)}>
              {t.openReview}
            </a>
          )}
          {isCounted && (
            <a className="link" href={paths.proof(agency.code, period.year, period.month)}>
              {t.openProof}
            </a>
          )}
          <PrintButton label={t.print} />
        </p>
      </section>
      <section className="card max-sm:p-3!">
        <ReadOnlyForm view={view} locale={locale} />
        <div className="hidden grid-cols-2 pt-8 text-center font-semibold print:grid">
          <p>{t.signature}</p>
          <p>{t.signatureHead}</p>
        </div>
      </section>
      {view.may.supplement && (
        <SupplementForm reportKey={{ agency: agency.code, ...period }} locale={locale} />
      )}
    </div>
  );
}

function whyReadOnly({ status, accepts, kind }: EntryView): keyof (typeof entryText)["vi"]["readOnly"] {
  if (status === "SUBMITTED") return "submitted";
  if (status === "APPROVED") return "approved";
  if (status === "LOCKED") return "locked";
  return accepts || kind === "SUPPLEMENT" ? "forbidden" : "closed";
}
