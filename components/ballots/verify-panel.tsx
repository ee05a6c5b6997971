"use client";

import { useState } from "react";
import { markOf } from "@/lib/ballots/sealing/rules";
import type { Bulletin, Nominee } from "@/lib/ballots/types";
import { type CheckName, firstFault } from "@/lib/ballots/verification/rules";
import type { Locale } from "@/lib/core/locale";
import { ballotText } from "@/lib/i18n/ballot-page";
import { paths } from "@/lib/paths";

type Props = { id: string; slots: readonly Nominee[]; locale: Locale };
type Checked = { bulletin: Bulletin; fault: CheckName | null };

/** Counts the published record again in the reader's browser, and finds one's own votes by the private code. */
export function VerifyPanel({ id, slots, locale }: Props) {
  const t = ballotText[locale];
  const [checked, setChecked] = useState<Checked | null>(null);
  const [isRunning, setRunning] = useState(false);
  const check = async () => {
    setRunning(true);
    try {
      const bulletin = (await (await fetch(paths.bulletin(id))).json()) as Bulletin;
      setChecked({ bulletin, fault: firstFault(bulletin) });
    } finally {
      setRunning(false);
    }
  };
  return (
    <section className="card grid gap-3">
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button" disabled={isRunning} onClick={check}>
          {isRunning ? t.verifying : t.verify}
        </button>
        <a className="button" href={paths.bulletin(id)} download={`ballot-${id}.json`}>
          {t.bulletin}
        </a>
      </div>
      {checked && (
        <p role="status" className={checked.fault ? "text-miss" : "text-met"}>
          {checked.fault ? `✕ ${t.fault(t.checks[checked.fault])}` : `✓ ${t.verified}`}
        </p>
      )}
      {checked && <FindOwn bulletin={checked.bulletin} slots={slots} locale={locale} />}
    </section>
  );
}

type FindProps = { bulletin: Bulletin; slots: readonly Nominee[]; locale: Locale };

function FindOwn({ bulletin, slots, locale }: FindProps) {
  const t = ballotText[locale];
  const [code, setCode] = useState("");
  const key = code.trim().toLowerCase();
  const own = slots.map(({ slot, subject }) => {
    const mark = markOf(key, slot);
    const found = bulletin.votes.find((vote) => vote.slot === slot && vote.mark === mark);
    return { slot, subject, choice: found?.choice };
  });
  const isFound = own.some(({ choice }) => choice !== undefined);
  return (
    <details>
      <summary>{t.findOwn}</summary>
      <input
        className="field mt-2 max-w-md"
        aria-label={t.findOwn}
        value={code}
        autoComplete="off"
        onChange={({ target }) => setCode(target.value)}
      />
      {key.length === 32 && !isFound && <p className="mt-2 text-miss">{t.notFound}</p>}
      {isFound && (
        <ul className="mt-2 grid gap-1">
          {own.map(({ slot, subject, choice }) => (
            <li key={slot}>
              {subject}: <strong>{choice ? t.choice[choice] : t.notFound}</strong>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}
