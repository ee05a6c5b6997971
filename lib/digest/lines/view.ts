import { type Day, formatDay } from "@/lib/core/day";
import { formatCount, formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { comparePeriods, formatPeriod, type Period } from "@/lib/core/period";
import { returnReasonText } from "@/lib/form/reasons";
import { digestText } from "@/lib/i18n/digest";
import { scoreboardText } from "@/lib/i18n/scoreboard";
import { type PaceChange, paceGap } from "@/lib/metrics/pace-change";
import { paths } from "@/lib/paths";
import type { Arrival, PaceAlert } from "@/lib/scoreboard/alerts/types";
import { MEASURES } from "@/lib/scoreboard/types";
import { nodeName, shortName } from "@/lib/scoreboard/view";
import type { Digest, LateUnit, ReportEvent } from "../types";
import type { DigestLine, LineMark } from "./types";

const alertMarks: Readonly<Record<PaceChange, LineMark>> = {
  FELL: { shape: "▼", tone: "miss" },
  SLIPPED: { shape: "◆", tone: "behind" },
  CAME_BACK: { shape: "▲", tone: "met" },
};
const eventMarks: Readonly<Record<ReportEvent["kind"], LineMark>> = {
  RETURNED: { shape: "▼", tone: "miss" },
  CORRECTED: { shape: "◆", tone: "behind" },
  SIGNED: { shape: "●", tone: "pace" },
};

/** Example: "Cục THADS tỉnh Hưng Yên, về việc: Đúng tiến độ → Chậm tiến độ", noted with both rates and the gap. */
export function alertLine(alert: PaceAlert, asOf: Day, locale: Locale): DigestLine {
  const t = digestText[locale];
  const { before, after, measure, change, coverage, agency, own } = alert;
  const words = scoreboardText[locale].verdict;
  const what = t.change[change](words[before.standing.verdict], words[after.standing.verdict]);
  const isSamePeriod = comparePeriods(before.period, after.period) === 0;
  const [was, is] = [before, after].map(({ period, standing }) => {
    const rate = formatRate(standing.ratio, locale);
    return isSamePeriod ? rate : t.inPeriod(formatPeriod(period, locale), rate);
  });
  const isPartly = coverage.reported < coverage.expected;
  const counts = [formatCount(coverage.reported, locale), formatCount(coverage.expected, locale)] as const;
  return {
    mark: alertMarks[change],
    text: t.about(nodeName(alert, locale), t.measure[measure], what),
    note: joined([
      t.rates(was ?? "", is ?? ""),
      gapText(alert, locale),
      isPartly ? t.partly(...counts) : null,
    ]),
    href: paths.proof(agency, after.period.year, after.period.month, { own: own ? 1 : undefined, asOf }),
  };
}

function gapText({ after: { standing, period } }: PaceAlert, locale: Locale): string | null {
  const { ratio, target } = standing;
  const gap = ratio && target && paceGap({ ratio, target: target.target, period });
  if (!gap) return null;
  const t = digestText[locale];
  const size = formatPoints({ n: gap.n < 0n ? -gap.n : gap.n, d: gap.d }, locale).replace("+", "");
  return gap.n < 0n ? t.behind(size) : t.ahead(size);
}

/** Example: "Chi cục THADS huyện Văn Lâm, 1 tháng năm 2023: bị trả lại", noted with the reason or with both rates. */
export function eventLine(event: ReportEvent, asOf: Day, locale: Locale): DigestLine {
  const t = digestText[locale];
  const { agency, name, isOffice, period, kind, revision, reason, rates } = event;
  const own = isOffice ? 1 : undefined;
  const who = isOffice ? nodeName({ kind: "PROVINCE", name, own: true }, locale) : shortName(name);
  const when = formatPeriod(period, locale);
  const changes =
    rates &&
    MEASURES.map((measure) => {
      const { before, after } = rates[measure];
      const words = [before, after].map((ratio) => (ratio ? formatRate(ratio, locale) : t.none));
      return t.rate(t.measure[measure], words[0] ?? "", words[1] ?? "");
    });
  const { year, month } = period;
  return {
    mark: eventMarks[kind],
    text: t.eventLine(who, when.charAt(0).toLowerCase() + when.slice(1), t.event[kind](revision)),
    note: reason ? returnReasonText(reason, locale) : changes ? joined(changes) : null,
    href: paths.proof(agency, year, month, { own, asOf: kind === "RETURNED" ? undefined : asOf }),
  };
}

/** Example: "Cục THADS tỉnh Hưng Yên: 3 → 7 / 11 báo cáo", or that a unit's report was signed. */
export function arrivalLine(
  arrival: Arrival,
  { year, month }: Period,
  asOf: Day,
  locale: Locale,
): DigestLine {
  const t = digestText[locale];
  const { agency, own, before, reported, expected } = arrival;
  const name = nodeName(arrival, locale);
  const counts = [before, reported, expected].map((n) => formatCount(n, locale));
  const [was = "", is = "", of = ""] = counts;
  return {
    mark: { shape: "●", tone: "pace" },
    text: expected === 1 ? t.arrivedOne(name) : t.arrival(name, was, is, of),
    note: null,
    href:
      expected === 1
        ? paths.proof(agency, year, month, { own: own ? 1 : undefined, asOf })
        : paths.results({ year, month, agency, asOf }),
  };
}

/** Who is late: for the nation one line for each province, else one for each unit. */
export function lateLines({ late, root, period }: Digest, locale: Locale): DigestLine[] {
  const t = digestText[locale];
  const mark: LineMark = { shape: "▼", tone: "miss" };
  const href = paths.completeness({ year: period.year, month: period.month });
  if (root.after.kind !== "GENERAL_DEPARTMENT") {
    return late.map((unit) => ({
      ...{ mark, href },
      text: t.lateUnit(shortName(unit.name), formatCount(unit.daysLate, locale)),
      note: t.due(formatDay(unit.due)),
    }));
  }
  const provinces = new Map<string, LateUnit[]>();
  for (const unit of late) provinces.set(unit.province, [...(provinces.get(unit.province) ?? []), unit]);
  return [...provinces.values()].map((units) => ({
    ...{ mark, href },
    text: t.lateIn(shortName(units[0]?.provinceName ?? ""), formatCount(units.length, locale)),
    note: units.map(({ name }) => shortName(name)).join("; "),
  }));
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join("; ");
}
