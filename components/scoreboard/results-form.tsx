import type { Locale } from "@/lib/core/locale";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { paths } from "@/lib/paths";
import type { ResultsState } from "@/lib/scoreboard/schema";
import { type Scoreboard, VERDICTS } from "@/lib/scoreboard/types";

const years = Array.from({ length: 18 }, (_, at) => 2027 - at);
const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Period and filters as a plain GET form: the URL holds the state. */
export function ResultsForm({
  board,
  state,
  locale,
}: {
  board: Scoreboard;
  state: ResultsState;
  locale: Locale;
}) {
  const t = scoreboardText[locale];
  return (
    <form
      action={paths.results()}
      aria-label={t.filters}
      className="no-print mb-5 flex flex-wrap items-end gap-3"
    >
      <input type="hidden" name="agency" value={board.root.agency} />
      <input type="hidden" name="sort" value={state.sort} />
      <input type="hidden" name="dir" value={state.dir} />
      <Choice
        name="year"
        label={t.year}
        value={board.period.year}
        options={years.map((year) => [year, String(year)])}
      />
      <Choice
        name="month"
        label={t.period}
        value={board.period.month}
        options={months.map((month) => [month, t.months(month)])}
      />
      <Choice
        name="verdict"
        label={t.verdictLabel}
        value={state.verdict ?? ""}
        options={[
          ["", t.allVerdicts],
          ...VERDICTS.map((verdict): [string, string] => [verdict, t.verdict[verdict]]),
        ]}
      />
      <label className="grow sm:max-w-xs">
        <span className="label text-sm">{t.search}</span>
        <input className="field" type="search" name="q" defaultValue={state.q} maxLength={80} />
      </label>
      <label>
        <span className="label text-sm">{t.knownOn}</span>
        <input className="field" type="date" name="asOf" defaultValue={state.asOf ?? ""} />
      </label>
      <label className="flex min-h-10 items-center gap-2 text-sm">
        <input
          type="checkbox"
          name="submitted"
          value="1"
          defaultChecked={state.submitted === "1"}
          className="size-5"
        />
        {t.withSubmitted}
      </label>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | number;
  options: readonly (readonly [string | number, string])[];
};

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <label>
      <span className="label text-sm">{label}</span>
      <select className="field" name={name} defaultValue={value}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
