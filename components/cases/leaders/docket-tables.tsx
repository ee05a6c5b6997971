import type { ReactNode } from "react";
import { TableFrame } from "@/components/results/table-frame";
import { type GroupSum, sumOf, sumOfCategory } from "@/lib/cases/leaders/rules";
import type { Docket } from "@/lib/cases/register/types";
import { CATEGORIES } from "@/lib/cases/types";
import { formatCount, formatRate, formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseLeadersText } from "@/lib/i18n/case-leaders";
import { CATEGORY_LABELS } from "@/lib/i18n/cases";
import { paths } from "@/lib/paths";

type TableProps = { docket: Docket; locale: Locale };

/** How long the open cases have been waiting. */
export function AgesTable({ docket, locale }: TableProps) {
  const t = caseLeadersText[locale];
  const total = docket.ages.reduce((sum, { outstanding }) => sum + outstanding, 0n);
  return (
    <Sheet title={t.ages} heads={[t.cases, t.outstanding, t.share]} first={t.age}>
      {docket.ages.map(({ years, cases, outstanding }) => (
        <tr key={years}>
          <th scope="row">{t.years[years]}</th>
          <td className="number">{formatCount(cases, locale)}</td>
          <td className="number">{formatThousands(outstanding, locale)}</td>
          <td className="number">{formatRate({ numerator: outstanding, denominator: total }, locale)}</td>
        </tr>
      ))}
    </Sheet>
  );
}

/** Credit, state budget and corruption cases among the open ones. */
export function CategoriesTable({ docket, units, locale }: TableProps & { units: string }) {
  const t = caseLeadersText[locale];
  const figures = ({ cases, outstanding, eligible }: GroupSum) => (
    <>
      <td className="number">{formatCount(cases, locale)}</td>
      <td className="number">{formatCount(eligible, locale)}</td>
      <td className="number">{formatThousands(outstanding, locale)}</td>
    </>
  );
  return (
    <Sheet title={t.categories} heads={[t.cases, t.eligible, t.outstanding]} first={t.category}>
      {CATEGORIES.map((category) => (
        <tr key={category}>
          <th scope="row">
            <a className="proof" href={paths.cases({ agency: docket.agency, children: units, category })}>
              {CATEGORY_LABELS[category][locale]}
            </a>
          </th>
          {figures(sumOfCategory(docket.groups, category))}
        </tr>
      ))}
      <tr className="font-semibold">
        <th scope="row">{t.total}</th>
        {figures(sumOf(docket.groups))}
      </tr>
    </Sheet>
  );
}

/** How many open cases each officer has, the busiest first. */
export function LoadTable({ docket, units, locale }: TableProps & { units: string }) {
  const t = caseLeadersText[locale];
  const casesOf = (officer: string) => paths.cases({ agency: docket.agency, children: units, officer });
  return (
    <Sheet title={t.load} heads={[t.cases, t.outstanding]} first={t.officer} note={t.loadNote}>
      {docket.officers.map(({ login, name, cases, outstanding }) => (
        <tr key={login}>
          <th scope="row">
            <a className="proof" href={casesOf(login)}>
              {name}
            </a>
          </th>
          <td className="number">{formatCount(cases, locale)}</td>
          <td className="number">{formatThousands(outstanding, locale)}</td>
        </tr>
      ))}
      {docket.unassigned > 0 && (
        <tr>
          <th scope="row">
            <a className="proof" href={casesOf("none")}>
              {t.unassigned}
            </a>
          </th>
          <td className="number">{formatCount(docket.unassigned, locale)}</td>
          <td className="number">–</td>
        </tr>
      )}
    </Sheet>
  );
}

type SheetProps = {
  title: string;
  first: string;
  heads: readonly string[];
  note?: string;
  children: ReactNode;
};

function Sheet({ title, first, heads, note, children }: SheetProps) {
  return (
    <section className="card grid gap-2">
      <h2>{title}</h2>
      {note && <p className="text-ink-2 text-sm">{note}</p>}
      <TableFrame label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{first}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className="number whitespace-normal!">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </TableFrame>
    </section>
  );
}
