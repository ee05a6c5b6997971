"use client";

import { useState } from "react";
import { DayField, Refusal } from "@/components/cases/record-fields";
import { useStep } from "@/components/results/use-step";
import { assignCaseOfficerAction } from "@/lib/cases/actions";
import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";

type Props = {
  agency: string;
  caseId: string;
  officers: readonly { login: string; name: string }[];
  today: Day;
  locale: Locale;
};

/** Gives the case to an officer from a day on. */
export function AssignForm({ agency, caseId, officers, today, locale }: Props) {
  const t = caseFileText[locale];
  const [officer, setOfficer] = useState("");
  const [from, setFrom] = useState<string>(today);
  const { run, isRunning, refusal } = useStep(assignCaseOfficerAction);
  return (
    <details className="no-print">
      <summary className="link w-fit">{t.assign}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ agency, caseId, officer, from });
        }}
      >
        <label>
          <span className="label">{t.assignTo}</span>
          <select
            className="field"
            required
            value={officer}
            onChange={({ target }) => setOfficer(target.value)}
          >
            <option value="" />
            {officers.map(({ login, name }) => (
              <option key={login} value={login}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <DayField label={t.from} value={from} onChange={setFrom} latest={today} />
        <Refusal text={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.assignSend}
        </button>
      </form>
    </details>
  );
}
