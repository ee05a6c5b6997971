import { BASES, type Base } from "@/lib/ballots/types";
import type { Locale } from "@/lib/core/locale";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { ballotText } from "@/lib/i18n/ballot-page";

/** How a ballot is counted, as it is typed. */
export type RuleDraft = {
  base: Base;
  threshold: string;
  quorum: string;
  seats: string;
  strict: boolean;
  written: boolean;
  countsRecused: boolean;
};

export const firstRule: RuleDraft = {
  ...{ base: "all", threshold: "4/5", quorum: "2/3", seats: "" },
  ...{ strict: false, written: true, countsRecused: true },
};

/** What is sent of it. */
export const ruleInputOf = ({ seats, ...rule }: RuleDraft) => ({
  ...rule,
  seats: seats === "" ? null : Number(seats),
});

type Props = { rule: RuleDraft; change: (rule: RuleDraft) => void; locale: Locale };

/** Threshold, base and quorum; only proposals until somebody has held them against the legal text. */
export function RuleFields({ rule, change, locale }: Props) {
  const t = ballotDeskText[locale];
  const fractions = [
    ["threshold", t.threshold],
    ["quorum", t.quorum],
  ] as const;
  const flags = [
    ["strict", t.strict],
    ["written", t.written],
    ["countsRecused", t.countsRecused],
  ] as const;
  return (
    <section className="card grid gap-3">
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {fractions.map(([name, label]) => (
          <label key={name}>
            <span className="label">{label}</span>
            <input
              className="field"
              required
              pattern="[1-9][0-9]{0,2}/[1-9][0-9]{0,2}"
              value={rule[name]}
              onChange={({ target }) => change({ ...rule, [name]: target.value })}
            />
          </label>
        ))}
        <label>
          <span className="label">{t.baseLabel}</span>
          <select
            className="field"
            value={rule.base}
            onChange={({ target }) => change({ ...rule, base: target.value as Base })}
          >
            {BASES.map((base) => (
              <option key={base} value={base}>
                {ballotText[locale].base[base]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="label">{t.seats}</span>
          <input
            className="field"
            type="number"
            min={1}
            max={1000}
            value={rule.seats}
            onChange={({ target }) => change({ ...rule, seats: target.value })}
          />
        </label>
      </div>
      <p className="text-sm text-ink-2">{t.thresholdNote}</p>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {flags.map(([name, label]) => (
          <label key={name} className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={rule[name]}
              onChange={({ target }) => change({ ...rule, [name]: target.checked })}
            />
            {label}
          </label>
        ))}
      </div>
    </section>
  );
}
