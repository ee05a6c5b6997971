import { card } from "@/components/ui/card";
import { type Markup, markup } from "@/components/ui/markup";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/format";
import { paths } from "@/lib/paths";
import { shortName } from "@/lib/scoreboard/view";
import type { Drawing } from "./drawing";

const NAMED = 6;

/** Who has not sent though the day has passed, and how many sent too late. */
export function late({ overview, locale, t, asOf }: Drawing): Markup {
  const { counts, late: units } = overview.timeliness;
  const open = units.filter(({ isLate }) => isLate);
  const { year, month } = overview.board.period;
  const names = open.slice(0, NAMED).map(({ agency, name, due }) => {
    const when = due ? markup` <span class="text-ink-2">${t.dueOn(formatDay(due))}</span>` : null;
    return markup`<li><a class="link" href="${paths.overview({ agency, year, month, asOf })}">${shortName(name)}</a>${when}</li>`;
  });
  const rest =
    open.length > NAMED ? markup`<li class="text-ink-2">${t.more(open.length - NAMED)}</li>` : null;
  const lines = [
    counts.submittedLate > 0 ? t.sentLate(formatCount(counts.submittedLate, locale)) : null,
    counts.submitted > 0 ? t.waiting(formatCount(counts.submitted, locale)) : null,
  ].filter((line) => line !== null);
  const title = open.length === 0 ? t.lateTitle.none : t.lateTitle.some(open.length);
  return card(
    "late",
    title,
    markup`${open.length > 0 ? markup`<ul class="grid gap-1">${names}${rest}</ul>` : null}${lines.map((line) => markup`<p>${line}</p>`)}<p class="no-print"><a class="link text-sm" href="${paths.completeness({ year, month })}">${t.toProgress}</a></p>`,
  );
}

/** Where integrity signals are asked about; what is asked and answered stands on their own page. */
export function signals({ overview, t }: Drawing): Markup {
  const { root, period } = overview.board;
  const href = paths.signals({ year: period.year, agency: root.agency });
  return card(
    "signals",
    t.signalsTitle,
    markup`<p><a class="link" href="${href}">${t.signalsLink(period.year)}</a></p>`,
  );
}
