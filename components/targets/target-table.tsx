import { formatDecimal } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { COMPARISON_LABELS, targetsText } from "@/lib/i18n/targets";
import type { AgencyTargets, TargetInForce } from "@/lib/targets/types";

/** What each agency is asked to reach, and whether the number is its own or its superior's. */
export function TargetTable({ targets, locale }: { targets: readonly AgencyTargets[]; locale: Locale }) {
  const t = targetsText[locale];
  const names = new Map(targets.map(({ agency, name }) => [agency, name]));
  return (
    <section className="card table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t.agency}</th>
            <th scope="col">{t.cases}</th>
            <th scope="col">{t.money}</th>
            <th scope="col">{t.source}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ agency, name, lines }) => (
            <tr key={agency}>
              <th scope="row">{name}</th>
              <TargetCell line={lines.R_C} names={names} locale={locale} />
              <TargetCell line={lines.R_M} names={names} locale={locale} />
              <td className="max-w-80 text-sm text-ink-2">{ownSource(lines.R_C) || ownSource(lines.R_M)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = { line: TargetInForce | null; names: ReadonlyMap<string, string>; locale: Locale };

function TargetCell({ line, names, locale }: CellProps) {
  const t = targetsText[locale];
  if (!line) return <td className="text-ink-3">{t.notSet}</td>;
  const { inheritedFrom, comparison, pct } = line;
  const value = pct === null ? "" : ` ${formatDecimal(pct, locale)} %`;
  return (
    <td className={inheritedFrom === null ? "" : "text-ink-2"}>
      <span className={inheritedFrom === null ? "font-semibold" : ""}>
        {COMPARISON_LABELS[comparison][locale]}
        {value}
      </span>{" "}
      <span className="text-sm text-ink-3">
        {inheritedFrom === null ? t.own : t.inherited(names.get(inheritedFrom) ?? inheritedFrom)}
      </span>
    </td>
  );
}

function ownSource(line: TargetInForce | null): string {
  return line && line.inheritedFrom === null ? line.source : "";
}
