import type { Locale } from "@/lib/core/locale";
import { viewsText } from "@/lib/i18n/views";
import { paths } from "@/lib/paths";
import type { SavedView } from "@/lib/views/types";

type Props = { view: SavedView; locale: Locale };

/** One's own views, each with what can be done to it: plain forms only. */
export function ViewList({ views, locale }: { views: readonly SavedView[]; locale: Locale }) {
  const t = viewsText[locale];
  if (views.length === 0) {
    return (
      <p className="card">
        {t.empty} {t.emptyHint}{" "}
        <a className="link" href={paths.results()}>
          {t.toResults}
        </a>
      </p>
    );
  }
  return (
    <ol className="card grid !py-1">
      {views.map((view, at) => (
        <li key={view.id} className="grid gap-1 border-b border-line-2 py-2 last:border-0">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <a className="link min-w-0 grow basis-60 break-words" href={view.path}>
              {view.name}
            </a>
            {at > 0 && <Move view={view} to="up" locale={locale} />}
            {at < views.length - 1 && <Move view={view} to="down" locale={locale} />}
          </div>
          <Edit view={view} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function Move({ view, to, locale }: Props & { to: "up" | "down" }) {
  const t = viewsText[locale];
  const label = to === "up" ? t.upOf(view.name) : t.downOf(view.name);
  return (
    <form method="post" action={paths.saveView()}>
      <input type="hidden" name="work" value="move" />
      <input type="hidden" name="id" value={view.id} />
      <button type="submit" className="button" name="to" value={to} aria-label={label}>
        <span aria-hidden="true">{to === "up" ? "↑" : "↓"}</span> {t[to]}
      </button>
    </form>
  );
}

function Edit({ view, locale }: Props) {
  const t = viewsText[locale];
  return (
    <details>
      <summary className="w-fit cursor-pointer text-sm text-ink-2" aria-label={t.editOf(view.name)}>
        {t.edit}
      </summary>
      <div className="mt-2 flex flex-wrap items-end gap-3">
        <form method="post" action={paths.saveView()} className="flex grow flex-wrap items-end gap-3">
          <input type="hidden" name="work" value="rename" />
          <input type="hidden" name="id" value={view.id} />
          <input type="hidden" name="version" value={view.version} />
          <label className="grow sm:max-w-sm">
            <span className="label text-sm">{t.name}</span>
            <input className="field" name="name" required maxLength={80} defaultValue={view.name} />
          </label>
          <button type="submit" className="button">
            {t.rename}
          </button>
        </form>
        <form method="post" action={paths.saveView()}>
          <input type="hidden" name="work" value="delete" />
          <input type="hidden" name="id" value={view.id} />
          <button type="submit" className="button" aria-label={t.removeOf(view.name)}>
            {t.remove}
          </button>
        </form>
      </div>
    </details>
  );
}
