import { TableFrame } from "@/components/results/table-frame";
import type { CaseImportReport } from "@/lib/cases/imports/types";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { caseImportPageText } from "@/lib/i18n/case-import-page";
import { paths } from "@/lib/paths";

const MOST = 200;

/** What a check found, or what was written: the finding first, then every problem with its place. */
export function CaseImportPanel({ report, locale }: { report: CaseImportReport; locale: Locale }) {
  const t = caseImportPageText[locale];
  const { rows, issues, issueCount } = report;
  const isBad = issueCount > 0;
  return (
    <section className="card grid gap-3">
      <div
        role="status"
        className={`rounded-control px-3 py-2 ${isBad ? "bg-miss-soft text-miss" : "bg-met-soft text-met"}`}
      >
        <p className="font-semibold">{findingOf(report, locale)}</p>
        {issues.length > MOST && <p>{t.shown(formatCount(MOST, locale))}</p>}
      </div>
      {!isBad && !report.dryRun && (
        <p>
          <a className="link" href={paths.cases()}>
            {t.register}
          </a>
        </p>
      )}
      {isBad && (
        <TableFrame label={t.bad(String(issueCount), String(rows))} tall>
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t.row}
                </th>
                <th scope="col">{t.column}</th>
                <th scope="col">{t.value}</th>
                <th scope="col">{t.message}</th>
              </tr>
            </thead>
            <tbody>
              {issues.slice(0, MOST).map((issue) => (
                <tr key={`${issue.row} ${issue.column} ${issue.message}`} className="align-top">
                  <td className="number">{issue.row ?? ""}</td>
                  <td>{issue.column}</td>
                  <td className="max-w-64 break-all">
                    <bdi>{issue.value}</bdi>
                  </td>
                  <td className="min-w-64">{locale === "vi" ? issue.message : issue.messageEn}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </section>
  );
}

function findingOf({ rows, accepted, issueCount, dryRun, layout }: CaseImportReport, locale: Locale): string {
  const t = caseImportPageText[locale];
  const count = (n: number) => formatCount(n, locale);
  if (issueCount > 0) return t.bad(count(issueCount), count(rows));
  return dryRun ? t.good(count(rows), t.layout[layout ?? "cases"]) : t.done(count(accepted));
}
