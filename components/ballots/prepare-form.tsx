"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useStep } from "@/components/results/use-step";
import { prepareBallotsAction } from "@/lib/ballots/actions";
import type { Locale } from "@/lib/core/locale";
import type { Council } from "@/lib/councils/types";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { paths } from "@/lib/paths";
import { type NomineeDraft, NomineeRow, newNominee, nomineeOf } from "./nominee-row";
import { RefusalNote } from "./refusal-note";
import { firstRule, type RuleDraft, RuleFields, ruleInputOf } from "./rule-fields";
import { useReady } from "./use-ready";

const PLACES = [0, 1, 2] as const;

/** Title, nominees with their conflicts, the rule and three key holders: what a ballot is drafted from. */
export function PrepareForm({ council, locale }: { council: Council; locale: Locale }) {
  const t = ballotDeskText[locale];
  const router = useRouter();
  const isReady = useReady();
  const { run, isRunning, refusal } = useStep(prepareBallotsAction, () => router.push(paths.ballots()));
  const [title, setTitle] = useState("");
  const [nominees, setNominees] = useState<readonly NomineeDraft[]>([newNominee(1)]);
  const [rule, setRule] = useState<RuleDraft>(firstRule);
  const members = council.seats.filter(
    ({ role, validUntil }) => role !== "SUBSTITUTE" && validUntil === null,
  );
  const [holders, setHolders] = useState<readonly string[]>(() =>
    PLACES.map((at) => members[at]?.login ?? ""),
  );
  const change = (next: NomineeDraft) =>
    setNominees(nominees.map((each) => (each.key === next.key ? next : each)));
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        run({
          council: council.id,
          title,
          nominees: nominees.map(nomineeOf),
          rule: ruleInputOf(rule),
          holders,
        });
      }}
    >
      <fieldset disabled={!isReady} className="grid min-w-0 gap-5">
        <label className="card">
          <span className="label">{t.ballotTitle}</span>
          <input
            className="field"
            required
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        </label>
        <section className="card grid gap-4">
          <p className="max-w-3xl text-ink-2">{t.conflictNote}</p>
          {nominees.map((each) => (
            <NomineeRow
              key={each.key}
              nominee={each}
              members={members}
              change={change}
              remove={
                nominees.length > 1 ? () => setNominees(nominees.filter(({ key }) => key !== each.key)) : null
              }
              locale={locale}
            />
          ))}
          <button
            type="button"
            className="button justify-self-start"
            onClick={() => setNominees([...nominees, newNominee(1 + (nominees.at(-1)?.key ?? 0))])}
          >
            + {t.addNominee}
          </button>
        </section>
        <RuleFields rule={rule} change={setRule} locale={locale} />
        <fieldset className="card grid gap-3 sm:grid-cols-3">
          <legend className="sr-only">{t.keyHolders}</legend>
          {PLACES.map((place) => (
            <label key={place}>
              <span className="label">
                {t.keyHolders} · {place + 1}
              </span>
              <input
                className="field"
                required
                list="members"
                value={holders[place] ?? ""}
                onChange={({ target }) =>
                  setHolders(PLACES.map((at) => (at === place ? target.value : (holders[at] ?? ""))))
                }
              />
            </label>
          ))}
          <datalist id="members">
            {members.map(({ id, login, name }) => (
              <option key={id} value={login}>
                {name}
              </option>
            ))}
          </datalist>
        </fieldset>
        <RefusalNote refusal={refusal} locale={locale} />
        <button type="submit" className="button button-primary justify-self-start" disabled={isRunning}>
          {t.prepare}
        </button>
      </fieldset>
    </form>
  );
}
