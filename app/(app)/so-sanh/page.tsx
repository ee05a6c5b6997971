import { ComparisonPage } from "@/components/comparison/comparison-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getComparison } from "@/lib/comparisons/queries";
import { comparisonSchema } from "@/lib/comparisons/schema";
import { leadersText } from "@/lib/i18n/leaders";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: leadersText[await currentLocale()].comparison };
}

export default async function ComparePage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const state = comparisonSchema.parse(search);
  const comparison = await orNotFound(getComparison(actor, state));
  return <ComparisonPage comparison={comparison} q={state.q} locale={locale} />;
}
