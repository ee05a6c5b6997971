import { LeadersPage } from "@/components/cases/leaders/leaders-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getLeadersDocket } from "@/lib/cases/leaders/queries";
import { leadersState } from "@/lib/cases/leaders/schema";
import { caseLeadersText } from "@/lib/i18n/case-leaders";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: caseLeadersText[await currentLocale()].name };
}

export default async function DocketPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const found = await orNotFound(getLeadersDocket(actor, leadersState.parse(search)));
  return <LeadersPage found={found} locale={locale} />;
}
