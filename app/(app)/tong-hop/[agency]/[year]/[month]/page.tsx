import { orNotFound } from "@/components/results/or-not-found";
import { reportKeyOf } from "@/components/results/route-key";
import { SummaryBoard } from "@/components/results/summary/summary-board";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { workText } from "@/lib/i18n/work";
import { getProvinceSummary } from "@/lib/summaries/queries";

type Props = { params: Promise<{ agency: string; year: string; month: string }> };

export async function generateMetadata({ params }: Props) {
  const { month } = reportKeyOf(await params);
  return { title: workText[await currentLocale()].summaryTitle(month) };
}

export default async function SummaryPage({ params }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const summary = await orNotFound(getProvinceSummary(actor, reportKeyOf(await params)));
  return <SummaryBoard summary={summary} locale={locale} />;
}
