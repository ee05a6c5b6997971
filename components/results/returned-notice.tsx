import { formatInstant } from "@/components/results/instant";
import type { Locale } from "@/lib/core/locale";
import { RETURN_REASONS } from "@/lib/form/reasons";
import { entryText } from "@/lib/i18n/entry";
import type { EntryView } from "@/lib/results/types";

/** Why the report came back, before anything else on the page. */
export function ReturnedNotice({
  returned,
  locale,
}: {
  returned: NonNullable<EntryView["returned"]>;
  locale: Locale;
}) {
  const t = entryText[locale];
  const reason = RETURN_REASONS.find(({ code }) => code === returned.code);
  return (
    <section className="card mb-4 border-miss!">
      <h2>{t.returnedTitle}</h2>
      <p className="mt-1">
        <strong>{reason?.label[locale] ?? returned.code}</strong>
        {returned.text !== "" && `: ${returned.text}`}
      </p>
      <p className="text-sm text-ink-2">{t.returnedBy(returned.by, formatInstant(returned.at))}</p>
    </section>
  );
}
