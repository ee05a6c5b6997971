import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";

type Props = { receipt: string; code: string | null; again: () => void; locale: Locale };

/** The server has the sheet: the receipt, and once, for who wants it, the private code. */
export function CastNotice({ receipt, code, again, locale }: Props) {
  const t = ballotText[locale];
  return (
    <section className="card grid gap-3" role="status">
      <p className="flex items-center gap-2 font-heading text-lg text-met">
        <span aria-hidden>✓</span> <span>{t.cast}</span>
      </p>
      <p>
        {t.receipt}: <code className="text-lg font-semibold select-all">{receipt}</code>
      </p>
      <p className="max-w-2xl text-sm text-ink-2">{t.receiptNote}</p>
      {code !== null && (
        <details>
          <summary>{t.code}</summary>
          <p className="mt-2 grid gap-1">
            <code className="break-all select-all">{code}</code>
            <span className="text-sm text-ink-2">{t.codeNote}</span>
          </p>
        </details>
      )}
      <p className="flex flex-wrap items-center gap-3 text-sm text-ink-2">
        <button type="button" className="button" onClick={again}>
          {t.again}
        </button>
        {t.againNote}
      </p>
    </section>
  );
}
