import type { Day } from "@/lib/core/day";
import type { Locale } from "@/lib/core/locale";
import { agenciesText } from "@/lib/i18n/agencies";

/** The day and the search, in the address. */
export function AgencyFilter({ day, search, locale }: { day: Day; search: string; locale: Locale }) {
  const t = agenciesText[locale];
  return (
    <form className="mb-5 flex flex-wrap items-end gap-3">
      <div>
        <label className="label" htmlFor="day">
          {t.asOf}
        </label>
        <input className="field" id="day" name="ngay" type="date" defaultValue={day} />
      </div>
      <div className="min-w-56 grow">
        <label className="label" htmlFor="search">
          {t.search}
        </label>
        <input className="field" id="search" name="q" type="search" defaultValue={search} />
      </div>
      <button type="submit" className="button">
        {t.show}
      </button>
    </form>
  );
}
