"use client";

import { useEntry } from "@/components/results/entry/context";
import { type RateStanding, rateStanding } from "@/components/results/entry/standing";
import { VerdictChip } from "@/components/results/verdict-chip";
import { formatCount, formatDecimal, formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { formatMoneyWords } from "@/lib/core/money";
import { MEASURES, type Measure } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";
import { formatBasisPoints } from "@/lib/metrics/target";

/** The rates these figures give, moving while one types. */
export function RateCard() {
  const { view, version, liveAll, locale } = useEntry();
  const t = entryText[locale];
  return (
    <section className="card" aria-labelledby="rate-title">
      <h2 id="rate-title">{t.rateTitle}</h2>
      <div className="mt-2 grid gap-3 sm:max-[1399px]:grid-cols-2 sm:max-[1399px]:gap-8">
        {MEASURES.map((measure) => {
          const target = measure === "cases" ? view.targets.R_C : view.targets.R_M;
          const standing = rateStanding(liveAll.total, measure, version, target, view.period.month);
          return <RateLine key={measure} measure={measure} standing={standing} locale={locale} />;
        })}
      </div>
    </section>
  );
}

type LineProps = { measure: Measure; standing: RateStanding; locale: Locale };

function RateLine({ measure, standing, locale }: LineProps) {
  const t = entryText[locale];
  const { ratio, target, verdict } = standing;
  return (
    <div>
      <p className="flex items-baseline justify-between gap-3">
        <span className="text-ink-2">{t[measure]}</span>
        <strong className="text-xl tabular-nums">{ratio === null ? "–" : formatRate(ratio, locale)}</strong>
      </p>
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-sm text-ink-2">
        <span>{target === null ? t.noTarget : targetText(standing, locale)}</span>
        {ratio === null ? (
          <span>{t.ratePending}</span>
        ) : (
          verdict && <VerdictChip verdict={verdict} locale={locale} />
        )}
      </p>
      <p className="text-sm text-ink-2 tabular-nums">{distanceText(standing, measure, locale)}</p>
    </div>
  );
}

function targetText({ target }: RateStanding, locale: Locale): string {
  const t = entryText[locale];
  if (target === null) return "";
  const rate = formatDecimal(formatBasisPoints(BigInt(target.basisPoints)), locale);
  return `${t.targetOf[target.comparison]} ${rate}${locale === "vi" ? " %" : "%"} ${t.wholeYear}`;
}

/** "vượt 1,05 điểm %" or "còn 5,48 điểm %, cần thêm 12 việc xong". */
function distanceText(
  { excess, verdict, remaining }: RateStanding,
  measure: Measure,
  locale: Locale,
): string {
  const t = entryText[locale];
  if (excess === null || verdict === null) return "";
  if (verdict === "MET") return t.pointsOver(formatPoints(excess, locale).replace("+", ""));
  const short = t.pointsShort(
    formatPoints({ n: excess.n < 0n ? -excess.n : excess.n, d: excess.d }, locale).replace("+", ""),
  );
  if (remaining === 0n) return short;
  const more =
    measure === "cases"
      ? t.remainingCases(formatCount(remaining, locale))
      : t.remainingMoney(formatMoneyWords(remaining));
  return `${short}, ${more}`;
}
