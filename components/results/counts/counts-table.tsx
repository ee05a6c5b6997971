import { formatCount } from "@/lib/core/format";
import type { Locale } from "@/lib/core/locale";
import { COUNT_CODES, COUNT_LABELS, type Counts } from "@/lib/form/counts";
import { countsText as t } from "@/lib/i18n/counts";

/** The counts beside the form, to read; nothing when none was stated. */
export function CountsTable({ counts, locale }: { counts: Counts; locale: Locale }) {
  const stated = COUNT_CODES.flatMap((code) => {
    const value = counts[code];
    return value === undefined ? [] : [{ code, value, ...COUNT_LABELS[code] }];
  });
  if (stated.length === 0) return null;
  return (
    <section className="card table-frame mt-5" tabIndex={0} aria-label={t.title[locale]}>
      <table className="table">
        <caption className="mb-2 text-left font-semibold">{t.title[locale]}</caption>
        <thead>
          <tr>
            <th scope="col">{t.count[locale]}</th>
            <th scope="col" className="number">
              {t.value[locale]}
            </th>
            <th scope="col">{t.unit[locale]}</th>
          </tr>
        </thead>
        <tbody>
          {stated.map(({ code, value, label, unit }) => (
            <tr key={code}>
              <th scope="row">{`${code} – ${label[locale]}`}</th>
              <td className="number">{formatCount(value, locale)}</td>
              <td>{unit[locale]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
