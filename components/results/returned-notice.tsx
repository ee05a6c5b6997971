import { formatInstant } from "@/components/results/instant";
import type { Locale } from "@/lib/core/locale";
import { returnReasonText } from "@/lib/form/reasons";
import { entryText } from "@/lib/i18n/entry";
import type { CodedReason } from "@/lib/results/types";

type Returned = CodedReason & { by: string; at: Date };

/** Why a report or a summary came back, before anything else on the page. */
export function ReturnedNotice({
  title,
  returned,
  locale,
}: {
  title?: string;
  returned: Returned;
  locale: Locale;
}) {
  const t = entryText[locale];
  return (
    <section className="card mb-4 border-miss!">
      <h2>{title ?? t.returnedTitle}</h2>
      <p className="mt-1">
        <strong>{returnReasonText(returned, locale)}</strong>
      </p>
      <p className="text-sm text-ink-2">{t.returnedBy(returned.by, formatInstant(returned.at))}</p>
    </section>
  );
}
