import { choice, placeChoices } from "@/components/leaders/place";
import { type Markup, markup } from "@/components/ui/markup";
import { leadersText } from "@/lib/i18n/leaders";
import { planningText } from "@/lib/i18n/planning";
import { paths } from "@/lib/paths";
import type { PlanState } from "@/lib/planning/schema";
import type { Problem } from "@/lib/planning/types";
import type { PlanDrawing } from "./drawing";

const amounts = ["newCases", "movedCases", "newMoney", "movedMoney"] as const;

/** Place, first day and suppositions as one plain GET form: the address holds the whole state. */
export function planForm(drawing: PlanDrawing): Markup {
  const { basis, plan, state, locale } = drawing;
  const [t, f] = [leadersText[locale], planningText[locale].form];
  const from = markup`<label><span class="label text-sm">${f.from}</span><input class="field" type="date" name="from" value="${plan.from}"></label>`;
  const isOpen = isSupposed(state);
  const { root, period } = basis.board;
  const clear = isOpen
    ? markup`<a class="link min-h-6 self-center text-sm" href="${paths.plan({ agency: root.agency, ...period })}">${f.clear}</a>`
    : null;
  return markup`<form action="${paths.plan()}" aria-label="${t.filters}" class="no-print mb-5 grid gap-3"><div class="flex flex-wrap items-end gap-3">${placeChoices(basis.board, locale)}${from}<button type="submit" class="button">${t.show}</button>${clear}</div><details class="card"${isOpen ? markup` open` : null}><summary class="min-h-6 font-semibold">${f.suppose}</summary>${fields(drawing)}</details></form>`;
}

function isSupposed(state: PlanState): boolean {
  return amounts.some((field) => state[field] !== "") || state.own === "1" || state.hard !== 2;
}

function fields({ plan, state, locale }: PlanDrawing): Markup {
  const f = planningText[locale].form;
  const problems = plan.plans.flatMap((made) => (made.kind === "refused" ? made.problems : []));
  const inputs = amounts.map((field) => {
    const problem = problems.find((each) => each.field === field);
    return amountField(field, f[field], state[field], problem, locale);
  });
  const weights = Array.from({ length: 9 }, (_, at): [number, string] => [at + 1, `× ${at + 1}`]);
  const own = markup`<label class="flex min-h-10 items-center gap-2 text-sm"><input type="checkbox" name="own" value="1" class="size-5"${state.own ? markup` checked` : null}> ${f.own}</label>`;
  return markup`<p class="mt-2 text-sm text-ink-2">${f.hint}</p><div class="mt-3 grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-4">${inputs}</div><div class="mt-3 flex flex-wrap items-end gap-4">${choice("hard", f.hard, state.hard, weights)}${own}</div>`;
}

function amountField(
  field: string,
  label: string,
  value: string,
  problem: Problem | undefined,
  locale: PlanDrawing["locale"],
): Markup {
  const wrong = problem ? markup` aria-invalid="true" aria-describedby="${field}-problem"` : null;
  const text = problem
    ? markup`<span id="${field}-problem" class="mt-1 block text-sm text-miss">${problem.text[locale]}</span>`
    : null;
  return markup`<div><label><span class="label text-sm">${label}</span><input class="field text-right" type="text" inputmode="text" autocomplete="off" maxlength="60" name="${field}" value="${value}"${wrong}></label>${text}</div>`;
}
