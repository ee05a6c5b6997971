import { type Segment, stackedBar, swatch } from "@/components/charts/bars";
import { DOCKET_GROUPS, docketLooks } from "@/components/leaders/docket-looks";
import { proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatRate } from "@/lib/core/format";
import { docketRows } from "@/lib/overview/tables/view";
import { amountText, docketTitle } from "@/lib/overview/view";
import { chartCard, type Drawing, proofHref } from "./drawing";

/** What the docket is made of, column by column of the form, on one bar; null without figures. */
export function docketCard(drawing: Drawing): Markup | null {
  const { overview, measure, locale, t } = drawing;
  const title = docketTitle(overview, measure, locale);
  if (title === null) return null;
  const figures = overview.docket[measure];
  const rows = docketRows(overview.board.period, measure).map((each) => ({
    ...each,
    ...docketLooks[each.column],
    amount: figures[each.column] ?? 0n,
  }));
  const total = rows.reduce((sum, { amount }) => sum + amount, 0n);
  const segments = rows.map(
    ({ amount, tone, strength }): Segment => ({
      share: Number((amount * 10_000n) / total) / 10_000,
      tone,
      strength,
    }),
  );
  const proof = proofHref(drawing, overview.board.root);
  const amountOf = (amount: bigint) =>
    measure === "cases" ? formatCount(amount, locale) : amountText(amount, measure, locale);
  const share = (amount: bigint) => formatRate({ numerator: amount, denominator: total }, locale);
  const groups = DOCKET_GROUPS.map((group) => {
    const own = rows.filter((each) => each.group === group);
    const sum = own.reduce((so, { amount }) => so + amount, 0n);
    const items = own.map(
      ({ number, label, amount, tone, strength }) =>
        markup`<li class="flex gap-1"><span class="shrink-0">${swatch(tone, strength)}</span><span class="grow">${label[locale]} <span class="text-ink-2">(${number})</span></span><span class="tabular-nums whitespace-nowrap">${proven(proof, share(amount))}</span></li>`,
    );
    return markup`<li class="min-w-0"><p class="flex justify-between gap-2 font-semibold"><span>${t.groups[group]}</span><span class="tabular-nums whitespace-nowrap">${share(sum)}</span></p><p class="text-sm text-ink-2 mb-1">${amountOf(sum)}</p><ul class="grid gap-1.5 text-sm">${items}</ul></li>`;
  });
  const table = markup`<div class="@container"><ul class="grid gap-x-8 gap-y-3 @xl:grid-cols-3">${groups}</ul></div>`;
  const picture = markup`${stackedBar("docket-picture", title, segments)}${table}`;
  return chartCard(drawing, {
    kind: "docket",
    title,
    picture,
    note: t.docketNote,
    pictureId: "docket-picture",
  });
}
