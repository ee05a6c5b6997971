import { TableFrame } from "@/components/results/table-frame";
import { formatPoints, formatRate } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { MEASURES, type Measure } from "@/lib/form/columns";
import { entryText } from "@/lib/i18n/entry";
import { reviewText } from "@/lib/i18n/review";
import type { EffectLine, RankedRate, ReviewView } from "@/lib/results/review/types";

/** What an approval would do to the rates and ranks of the unit, its province and the nation. */
export function EffectTable({ effect, locale }: { effect: ReviewView["effect"]; locale: Locale }) {
  const t = reviewText[locale];
  return (
    <section className="card">
      <h2>{t.effect}</h2>
      <TableFrame label={t.effect}>
        <table className="table">
          <thead>
            <tr>
              <td />
              {[
                `${t.rate} · ${t.before}`,
                `${t.rate} · ${t.after}`,
                t.change,
                `${t.rank} · ${t.before}`,
                `${t.rank} · ${t.after}`,
              ].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {MEASURES.flatMap((measure) =>
              effect[measure].map((line) => (
                <EffectRow key={`${measure}:${line.level}`} measure={measure} line={line} locale={locale} />
              )),
            )}
          </tbody>
        </table>
      </TableFrame>
    </section>
  );
}

function EffectRow({ measure, line, locale }: { measure: Measure; line: EffectLine; locale: Locale }) {
  const t = reviewText[locale];
  const { level, before, after } = line;
  return (
    <tr>
      <th
        scope="row"
        className="font-normal! text-ink!"
      >{`${t.level[level]}, ${entryText[locale].measureShort[measure]}`}</th>
      <td className="number text-ink-2">{rateOf(before, locale)}</td>
      <td className="number">{rateOf(after, locale)}</td>
      <td className="number">{pointsBetween(before, after, locale)}</td>
      <td className="number text-ink-2">{rankOf(before, locale)}</td>
      <td className="number">{rankOf(after, locale)}</td>
    </tr>
  );
}

function rateOf({ ratio }: RankedRate, locale: Locale): string {
  return ratio === null ? "–" : formatRate(ratio, locale);
}

function rankOf({ rank, of }: RankedRate, locale: Locale): string {
  const t = reviewText[locale];
  return rank === null ? t.noRank : t.rankOf(rank, of);
}

function pointsBetween({ ratio: before }: RankedRate, { ratio: after }: RankedRate, locale: Locale): string {
  if (!before || !after || before.denominator <= 0n || after.denominator <= 0n) return "–";
  const n = after.numerator * before.denominator - before.numerator * after.denominator;
  return formatPoints({ n, d: after.denominator * before.denominator }, locale);
}
