import { orNotFound } from "@/components/results/or-not-found";
import { StandingsPage } from "@/components/standings/standings-page";
import { requireActor } from "@/lib/auth/session";
import { leadersText } from "@/lib/i18n/leaders";
import { currentLocale } from "@/lib/i18n/locale";
import { getStandings } from "@/lib/standings/queries";
import { standingsSchema } from "@/lib/standings/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: leadersText[await currentLocale()].indicators };
}

export default async function IndicatorsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const standings = await orNotFound(getStandings(actor, standingsSchema.parse(search)));
  return <StandingsPage standings={standings} locale={locale} />;
}
