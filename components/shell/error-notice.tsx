"use client";

import { Notice } from "@/components/ui/notice";
import { shellText } from "@/lib/i18n/shell";

/** What a reader sees when the server failed: nothing inside the error but its reference. */
export function ErrorNotice({ reference, onRetry }: { reference: string | undefined; onRetry: () => void }) {
  const isEnglish = typeof document !== "undefined" && document.documentElement.lang === "en";
  const t = shellText[isEnglish ? "en" : "vi"];
  return (
    <main id="content" className="mx-auto max-w-xl p-6" role="alert">
      <Notice title={t.errorTitle} text={t.errorText}>
        {reference && (
          <p className="text-ink-2">
            {t.errorCode}: {reference}
          </p>
        )}
        <button className="button" type="button" onClick={onRetry}>
          {t.retry}
        </button>
      </Notice>
    </main>
  );
}
