import { ComparisonPage } from "@/components/cases/reconciliation/comparison-page";
import { orNotFound } from "@/components/results/or-not-found";
import { reportKeyOf } from "@/components/results/route-key";
import { requireActor } from "@/lib/auth/session";
import { getRegisterComparison } from "@/lib/cases/comparison/queries";
import { caseComparisonText } from "@/lib/i18n/case-comparison";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { params: Promise<{ agency: string; year: string; month: string }> };

export async function generateMetadata() {
  return { title: caseComparisonText[await currentLocale()].name };
}

export default async function ReconciliationPage({ params }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const comparison = await orNotFound(getRegisterComparison(actor, reportKeyOf(await params)));
  return <ComparisonPage comparison={comparison} locale={locale} />;
}
