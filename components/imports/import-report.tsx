import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { importsText } from "@/lib/i18n/imports";
import type { ImportReport } from "@/lib/imports/reports/types";
import { changeRows, findingOf, issueRows } from "@/lib/imports/view";
import { ChangesTable, IssuesTable } from "./report-tables";

/** What a dry run found, or what an import did: the finding first, then problems, then changes. */
export function ImportReportPanel({ report, locale }: { report: ImportReport; locale: Locale }) {
  const t = importsText[locale];
  const count = (n: number) => formatCount(n, locale);
  const { accepted, rows, unchanged, issues, issueCount, changes, changeCount, dryRun } = report;
  const finding = findingOf(report);
  const isDone = !dryRun && finding !== "blocked";
  const tone = finding === "blocked" ? "bg-miss-soft text-miss" : "bg-met-soft text-met";
  const changesCaption = (isDone ? t.changed : t.changes)(count(changes.length), count(changeCount));
  return (
    <div className="grid gap-4">
      <div role="status" className={`rounded-control px-3 py-2 ${tone}`}>
        <p className="font-semibold">{(isDone ? t.imported : t.checked)(count(accepted), count(rows))}</p>
        {!isDone && <p>{t[finding]}</p>}
        {unchanged > 0 && finding !== "nothingNew" && <p>{t.unchanged(count(unchanged))}</p>}
      </div>
      {issues.length > 0 && (
        <IssuesTable
          rows={issueRows(issues, locale)}
          caption={t.issues(count(issues.length), count(issueCount))}
          locale={locale}
        />
      )}
      {changes.length > 0 && (
        <details open={issues.length === 0}>
          <summary className="pb-2 font-semibold">{changesCaption}</summary>
          <ChangesTable rows={changeRows(changes, locale)} caption={changesCaption} locale={locale} />
        </details>
      )}
    </div>
  );
}
