import type { Locale } from "@/lib/core/locale";
import { viewsText } from "@/lib/i18n/views";
import { paths } from "@/lib/paths";
import type { SavedView } from "@/lib/views/types";

/** One's own views as links, for the start page; nothing when there are none. */
export function ViewLinks({ views, locale }: { views: readonly SavedView[]; locale: Locale }) {
  if (views.length === 0) return null;
  return (
    <section className="no-print mt-6 grid gap-1">
      <h2 className="text-base">
        <a className="link" href={paths.views()}>
          {viewsText[locale].title}
        </a>
      </h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-1">
        {views.map(({ id, name, path }) => (
          <li key={id} className="min-w-0">
            <a className="link break-words" href={path}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
