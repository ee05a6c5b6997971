import type { Locale } from "@/lib/core/locale";
import { targetsText } from "@/lib/i18n/targets";

const years = Array.from({ length: 18 }, (_, index) => 2010 + index);

/** Chooses the statistical year; the address holds it. */
export function YearForm({ year, locale }: { year: number; locale: Locale }) {
  const t = targetsText[locale];
  return (
    <form className="mb-5 flex items-end gap-3">
      <div>
        <label className="label" htmlFor="year">
          {t.year}
        </label>
        <select className="field" id="year" name="year" defaultValue={year}>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}
