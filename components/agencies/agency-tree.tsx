import type { AgencyBranch } from "@/lib/agencies/view";
import type { Locale } from "@/lib/core/locale";
import { agenciesText, KIND_LABELS } from "@/lib/i18n/agencies";
import { paths } from "@/lib/paths";

type Props = { branches: readonly AgencyBranch[]; isOpen: boolean; locale: Locale };

/** Provinces, each opening into its districts. */
export function AgencyTree({ branches, isOpen, locale }: Props) {
  const t = agenciesText[locale];
  if (branches.length === 0) return <p className="card text-ink-2">{t.none}</p>;
  return (
    <ul className="card grid gap-1">
      {branches.map(({ agency, units }) => (
        <li key={agency.code} className="border-b border-line-2 py-1.5 last:border-0">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <a className="link font-semibold" href={paths.agency(agency.code)}>
              {agency.name}
            </a>
            <span className="text-sm text-ink-3">
              {KIND_LABELS[agency.kind][locale]} · {agency.code}
            </span>
          </div>
          {units.length > 0 && (
            <details className="mt-1 ml-4" open={isOpen}>
              <summary className="text-sm text-ink-2">
                {units.length} {t.units.toLowerCase()}
              </summary>
              <ul className="mt-1 grid gap-1 sm:grid-cols-2">
                {units.map((unit) => (
                  <li key={unit.code}>
                    <a className="link" href={paths.agency(unit.code)}>
                      {unit.name}
                    </a>{" "}
                    <span className="text-sm text-ink-3">{unit.code}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}
