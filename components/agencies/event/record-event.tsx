"use client";

import { useRouter } from "next/navigation";
import { useStep } from "@/components/results/use-step";
import { recordAgencyEventAction } from "@/lib/agencies/actions";
import type { Locale } from "@/lib/core/locale";
import { eventsText } from "@/lib/i18n/agency-events";

type Props = { event: Readonly<Record<string, unknown>>; href: string; locale: Locale };

/** Records exactly what was previewed, then shows the agency. */
export function RecordEvent({ event, href, locale }: Props) {
  const t = eventsText[locale];
  const router = useRouter();
  const { run, isRunning, refusal } = useStep(recordAgencyEventAction, () => router.push(href));
  return (
    <div className="no-print grid justify-items-start gap-2">
      <button type="button" className="button button-primary" disabled={isRunning} onClick={() => run(event)}>
        {isRunning ? t.confirming : t.confirm}
      </button>
      {refusal && (
        <p role="alert" className="text-miss">
          {refusal[locale]}
        </p>
      )}
    </div>
  );
}
