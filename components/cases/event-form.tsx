"use client";

import { useState } from "react";
import { AmountField, DayField, Refusal, WordsField } from "@/components/cases/record-fields";
import { useStep } from "@/components/results/use-step";
import { addCaseEventAction } from "@/lib/cases/actions";
import { CLOSING_KINDS } from "@/lib/cases/events/rules";
import { dongOf, type OfferedKinds } from "@/lib/cases/file/view";
import { type CaseEventKind, type CaseState, OPEN_STATES } from "@/lib/cases/types";
import type { Day } from "@/lib/core/day";
import type { Locale, Text } from "@/lib/core/locale";
import { caseFileText } from "@/lib/i18n/case-file";
import { EVENT_LABELS, STATE_LABELS } from "@/lib/i18n/cases";

type FormProps = {
  place: { agency: string; caseId: string; expectedSeq: number };
  kinds: OfferedKinds;
  days: { earliest: Day; latest: Day };
  /** What may be taken off, and all that is left, as people read it. */
  money: { free: string; outstanding: string };
  state: CaseState;
  locale: Locale;
};

const empty = { kind: "", day: "", amount: "", aside: "", ground: "", reference: "", note: "" };

/** The next event: only what the state machine allows, with the fields that it needs. */
export function EventForm({ place, kinds, days, money, state, locale }: FormProps) {
  const t = caseFileText[locale];
  const [given, setGiven] = useState({ ...empty, day: days.latest });
  const [badAmount, setBadAmount] = useState<Text | null>(null);
  const { run, isRunning, refusal } = useStep(addCaseEventAction);
  const set = (field: keyof typeof empty) => (text: string) => setGiven({ ...given, [field]: text });
  const needsAmount = kinds.part.some((kind) => kind === given.kind);
  const isAside = given.kind === "PART_SET_ASIDE";
  const isClosing = CLOSING_KINDS.some((kind) => kind === given.kind);
  const send = () => {
    const amount = needsAmount ? dongOf(given.amount) : undefined;
    if (amount === null)
      return setBadAmount({ vi: caseFileText.vi.badAmount, en: caseFileText.en.badAmount });
    setBadAmount(null);
    const { kind, day, ground, reference, note } = given;
    const aside = isAside && given.aside !== "" ? { aside: given.aside } : {};
    run({ ...place, kind, day, ground, reference, note, ...aside, ...(amount !== undefined && { amount }) });
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <KindList kinds={kinds} value={given.kind} onChange={set("kind")} locale={locale} />
      <DayField label={t.day} value={given.day} onChange={set("day")} {...days} />
      {needsAmount && (
        <AmountField
          label={t.amountOf}
          hint={t.amountHint(isAside ? money.outstanding : money.free)}
          value={given.amount}
          onChange={set("amount")}
          isWrong={badAmount !== null}
        />
      )}
      {isAside && <AsideList value={given.aside} onChange={set("aside")} state={state} locale={locale} />}
      {isClosing && (
        <p className="rounded-control bg-behind-soft px-3 py-2 text-behind">{t.closes(money.outstanding)}</p>
      )}
      <WordsField
        label={`${t.ground} (${t.groundHint})`}
        value={given.ground}
        most={200}
        onChange={set("ground")}
      />
      <WordsField label={t.reference} value={given.reference} most={100} onChange={set("reference")} />
      <WordsField label={t.note} value={given.note} most={2000} onChange={set("note")} isLong />
      <Refusal text={badAmount ?? refusal} locale={locale} />
      <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
        {isRunning ? t.sending : t.send}
      </button>
    </form>
  );
}

type ListProps = { value: string; onChange: (text: string) => void; locale: Locale };

function KindList({ kinds, value, onChange, locale }: ListProps & { kinds: OfferedKinds }) {
  const t = caseFileText[locale];
  const groups = ["state", "part", "note", "close"] as const;
  const option = (kind: CaseEventKind) => (
    <option key={kind} value={kind}>
      {EVENT_LABELS[kind][locale]}
    </option>
  );
  return (
    <label>
      <span className="label">{t.event}</span>
      <select className="field" required value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t.choose}</option>
        {groups.map(
          (group) =>
            kinds[group].length > 0 && (
              <optgroup key={group} label={t.groups[group]}>
                {kinds[group].map(option)}
              </optgroup>
            ),
        )}
      </select>
    </label>
  );
}

function AsideList({ value, onChange, state, locale }: ListProps & { state: CaseState }) {
  const t = caseFileText[locale];
  return (
    <label>
      <span className="label">{t.asideState}</span>
      <select className="field" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="" />
        {OPEN_STATES.filter((each) => each !== state).map((each) => (
          <option key={each} value={each}>
            {STATE_LABELS[each][locale]}
          </option>
        ))}
      </select>
    </label>
  );
}
