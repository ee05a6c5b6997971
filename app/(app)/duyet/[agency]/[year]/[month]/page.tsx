import { orNotFound } from "@/components/results/or-not-found";
import { ReviewWorkspace } from "@/components/results/review/review-workspace";
import { reportKeyOf } from "@/components/results/route-key";
import { requireActor } from "@/lib/auth/session";
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
  const review = await orNotFound(getReview(actor, reportKeyOf(await params)));
  return (
    <ReviewWorkspace review={review} user={actor.userId} today={await getReferenceDay()} locale={locale} />
  );
}
