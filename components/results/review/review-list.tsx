import { ApprovalList } from "@/components/results/review/approval-list";
import { PageHeader } from "@/components/ui/page-header";
import type { Locale } from "@/lib/core/locale";
import { periodKey } from "@/lib/core/period";
import { reviewText } from "@/lib/i18n/review";
import type { WorkItem } from "@/lib/results/work/types";

/** Every report that waits for the actor, by period, oldest first. */
export function ReviewList({ waiting, locale }: { waiting: readonly WorkItem[]; locale: Locale }) {
  const t = reviewText[locale];
  const keys = [...new Set(waiting.map(({ period }) => periodKey(period)))].sort();
  const groups = keys.map((key) => waiting.filter(({ period }) => periodKey(period) === key));
  return (
    <>
      <PageHeader title={t.listTitle(waiting.length)}>
        <span>{waiting.length === 0 ? t.listEmpty : t.listLead}</span>
      </PageHeader>
      <div className="grid gap-5">
        {groups.map(
          (reports) =>
            reports[0] && (
              <ApprovalList
                key={periodKey(reports[0].period)}
                period={reports[0].period}
                reports={reports}
                locale={locale}
              />
            ),
        )}
      </div>
    </>
  );
}
