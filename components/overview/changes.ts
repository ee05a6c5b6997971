import { card, proven } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatCount, formatRate } from "@/lib/core/format";
import { difference, reference, verdictChanges } from "@/lib/overview/findings/rules";
import { isComparable } from "@/lib/overview/rules";
import type { Snapshot, VerdictChange } from "@/lib/overview/types";
import { amountText, growthText, kidsWord, movedText, shortPlace } from "@/lib/overview/view";
import { MEASURES, type Measure } from "@/lib/scoreboard/types";
import { type Drawing, drillHref, proofHref } from "./drawing";

const NAMED = 6;

/** What is different from the month before, or from last year's month when the year begins: the page's first answer. */
export function changes(drawing: Drawing): Markup {
  const { overview, t, measure, locale } = drawing;
  const before = reference(overview);
  const isMonth = overview.monthBefore !== null;
  const title = isMonth || before === null ? t.changesTitle.month : t.changesTitle.year;
  if (before === null) return card("changes", title, markup`<p>${t.noReference}</p>`);
  const kids = kidsWord(overview, locale);
  const moved = verdictChanges(overview, measure);
  const [better, worse] = (["better", "worse"] as const).map((direction) =>
    moved.filter((change) => change.direction === direction),
  );
  const lines = [
    ...MEASURES.map((each) => rateLine(drawing, each, before)),
    better?.length ? movedLine(drawing, t.better(better.length, kids), better) : null,
    worse?.length ? movedLine(drawing, t.worse(worse.length, kids), worse) : null,
    isMonth && moved.length === 0 && overview.board.children.length > 0
      ? markup`${t.noVerdictChange(t.about[measure])}`
      : null,
    reportedLine(drawing, before),
    adjustedLine(drawing, kids),
  ].filter((line) => line !== null);
  const note = isMonth ? null : markup`<p class="text-sm text-ink-2">${t.monthOne}</p>`;
  return card(
    "changes",
    title,
    markup`${note}<ul class="grid gap-1.5 pl-5 list-disc marker:text-brand lg:grid-cols-2 lg:gap-x-10">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`,
  );
}

function rateLine(drawing: Drawing, measure: Measure, before: Snapshot): Markup | null {
  const { overview, t, locale } = drawing;
  const { root } = overview.board;
  const [now, then] = [root[measure].ratio, before.whole[measure]];
  const change = difference(now, then);
  if (now === null || then === null || change === null) return null;
  const more = now.numerator - then.numerator;
  const amount = amountText(more < 0n ? -more : more, measure, locale);
  const growth = growthText(now.denominator, then.denominator, locale);
  const [start = "", middle = "", end = ""] = t
    .rateMoved(t.about[measure], movedText(change, locale), "\u0000", "\u0000")
    .split("\u0000");
  const rates = markup`${start}${proven(proofHref(drawing, root, before.period), formatRate(then, locale))}${middle}<b>${proven(proofHref(drawing, root), formatRate(now, locale))}</b>${end}`;
  if (!isComparable(root.coverage)) return markup`${rates}.`;
  const rest = [
    more < 0n ? t.completedLess(amount) : t.completedMore(amount),
    ...(growth ? [t.eligibleMoved(growth)] : []),
  ];
  return markup`${rates}; ${rest.join(", ")}.`;
}

function movedLine(drawing: Drawing, title: string, list: readonly VerdictChange[]): Markup {
  const { t, locale } = drawing;
  const names = list
    .slice(0, NAMED)
    .map(
      ({ node }, at) =>
        markup`${at === 0 ? "" : ", "}<a class="link" href="${drillHref(drawing, node)}">${shortPlace(node, locale)}</a>`,
    );
  const rest = list.length > NAMED ? ` ${t.more(list.length - NAMED)}` : "";
  return markup`<b>${title}</b> ${t.about[drawing.measure]}: ${names}${rest}.`;
}

function reportedLine({ overview, t, locale }: Drawing, before: Snapshot): Markup {
  const { reported, expected } = overview.board.root.coverage;
  const [now, all, then] = [reported, expected, before.reported].map((n) => formatCount(n, locale));
  const missing = reported < expected ? ` ${t.partial(formatCount(expected - reported, locale))}` : "";
  return markup`<b>${t.reported(now ?? "", all ?? "")}</b> (${t.reportedBefore(then ?? "")}).${missing}`;
}

function adjustedLine({ overview, t }: Drawing, kids: string): Markup | null {
  const adjusted = overview.board.children.filter((node) => node.adjusted).length;
  return adjusted === 0 ? null : markup`${t.adjusted(adjusted, kids)}.`;
}
