import { ReviewList } from "@/components/results/review/review-list";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { shellText } from "@/lib/i18n/shell";
import { listWork } from "@/lib/results/work/queries";

export async function generateMetadata() {
  return { title: shellText[await currentLocale()].reviews };
}

export default async function ReviewsPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const work = await listWork(actor);
  return <ReviewList waiting={work.filter(({ kind }) => kind === "waiting")} locale={locale} />;
}
