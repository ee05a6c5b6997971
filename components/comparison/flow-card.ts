import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { type Flow, flowOf } from "@/lib/comparisons/rules";
import type { Compared } from "@/lib/comparisons/types";
import { flowTitle, signedRate } from "@/lib/comparisons/view";
import { formatCount, formatDecimal, formatRate, formatThousands } from "@/lib/core/format";
import type { Fraction } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { leadersText } from "@/lib/i18n/leaders";
import { overviewText } from "@/lib/i18n/overview";
import { type ComparisonDrawing, comparedCard, nameOf, proofOf, textOf } from "./drawing";

/** What was handed down, came in, was done and is handed on, and how long what is open would last. */
export function flowCard(drawing: ComparisonDrawing): Markup {
  const { comparison, locale } = drawing;
  const t = textOf(drawing);
  const c = t.columns;
  const title = flowTitle(comparison, locale);
  const unit = comparison.measure === "money" ? ` (${leadersText[locale].thousands})` : "";
  const amounts = [c.handedDown, c.accepted, c.completed, c.handedOn].map(
    (name) => markup`<th scope="col" class="number">${name}${unit}</th>`,
  );
  const rates = [c.change, c.clearance, c.days, c.load].map(
    (name) => markup`<th scope="col" class="number">${name}</th>`,
  );
  const rows = comparison.chosen.map((each) => row(drawing, each));
  const content = markup`<div class="table-frame overflow-x-auto" tabindex="0" role="region" aria-label="${overviewText[locale].frame.table}: ${title}"><table class="table [&_thead_th]:!whitespace-normal [&_thead_th]:align-bottom"><thead><tr><th scope="col">${c.name}</th>${amounts}${rates}</tr></thead><tbody>${rows}</tbody></table></div>`;
  return comparedCard(drawing, "flow", { title, content, note: t.flowNote });
}

function row(drawing: ComparisonDrawing, each: Compared): Markup {
  const { comparison, locale } = drawing;
  const { measure } = comparison;
  const flow = flowOf(each, measure, null);
  const href = proofOf(drawing, each);
  const amount = (value: bigint | null) => {
    if (value === null) return markup`<td class="number text-ink-2">–</td>`;
    const text = measure === "cases" ? formatCount(value, locale) : formatThousands(value, locale);
    return markup`<td class="number">${proven(href, text)}</td>`;
  };
  return markup`<tr><th scope="row" class="min-w-32 !font-normal">${nameOf(drawing, each)}</th>${[flow.handedDown, flow.accepted, flow.done, flow.handedOn].map(amount)}${derived(drawing, flow)}</tr>`;
}

function derived({ locale }: ComparisonDrawing, { change, clearance, days, load }: Flow): Markup[] {
  const { noData } = leadersText[locale];
  const share = change?.share ?? null;
  return [
    share ? signedRate(share, locale) : null,
    clearance ? formatRate(clearance, locale) : null,
    days && oneDecimal(days, locale),
    load && oneDecimal(load, locale),
  ].map((text) => markup`<td class="number ${text === null ? "text-ink-2" : ""}">${text ?? noData}</td>`);
}

function oneDecimal({ n, d }: Fraction, locale: ComparisonDrawing["locale"]): string {
  return formatDecimal(decimalText(roundHalfUp(n * 10n, d), 1), locale);
}
