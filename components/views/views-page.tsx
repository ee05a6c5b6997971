import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/lib/core/locale";
import { viewsText } from "@/lib/i18n/views";
import { MOST_VIEWS, type SavedView, type ViewRefusal } from "@/lib/views/types";
import { ViewList } from "./view-list";

type Props = {
  views: readonly SavedView[];
  done: "save" | "rename" | "delete" | "move" | undefined;
  refused: ViewRefusal | undefined;
  locale: Locale;
};

/** One's own saved views, and what became of the last change. */
export function ViewsPage({ views, done, refused, locale }: Props) {
  const t = viewsText[locale];
  return (
    <>
      <PageHeader title={t.title}>
        <span>{t.count(views.length, MOST_VIEWS)}</span>
        <span>{t.lead}</span>
      </PageHeader>
      {refused && (
        <p role="alert" className="mb-4 rounded-control bg-miss-soft px-3 py-2 text-miss">
          {t.refusals[refused]}
        </p>
      )}
      {done && (
        <p role="status" className="mb-4 rounded-control bg-met-soft px-3 py-2 text-met">
          {t.done[done]}
        </p>
      )}
      <ViewList views={views} locale={locale} />
    </>
  );
}
