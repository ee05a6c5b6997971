import type { Locale } from "@/lib/core/locale";
import { viewsText } from "@/lib/i18n/views";
import { paths } from "@/lib/paths";

/** "Lưu cách xem này": a small plain form for any page whose state is in its address. `path` is that address. */
export function SaveView({ path, locale }: { path: string; locale: Locale }) {
  const t = viewsText[locale];
  return (
    <details className="no-print">
      <summary className="link w-fit cursor-pointer text-sm">{t.save}</summary>
      <form
        method="post"
        action={paths.saveView()}
        className="card mt-2 flex max-w-2xl flex-wrap items-end gap-3"
      >
        <input type="hidden" name="work" value="save" />
        <input type="hidden" name="path" value={path} />
        <label className="grow">
          <span className="label text-sm">{t.name}</span>
          <input className="field" name="name" required maxLength={80} placeholder={t.nameHint} />
        </label>
        <label className="flex min-h-10 items-center gap-2 text-sm">
          <input type="checkbox" name="newest" className="size-5" />
          {t.newest}
        </label>
        <button type="submit" className="button">
          {t.submit}
        </button>
      </form>
    </details>
  );
}
