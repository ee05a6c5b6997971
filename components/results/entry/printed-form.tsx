"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { figuresOf } from "@/components/results/entry/cell";
import { useEntry } from "@/components/results/entry/context";
import { liveValues } from "@/components/results/entry/derived-state";
import { ReadOnlyForm } from "@/components/results/read-only-form";
import { entryText } from "@/lib/i18n/entry";

/** On paper the whole form stands, every part of the docket with it, not the one table that is open on the screen. */
export function PrintedForm() {
  const { view, state, locale } = useEntry();
  const isPrinting = useIsPrinting();
  if (!isPrinting) return null;
  const t = entryText[locale];
  return (
    <div className="hidden print:block">
      <ReadOnlyForm view={{ ...view, figures: figuresOf(liveValues(state)) }} locale={locale} />
      <div className="grid grid-cols-2 pt-8 text-center font-semibold">
        <p>{t.signature}</p>
        <p>{t.signatureHead}</p>
      </div>
    </div>
  );
}

function useIsPrinting(): boolean {
  const [isPrinting, setIsPrinting] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when the event returns.
    const begin = () => flushSync(() => setIsPrinting(true));
    const end = () => setIsPrinting(false);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return isPrinting;
}
