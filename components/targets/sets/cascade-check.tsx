import { formatCount, formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { targetSetText } from "@/lib/i18n/target-sets";
import { findIndicator } from "@/lib/indicators/rules";
import type { SetCheck } from "@/lib/targets/sets/types";

/** Whether the units' demands reach their superior's, and what would make them. */
export function CascadeCheck({ check, locale }: { check: SetCheck; locale: Locale }) {
  const t = targetSetText[locale];
  return (
    <details className="card mb-3" open={check.reaches === false}>
      <summary>
        <span className={chipOf(check)}>{findIndicator(check.indicator)?.name[locale]}</span>{" "}
        {findingOf(check, locale)}
      </summary>
      {check.reaches === false && (
        <p className="mt-3 text-ink-2">
          {check.togetherPoints === null
            ? t.impossible
            : t.together(formatDecimal(check.togetherPoints, locale))}
        </p>
      )}
      <section className="table-frame mt-3" tabIndex={0} aria-label={`${t.check}: ${check.name}`}>
        <table className="table">
          <thead>
            <tr>
              {[t.agency, t.eligible, t.baseline, t.pct, t.aloneTo].map((each) => (
                <th scope="col" key={each}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {check.children.map((child) => (
              <ChildRow key={child.agency} child={child} check={check} locale={locale} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

type RowProps = { child: SetCheck["children"][number]; check: SetCheck; locale: Locale };

function ChildRow({ child, check, locale }: RowProps) {
  const t = targetSetText[locale];
  const needsMore = check.reaches === false && child.eligible > 0n;
  return (
    <tr>
      <th scope="row">{child.name}</th>
      <td className="number">{formatCount(child.eligible, locale)}</td>
      <td className="number">{child.baselinePct === null ? "" : formatDecimal(child.baselinePct, locale)}</td>
      <td className="number">
        {formatDecimal(child.pct, locale)}{" "}
        <span className="text-sm text-ink-3">{child.inheritedFrom === null ? t.own : t.inherited}</span>
      </td>
      <td className="number">
        {needsMore && (child.aloneTo === null ? t.notAlone : formatDecimal(child.aloneTo, locale))}
      </td>
    </tr>
  );
}

function chipOf({ reaches }: SetCheck): string {
  return reaches === null ? "chip" : `chip ${reaches ? "chip-met" : "chip-miss"}`;
}

function findingOf({ name, weightedPct, pct, reaches }: SetCheck, locale: Locale): string {
  const t = targetSetText[locale];
  if (weightedPct === null) return t.unweighable(name);
  const [weighted, asked] = [formatDecimal(weightedPct, locale), formatDecimal(pct, locale)];
  return reaches ? t.reaches(name, weighted, asked) : t.fallsShort(name, weighted, asked);
}
