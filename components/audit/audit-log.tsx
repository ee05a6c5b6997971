import type { AuditFilter } from "@/lib/audit/schema";
import type { AuditLineView, AuditPage } from "@/lib/audit/types";
import { momentText, pageQuery, payloadText, problemText } from "@/lib/audit/view";
import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { auditText } from "@/lib/i18n/audit";
import { paths } from "@/lib/paths";

/** Whether the chains are whole, when that was asked. */
export function AuditVerdict({ verified, locale }: { verified: AuditPage["verified"]; locale: Locale }) {
  const t = auditText[locale];
  if (verified === null) return null;
  const { lines, chains, problems } = verified;
  if (problems.length === 0) {
    return (
      <p role="status" className="mb-4 rounded-control bg-met-soft px-3 py-2 text-met">
        {t.intact(formatCount(lines, locale), formatCount(chains, locale))}
      </p>
    );
  }
  return (
    <div role="alert" className="mb-4 rounded-control bg-miss-soft px-3 py-2 text-miss">
      <p className="font-semibold">{t.broken(formatCount(problems.length, locale))}</p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.chain}:${problem.seq}:${problem.problem}`}>{problemText(problem, locale)}</li>
        ))}
      </ul>
    </div>
  );
}

/** The lines themselves, newest first. */
export function AuditLog({
  audit,
  filter,
  locale,
}: {
  audit: AuditPage;
  filter: AuditFilter;
  locale: Locale;
}) {
  const t = auditText[locale];
  if (audit.lines.length === 0) return <p className="card">{t.none}</p>;
  return (
    <div className="card">
      <section className="table-frame" tabIndex={0} aria-label={t.title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t.time}</th>
              <th scope="col">{t.actor}</th>
              <th scope="col">{t.action}</th>
              <th scope="col">{t.subject}</th>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.details}</th>
            </tr>
          </thead>
          <tbody>
            {audit.lines.map((line) => (
              <AuditRow key={`${line.chain}:${line.seq}`} line={line} locale={locale} />
            ))}
          </tbody>
        </table>
      </section>
      <Pager audit={audit} filter={filter} locale={locale} />
    </div>
  );
}

function AuditRow({ line, locale }: { line: AuditLineView; locale: Locale }) {
  const t = auditText[locale];
  const payload = payloadText(line, locale);
  return (
    <tr className="align-top">
      <td className="whitespace-nowrap">{momentText(line.at)}</td>
      <td>{line.actor}</td>
      <td>{line.action}</td>
      <td className="break-all">{line.subject}</td>
      <td className="whitespace-nowrap">
        {line.chain} #{line.seq}
      </td>
      <td>
        {line.payload === null ? (
          <span className="text-ink-2">{payload}</span>
        ) : (
          <details>
            <summary>{t.details}</summary>
            <pre className="max-w-xl whitespace-pre-wrap break-all text-sm">{payload}</pre>
            <p className="break-all text-ink-2 text-sm">sha256 {line.hash}</p>
          </details>
        )}
      </td>
    </tr>
  );
}

function Pager({
  audit: { page, pages, total },
  filter,
  locale,
}: {
  audit: AuditPage;
  filter: AuditFilter;
  locale: Locale;
}) {
  const t = auditText[locale];
  return (
    <nav className="mt-3 flex flex-wrap items-center gap-4" aria-label={t.page(String(page), String(pages))}>
      <span className="text-ink-2">
        {t.found(formatCount(total, locale))} ·{" "}
        {t.page(formatCount(page, locale), formatCount(pages, locale))}
      </span>
      {page > 1 && (
        <a className="link" href={paths.audit(pageQuery(filter, page - 1))}>
          {t.newer}
        </a>
      )}
      {page < pages && (
        <a className="link" href={paths.audit(pageQuery(filter, page + 1))}>
          {t.older}
        </a>
      )}
    </nav>
  );
}
