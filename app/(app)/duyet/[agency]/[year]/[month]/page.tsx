import { ComparisonCard } from "@/components/cases/reconciliation/comparison-card";
import { orNotFound } from "@/components/results/or-not-found";
import { ReviewWorkspace } from "@/components/results/review/review-workspace";
import { reportKeyOf } from "@/components/results/route-key";
import { requireActor } from "@/lib/auth/session";
import { findRegisterSummary } from "@/lib/cases/comparison/queries";
import { currentLocale } from "@/lib/i18n/locale";
import { reviewText } from "@/lib/i18n/review";
import { getReferenceDay } from "@/lib/results/completeness/queries";
import { getReview } from "@/lib/results/review/queries";

type Props = { params: Promise<{ agency: string; year: string; month: string }> };

export async function generateMetadata({ params }: Props) {
  const { month } = reportKeyOf(await params);
  return { title: reviewText[await currentLocale()].title(month) };
}

export default async function ReviewPage({ params }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const key = reportKeyOf(await params);
  const review = await orNotFound(getReview(actor, key));
  const summary = await findRegisterSummary(actor, key);
  return (
    <ReviewWorkspace review={review} user={actor.userId} today={await getReferenceDay()} locale={locale}>
      <ComparisonCard summary={summary} place={key} locale={locale} />
    </ReviewWorkspace>
  );
}
