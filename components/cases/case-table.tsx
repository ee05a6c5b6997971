import type { ReactNode } from "react";
import { StateChip } from "@/components/cases/state-chip";
import { TableFrame } from "@/components/results/table-frame";
import { yearsWaiting } from "@/lib/cases/list/view";
import type { CaseLine } from "@/lib/cases/register/types";
import { type Day, formatDay } from "@/lib/core/day";
import { formatThousands } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseListText } from "@/lib/i18n/case-list";
import { CATEGORY_LABELS, INITIATIVE_LABELS } from "@/lib/i18n/cases";
import { paths } from "@/lib/paths";
import { shortName } from "@/lib/scoreboard/view";

/** A column that a page adds on the right. */
type Extra = { key: string; head: string; cell: (line: CaseLine) => string };

type TableProps = {
  label: string;
  cases: readonly CaseLine[];
  today: Day;
  /** Names of agencies, where lines of several stand together. */
  names: ReadonlyMap<string, string> | null;
  extras?: readonly Extra[];
  locale: Locale;
};

/** Cases as lines; the number is the link, and j and k walk over them. */
export function CaseTable({ label, cases, today, names, extras = [], locale }: TableProps) {
  const t = caseListText[locale];
  return (
    <TableFrame label={label}>
      <table className="table">
        <thead>
          <tr>
            <Head>{t.number}</Head>
            {names && <Head>{t.agency}</Head>}
            <Head>{t.state}</Head>
            <Head>{t.category}</Head>
            <Head>{t.judgment}</Head>
            <Head>{t.officer}</Head>
            <Head isNumber>{t.entered}</Head>
            <Head isNumber>{t.outstanding}</Head>
            {extras.map(({ key, head }) => (
              <Head key={key} isNumber>
                {head}
              </Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((line) => (
            <Row key={line.id} {...{ line, today, names, extras, locale }} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

function Head({ children, isNumber = false }: { children: ReactNode; isNumber?: boolean }) {
  return (
    <th scope="col" className={`align-bottom ${isNumber ? "number whitespace-normal!" : ""}`}>
      {children}
    </th>
  );
}

type RowProps = { line: CaseLine } & Required<Pick<TableProps, "today" | "names" | "extras" | "locale">>;

function Row({ line, today, names, extras, locale }: RowProps) {
  const t = caseListText[locale];
  const years = yearsWaiting(line, today);
  return (
    <tr className="align-top focus-within:bg-line-2 hover:bg-line-2">
      <th scope="row" className="whitespace-nowrap">
        <a className="link inline-block min-h-6" data-case href={paths.case(line.id)}>
          {`${line.number}/${line.year}`}
        </a>
        <span className="block font-normal text-ink-2 text-sm">{line.decisionNumber}</span>
        {!line.inTime && <span className="block font-normal text-behind text-sm">{t.late}</span>}
      </th>
      {names && <td className="min-w-32">{shortName(names.get(line.agency) ?? line.agency)}</td>}
      <td>
        <StateChip state={line.state} locale={locale} />
        <span className="mt-1 block text-sm tabular-nums sm:hidden">
          {`${formatThousands(line.outstanding, locale)} ${t.unit}`}
        </span>
      </td>
      <td className="min-w-40">
        {CATEGORY_LABELS[line.category][locale]}
        <span className="block text-ink-2 text-sm">{INITIATIVE_LABELS[line.initiative][locale]}</span>
      </td>
      <td className="min-w-48">
        {`${line.judgmentNumber}, ${formatDay(line.judgmentDate)}`}
        <span className="block text-ink-2 text-sm">{line.court}</span>
      </td>
      <td className="min-w-32">{line.officer ?? <span className="text-ink-2">{t.noOfficer}</span>}</td>
      <td className="number">
        {formatDay(line.enteredOn)}
        {years > 0 && <span className="block text-ink-2 text-sm">{t.yearsOld(years)}</span>}
      </td>
      <td className="number">
        {formatThousands(line.outstanding, locale)}
        <span className="block text-ink-2 text-sm">{t.of(formatThousands(line.amount, locale))}</span>
      </td>
      {extras.map(({ key, cell }) => (
        <td key={key} className="number">
          {cell(line)}
        </td>
      ))}
    </tr>
  );
}
