import { type Day, formatDay } from "@/lib/core/day";
import { formatCount, formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { percent, type Ratio } from "@/lib/core/ratio";
import { decimalText, roundHalfUp } from "@/lib/core/rounding";
import { campaignText } from "@/lib/i18n/campaign-page";
import { ACTIVITY_LABELS } from "@/lib/i18n/campaigns";
import { LINE_COMPARISON_LABELS } from "@/lib/i18n/target-sets";
import { findIndicator } from "@/lib/indicators/rules";
import { formatBasisPoints, type Target, targetRate } from "@/lib/metrics/target";
import type { AgencyStanding, CampaignView, LineStanding, Live, LiveLine } from "./live/types";
import type { Band, Campaign, Line, ListedCampaign } from "./types";

/** What a line asks, in words. Example: "ít nhất 75,00 %". */
export function demandText(line: Line, locale: Locale): string {
  const t = campaignText[locale];
  if (line.kind === "ACTIVITY" && line.activity && line.quantity !== null) {
    const unit = ACTIVITY_LABELS[line.activity].unit[locale];
    return t.atLeast(`${formatCount(line.quantity, locale)} ${unit}`, line.scope === "EACH");
  }
  if (line.kind === "MILESTONE" && line.dueOn) return t.by(formatDay(line.dueOn));
  if (line.kind !== "INDICATOR" || line.comparison === null) return t.followed;
  if (line.bands) return line.bands.map((band) => bandText(band, line, locale)).join("; ");
  const word = LINE_COMPARISON_LABELS[line.comparison][locale];
  if (line.comparison === "higherThanBaseline") return `${word} ${line.baselineYear}`;
  if (line.countValue !== null) {
    const unit = findIndicator(line.indicator ?? "")?.unit[locale] ?? "";
    return `${word} ${formatCount(line.countValue, locale)} ${unit}`;
  }
  return `${word} ${rateText(BigInt(line.basisPoints ?? 0), locale)}`;
}

function bandText({ over, upTo, basisPoints }: Band, { comparison }: Line, locale: Locale): string {
  const t = campaignText[locale];
  const rate = basisPoints === null ? t.notSet : rateText(basisPoints, locale);
  const word =
    basisPoints === null || comparison === null ? "" : `${LINE_COMPARISON_LABELS[comparison][locale]} `;
  const from = formatCount(over, locale);
  return `${upTo === null ? t.above(from) : t.band(from, formatCount(upTo, locale))}: ${word}${rate}`;
}

function rateText(basisPoints: bigint, locale: Locale): string {
  return formatRate({ numerator: basisPoints, denominator: 10_000n }, locale);
}

/** A target as a rate in words; "–" where nothing can be asked. */
export function targetText(target: Target | null, locale: Locale): string {
  const rate = target && targetRate(target);
  if (!target || !rate) return "–";
  return formatRate({ numerator: rate.n, denominator: rate.d }, locale);
}

/** Where a line stands, in words: a rate or a count. */
export function standingText({ ratio, count }: LineStanding, line: Line, locale: Locale): string {
  if (ratio) return formatRate(ratio, locale);
  const unit = findIndicator(line.indicator ?? "")?.unit[locale] ?? "";
  return count === null ? "–" : `${formatCount(count, locale)} ${unit}`;
}

/** Points over the target with the sign; empty when nothing is compared. */
export function overText({ over }: LineStanding, locale: Locale): string {
  return over === null ? "" : formatPoints(over, locale);
}

/** Both days of a campaign or a phase. */
export function daysText({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string {
  return `${formatDay(startsOn)} – ${formatDay(endsOn)}`;
}

/** A day in a month of the calendar: the twelfths of a year that a bar covers, 0 to 12. */
export function monthsCovered({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, year: number) {
  const place = (date: Day) => (Number(date.slice(0, 4)) - year) * 12 + Number(date.slice(5, 7));
  const from = Math.max(1, place(startsOn));
  const to = Math.min(12, place(endsOn));
  return from > to ? null : { from, to };
}

/** Campaigns as GET /api/v1/campaigns answers them. */
export function campaignsBody(campaigns: readonly ListedCampaign[]) {
  return { campaigns: campaigns.map(listedBody) };
}

function listedBody({ phases, lineCount, issuedAt, ...head }: ListedCampaign) {
  return { ...head, issuedAt: issuedAt?.toISOString() ?? null, lines: lineCount, phases };
}

/** One campaign as GET /api/v1/campaigns/{code} answers it: the document, and where it stands. */
export function campaignBody({ campaign, parent, children, taking, live, names }: CampaignView) {
  const { lines, issuedAt, ...head } = campaign;
  const states = new Map(live?.lines.map((each) => [each.line.position, each]));
  return {
    ...head,
    issuedAt: issuedAt?.toISOString() ?? null,
    names,
    parentName: parent?.name ?? null,
    children: children.map(({ code, name, state }) => ({ code, name, state })),
    participants: taking,
    targets: lines.map((line) => ({ ...lineBody(line), live: liveBody(states.get(line.position)) })),
    standings: live && {
      agency: live.root.agency,
      ranked: live.ranked,
      live: live.standings.map(rowBody),
    },
  };
}

function lineBody({ basisPoints, countValue, bands, ...line }: Line) {
  return {
    ...line,
    pct: basisPoints === null ? null : formatBasisPoints(BigInt(basisPoints)),
    count: countValue,
    bands:
      bands?.map(({ over, upTo, basisPoints: asked }) => ({
        ...{ over, upTo },
        pct: asked === null ? null : formatBasisPoints(asked),
      })) ?? null,
  };
}

function liveBody(live: LiveLine | undefined) {
  return live?.standing ? { period: live.period, window: live.window, ...standingBody(live.standing) } : null;
}

function standingBody({ ratio, count, target, verdict, over, remaining }: LineStanding) {
  const rate = target && targetRate(target);
  return {
    ...(ratio
      ? { numerator: ratio.numerator, denominator: ratio.denominator, ratePct: percent(ratio) }
      : { count }),
    targetPct: rate ? percent(ratioOf(rate)) : null,
    points: over && decimalText(roundHalfUp(over.n * 10_000n, over.d), 2),
    ...{ verdict, remaining },
  };
}

function ratioOf({ n, d }: { n: bigint; d: bigint }): Ratio {
  return { numerator: n, denominator: d };
}

function rowBody({ agency, name, own, rank, met, judged, caseload, illustrative, lines }: AgencyStanding) {
  return {
    ...{ agency, name, own, rank, met, judged, caseload, illustrative },
    lines: Object.fromEntries(Object.entries(lines).map(([at, each]) => [at, standingBody(each)])),
  };
}

/** The finding of a list: what runs now, in one sentence's numbers. */
export function runningCount(campaigns: readonly ListedCampaign[]): number {
  return campaigns.filter(({ state }) => state === "RUNNING" || state === "REVIEWING").length;
}

/** Lines of one kind in the order of the document. */
export function linesOf({ lines }: Campaign, kinds: readonly Line["kind"][]): Line[] {
  return lines.filter(({ kind }) => kinds.includes(kind));
}

/** How many ranked agencies meet every line that is compared. */
export function metAll({ standings }: Live): number {
  return standings.filter(({ rank, met, judged }) => rank !== null && met === judged).length;
}
