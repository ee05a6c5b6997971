import { addDays, formatDay } from "@/lib/core/day";
import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatPeriod } from "@/lib/core/period";
import type { Ratio } from "@/lib/core/ratio";
import { digestText } from "@/lib/i18n/digest";
import { MEASURES } from "@/lib/scoreboard/types";
import { formatInstant, nodeName } from "@/lib/scoreboard/view";
import type { DigestLine, DigestSection, DigestView } from "./lines/types";
import { alertLine, arrivalLine, eventLine, lateLines } from "./lines/view";
import type { Digest, ReportEvent } from "./types";

/** The digest in words, the same for the page and for the mail: alerts first. */
export function digestView(digest: Digest, locale: Locale): DigestView {
  const t = digestText[locale];
  const { day, from, until, period, root } = digest;
  return {
    title: `${t.morning(formatDay(day))}: ${finding(digest, locale)}`,
    facts: [
      nodeName(root.after, locale),
      formatPeriod(period, locale),
      ...MEASURES.map((measure) =>
        t.rate(
          t.measure[measure],
          rateOf(root.before[measure].ratio, locale),
          rateOf(root.after[measure].ratio, locale),
        ),
      ),
      t.coverage(
        formatCount(root.before.coverage.reported, locale),
        formatCount(root.after.coverage.reported, locale),
        formatCount(root.after.coverage.expected, locale),
      ),
    ],
    window: `${t.window(formatInstant(from), formatInstant(until))}. ${t.asKnown}`,
    illustrative: root.after.illustrative ? t.illustrative : null,
    sections: sectionsOf(digest, locale),
  };
}

/** What matters most, in one sentence without its day. Example: "2 cơ quan rơi khỏi tiến độ, 138 đơn vị chậm báo cáo". */
function finding({ alerts, late, arrivals, events, moreEvents }: Digest, locale: Locale): string {
  const t = digestText[locale];
  const agencies = (change: string) =>
    new Set(alerts.filter((alert) => alert.change === change).map(({ agency, own }) => `${agency} ${own}`))
      .size;
  const added = arrivals.reduce((sum, { before, reported }) => sum + reported - before, 0);
  const touched = events.filter(({ kind }) => kind !== "SIGNED").length + moreEvents;
  const parts = [
    [agencies("FELL"), t.fell],
    [agencies("CAME_BACK"), t.cameBack],
    [late.length, t.late],
    [touched, t.events],
    [added, t.arrived],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => words(formatCount(n, locale)));
  return said.length === 0 ? t.nothing : said.slice(0, 3).join(", ");
}

function sectionsOf(digest: Digest, locale: Locale): DigestSection[] {
  const t = digestText[locale];
  // Links open what was known in the evening before: the proof takes whole days.
  const asOf = addDays(digest.day, -1);
  const eventsOf = (kind: ReportEvent["kind"]) =>
    digest.events.filter((event) => event.kind === kind).map((event) => eventLine(event, asOf, locale));
  const section = (key: DigestSection["key"], lines: DigestLine[], lead: string | null = null) => ({
    ...{ key, lines, lead },
    title: t.sections[key],
  });
  const more = digest.moreEvents > 0 ? t.more(formatCount(digest.moreEvents, locale)) : null;
  return [
    section(
      "alerts",
      digest.alerts.map((alert) => alertLine(alert, asOf, locale)),
      t.alertsLead,
    ),
    section("returned", eventsOf("RETURNED")),
    section("corrected", eventsOf("CORRECTED"), more),
    section("late", lateLines(digest, locale)),
    section(
      "arrived",
      digest.arrivals.map((arrival) => arrivalLine(arrival, digest.period, asOf, locale)),
    ),
    section("signed", eventsOf("SIGNED")),
  ].filter(({ lines }) => lines.length > 0);
}

function rateOf(ratio: Ratio | null, locale: Locale): string {
  return ratio === null ? digestText[locale].none : formatRate(ratio, locale);
}
