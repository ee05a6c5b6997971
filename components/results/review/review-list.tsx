import { ApprovalBoard } from "@/components/results/review/approval-board";
import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/lib/core/locale";
import { reviewText } from "@/lib/i18n/review";
import type { WorkItem } from "@/lib/results/work/types";

/** Every report that waits for the actor. */
export function ReviewList({ waiting, locale }: { waiting: readonly WorkItem[]; locale: Locale }) {
  const t = reviewText[locale];
  return (
    <>
      <PageHeader title={t.listTitle(waiting.length)}>
        <span>{waiting.length === 0 ? t.listEmpty : t.listLead}</span>
      </PageHeader>
      <ApprovalBoard waiting={waiting} locale={locale} />
    </>
  );
}
