"use client";

import { useState } from "react";
import { Refusal, WordsField } from "@/components/cases/record-fields";
import { useStep } from "@/components/results/use-step";
import { eraseCasePartiesAction, openCasePartiesAction } from "@/lib/cases/actions";
import type { CaseParty } from "@/lib/cases/parties/types";
import type { Locale } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";

type CardProps = {
  agency: string;
  caseId: string;
  count: number;
  mayOpen: boolean;
  mayErase: boolean;
  locale: Locale;
};

/** The parties, closed until somebody who needs them opens them; the audit notes it. */
export function PartiesCard({ agency, caseId, count, mayOpen, mayErase, locale }: CardProps) {
  const t = caseFileText[locale];
  const [parties, setParties] = useState<readonly CaseParty[] | null>(null);
  const { run, isRunning, refusal } = useStep(openCasePartiesAction, (answer) => setParties(answer.parties));
  return (
    <section className="card grid gap-3" aria-labelledby="parties">
      <h2 id="parties">{t.parties}</h2>
      {parties === null ? (
        <p>{count === 0 ? t.noParties : t.partyCount(count)}</p>
      ) : (
        <PartyList parties={parties} locale={locale} />
      )}
      {parties === null && count > 0 && mayOpen && (
        <>
          <button
            type="button"
            className="button no-print justify-self-start"
            disabled={isRunning}
            onClick={() => run({ agency, caseId })}
          >
            {t.openParties}
          </button>
          <p className="no-print text-ink-2 text-sm">{t.openNote}</p>
        </>
      )}
      {count > 0 && !mayOpen && <p className="text-ink-2 text-sm">{t.closedParties}</p>}
      <Refusal text={refusal} locale={locale} />
      {count > 0 && mayErase && (
        <EraseForm {...{ agency, caseId, locale }} onErased={() => setParties(null)} />
      )}
    </section>
  );
}

function PartyList({ parties, locale }: { parties: readonly CaseParty[]; locale: Locale }) {
  const t = caseFileText[locale];
  return (
    <ul className="grid gap-2" aria-live="polite">
      {parties.map(({ id, role, name, erased }) => (
        <li key={id} className="break-words">
          {erased ? <em className="text-ink-2">{t.erased}</em> : name}
          <span className="block text-ink-2 text-sm">{t.role[role]}</span>
        </li>
      ))}
    </ul>
  );
}

type EraseProps = { agency: string; caseId: string; locale: Locale; onErased: () => void };

function EraseForm({ agency, caseId, locale, onErased }: EraseProps) {
  const t = caseFileText[locale];
  const [reason, setReason] = useState("");
  const { run, isRunning, refusal } = useStep(eraseCasePartiesAction, onErased);
  return (
    <details className="no-print">
      <summary className="link w-fit">{t.erase}</summary>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          run({ agency, caseId, reason });
        }}
      >
        <p className="text-behind text-sm">{t.eraseNote}</p>
        <WordsField label={t.eraseReason} value={reason} most={500} onChange={setReason} isRequired />
        <Refusal text={refusal} locale={locale} />
        <button type="submit" className="button justify-self-start" disabled={isRunning}>
          {t.eraseSend}
        </button>
      </form>
    </details>
  );
}
