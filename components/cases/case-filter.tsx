import { Choice, Words } from "@/components/cases/filter-fields";
import { AGES, type ListState } from "@/lib/cases/list/schema";
import type { CaseList } from "@/lib/cases/list/types";
import { CASE_STATES, CATEGORIES, INITIATIVES } from "@/lib/cases/types";
import type { Locale } from "@/lib/core/locale";
import { caseListText } from "@/lib/i18n/case-list";
import { CATEGORY_LABELS, INITIATIVE_LABELS, STATE_LABELS } from "@/lib/i18n/cases";
import { paths } from "@/lib/paths";

type FilterProps = { list: CaseList; state: ListState; locale: Locale };

const indent = ["", "\u2003", "\u2003\u2003"] as const;

/** The question as a plain GET form: its address can be kept and sent. */
export function CaseFilter({ list, state, locale }: FilterProps) {
  const t = caseListText[locale];
  return (
    <form action={paths.cases()} className="card no-print mb-4 grid gap-4">
      <div className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
        <Choice
          name="agency"
          label={t.agency}
          value={list.agency}
          options={list.choices.map(({ code, name, level }) => [code, `${indent[level]}${name}`])}
        />
        <Words name="q" label={t.q} value={state.q} hint={t.qHint} />
        <Choice
          name="state"
          label={t.state}
          value={state.state}
          options={[
            ["OPEN", t.open],
            ["ALL", t.all],
            ...CASE_STATES.map((each) => [each, STATE_LABELS[each][locale]] as const),
          ]}
        />
        <Choice
          name="order"
          label={t.order}
          value={state.order}
          options={Object.entries(t.orders).map(([key, text]) => [key, capital(text)])}
        />
      </div>
      <details open={hasMore(state)}>
        <summary className="link w-fit">{t.more}</summary>
        <MoreFields list={list} state={state} locale={locale} />
      </details>
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button button-primary">
          {t.filter}
        </button>
        <a className="link" href={paths.cases({ agency: list.agency })}>
          {t.clear}
        </a>
      </div>
    </form>
  );
}

function MoreFields({ list, state, locale }: FilterProps) {
  const t = caseListText[locale];
  const any = ["", t.any] as const;
  const officers = list.officers.map(({ login, name }) => [login, name] as const);
  return (
    <div className="mt-3 grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-4">
      <Words name="court" label={t.court} value={state.court} />
      <Choice
        name="category"
        label={t.category}
        value={state.category ?? ""}
        options={[any, ...CATEGORIES.map((each) => [each, CATEGORY_LABELS[each][locale]] as const)]}
      />
      <Choice
        name="initiative"
        label={t.initiative}
        value={state.initiative ?? ""}
        options={[any, ...INITIATIVES.map((each) => [each, INITIATIVE_LABELS[each][locale]] as const)]}
      />
      {!list.isOwnOnly && (
        <Choice
          name="officer"
          label={t.officer}
          value={state.officer ?? ""}
          options={[any, ["none", t.noOfficer], ...officers]}
        />
      )}
      <Choice
        name="age"
        label={t.age}
        value={state.age ?? ""}
        options={[any, ...AGES.map((years) => [years, t.years(years)] as const)]}
      />
      <Words name="millions" label={t.millions} value={state.millions ?? ""} type="text" mode="numeric" />
      <Words name="before" label={t.before} value={state.before ?? ""} type="date" />
      {list.hasUnits && (
        <Choice
          name="children"
          label={t.units}
          value={list.withUnits ? "1" : "0"}
          options={[
            ["1", t.withUnits],
            ["0", t.ownCases],
          ]}
        />
      )}
    </div>
  );
}

function hasMore({ court, category, initiative, officer, age, millions, before, children }: ListState) {
  return [court, category, initiative, officer, age, millions, before, children].some(
    (each) => each !== undefined && each !== "",
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
