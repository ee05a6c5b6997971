import { formatCount, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { LINE_COMPARISON_LABELS, targetSetText } from "@/lib/i18n/target-sets";
import { findIndicator } from "@/lib/indicators/rules";
import type { SetLine, TargetSet } from "@/lib/targets/sets/types";

/** The lines of a set as the document has them; tracked ones say so and carry no verdict. */
export function SetLines({ set, locale }: { set: TargetSet; locale: Locale }) {
  const t = targetSetText[locale];
  return (
    <section className="card table-frame mb-5" tabIndex={0} aria-label={t.lines}>
      <table className="table">
        <caption className="mb-2 text-left font-semibold">{t.lineTotal(set.lines.length)}</caption>
        <thead>
          <tr>
            {[t.agency, t.indicator, t.demand, t.scope, t.wording, t.source].map((each) => (
              <th scope="col" key={each}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {set.lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the position is what a line of a document is known by.
            <tr key={at}>
              <th scope="row">{set.names[line.agency] ?? line.agency}</th>
              <td>{findIndicator(line.indicator)?.name[locale] ?? line.indicator}</td>
              <td className="font-semibold">{demandText(line, locale)}</td>
              <td className="text-sm text-ink-2">{line.scope}</td>
              <td className="max-w-80 text-sm text-ink-2">{line.wording}</td>
              <td className="max-w-60 text-sm text-ink-3">{line.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function demandText({ comparison, indicator, pct, count, baselineYear }: SetLine, locale: Locale): string {
  const unit = findIndicator(indicator)?.unit[locale] ?? "";
  const numbers = [
    pct === null ? "" : `${formatDecimal(pct, locale)} %`,
    count === null ? "" : `${formatCount(count, locale)} ${unit}`,
    comparison === "higherThanBaseline" ? String(baselineYear) : "",
  ];
  return [LINE_COMPARISON_LABELS[comparison][locale], ...numbers].filter((each) => each !== "").join(" ");
}
