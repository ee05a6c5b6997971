import { ProgressBoard } from "@/components/results/progress/progress-board";
import { periodOf } from "@/components/results/route-key";
import { requireActor } from "@/lib/auth/session";
import { addDays } from "@/lib/core/day";
import { periodContaining } from "@/lib/core/period";
import { currentLocale } from "@/lib/i18n/locale";
import { shellText } from "@/lib/i18n/shell";
import { countCompleteness, getReferenceDay } from "@/lib/results/completeness/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: shellText[await currentLocale()].completeness };
}

export default async function ProgressPage({ searchParams }: Props) {
  const [actor, locale, search, today] = await Promise.all([
    requireActor(),
    currentLocale(),
    searchParams,
    getReferenceDay(),
  ]);
  // The month that has just ended is the one being reported.
  const period = periodOf(search, periodContaining(addDays(today, -20)));
  const view = await countCompleteness(actor, period);
  const agency = typeof search.agency === "string" ? search.agency : undefined;
  return <ProgressBoard view={view} period={period} agency={agency} locale={locale} />;
}
