import type { Locale } from "@/lib/core/locale";
import { importsText } from "@/lib/i18n/imports";
import type { ChangeRow, IssueRow } from "@/lib/imports/view";

const chips = { blocking: "chip chip-miss", error: "chip chip-behind", warning: "chip chip-pace" } as const;

/** Every problem of a file: where, what was found, which rule, and what to do. */
export function IssuesTable({
  rows,
  caption,
  locale,
}: {
  rows: readonly IssueRow[];
  caption: string;
  locale: Locale;
}) {
  const t = importsText[locale];
  return (
    <section className="table-frame max-h-[32rem] overflow-y-auto" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="pb-2 text-left font-semibold">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t.row}
            </th>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.value}</th>
            <th scope="col">{t.rule}</th>
            <th scope="col">{t.severity}</th>
            <th scope="col">{t.message}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((issue) => (
            <tr key={issue.key}>
              <td className="number">{issue.row}</td>
              <td>{issue.column}</td>
              <td className="break-all">
                <bdi>{issue.value}</bdi>
              </td>
              <td>{issue.rule}</td>
              <td>
                <span className={chips[issue.level]}>{t[issue.level]}</span>
              </td>
              <td className="min-w-64">{issue.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The cells that an import changes, as they are and as the file has them. */
export function ChangesTable({
  rows,
  caption,
  locale,
}: {
  rows: readonly ChangeRow[];
  caption: string;
  locale: Locale;
}) {
  const t = importsText[locale];
  return (
    <section className="table-frame max-h-[32rem] overflow-y-auto" aria-label={caption} tabIndex={0}>
      <table className="table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.agency}</th>
            <th scope="col">{t.period}</th>
            <th scope="col">{t.measure}</th>
            <th scope="col">{t.column}</th>
            <th scope="col" className="number">
              {t.old}
            </th>
            <th scope="col" className="number">
              {t.new}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((change) => (
            <tr key={change.key}>
              <td>{change.agency}</td>
              <td>{change.period}</td>
              <td>{change.measure}</td>
              <td>{change.column}</td>
              <td className="number">{change.old}</td>
              <td className="number">{change.new}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
