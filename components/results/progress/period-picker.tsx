import type { Locale } from "@/lib/core/locale";
import { formatPeriod, type Period } from "@/lib/core/period";
import { workText } from "@/lib/i18n/work";

type PickerProps = { action: string; period: Period; agency?: string; locale: Locale };

const months = Array.from({ length: 12 }, (_, at) => at + 1);

/** Year and month of a list, as a plain GET form. */
export function PeriodPicker({ action, period, agency, locale }: PickerProps) {
  const t = workText[locale];
  return (
    <form method="get" action={action} className="no-print mb-4 flex flex-wrap items-end gap-3">
      {agency && <input type="hidden" name="agency" value={agency} />}
      <label>
        <span className="label">{t.year}</span>
        <input
          className="field w-28"
          name="year"
          type="number"
          min={2010}
          max={2099}
          required
          defaultValue={period.year}
        />
      </label>
      <label>
        <span className="label">{t.month}</span>
        <select className="field w-auto" name="month" defaultValue={period.month}>
          {months.map((month) => (
            <option key={month} value={month}>
              {formatPeriod({ year: period.year, month }, locale)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}
