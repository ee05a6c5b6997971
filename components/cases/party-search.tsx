"use client";

import { useState } from "react";
import { StateChip } from "@/components/cases/state-chip";
import { useStep } from "@/components/results/use-step";
import { findCasePartiesAction } from "@/lib/cases/actions";
import type { FoundParty } from "@/lib/cases/parties/types";
import { CASE_STATES } from "@/lib/cases/types";
import type { Locale } from "@/lib/core/locale";
import { caseListText } from "@/lib/i18n/case-list";
import { paths } from "@/lib/paths";

/** Cases by a party's name: not a part of the address, since names do not belong there, and noted in the audit. */
export function PartySearch({ agency, locale }: { agency: string; locale: Locale }) {
  const t = caseListText[locale];
  const [name, setName] = useState("");
  const [found, setFound] = useState<readonly FoundParty[] | null>(null);
  const { run, isRunning, refusal } = useStep(findCasePartiesAction, (answer) => setFound(answer.found));
  return (
    <details className="no-print card mb-4">
      <summary className="font-semibold">{t.party}</summary>
      <form
        className="mt-3 grid max-w-2xl gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          run({ agency, name });
        }}
      >
        <label className="label" htmlFor="party">
          {t.partyName}
        </label>
        <div className="flex gap-3">
          <input
            id="party"
            className="field"
            value={name}
            minLength={3}
            maxLength={100}
            required
            autoComplete="off"
            aria-describedby="party-hint"
            onChange={({ target }) => setName(target.value)}
          />
          <button type="submit" className="button" disabled={isRunning}>
            {t.partyFind}
          </button>
        </div>
        <p id="party-hint" className="text-ink-2 text-sm">
          {t.partyHint}
        </p>
        {refusal && (
          <p role="alert" className="text-miss">
            {refusal[locale]}
          </p>
        )}
      </form>
      <div role="status">{found && <Found found={found} locale={locale} />}</div>
    </details>
  );
}

function Found({ found, locale }: { found: readonly FoundParty[]; locale: Locale }) {
  const t = caseListText[locale];
  if (found.length === 0) return <p className="mt-3">{t.partyNone}</p>;
  return (
    <>
      {found.length >= 50 && <p className="mt-3 text-ink-2">{t.partyMost}</p>}
      <ul className="mt-3 grid">
        {found.map(({ caseId, role, name, number, year, state }) => (
          <li
            key={`${caseId}:${role}:${name}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line-2 border-t py-2"
          >
            <a className="link font-semibold" href={paths.case(caseId)}>{`${number}/${year}`}</a>
            <span>{name}</span>
            <span className="text-ink-2">{t.role[role]}</span>
            {CASE_STATES.map(
              (each) => each === state && <StateChip key={each} state={each} locale={locale} />,
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
