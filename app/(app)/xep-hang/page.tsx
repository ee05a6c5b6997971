import { RankingPage } from "@/components/ranking/ranking-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { leadersText } from "@/lib/i18n/leaders";
import { currentLocale } from "@/lib/i18n/locale";
import { getRanking } from "@/lib/rankings/queries";
import { rankingOf } from "@/lib/rankings/rules";
import { rankingSchema } from "@/lib/rankings/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: leadersText[await currentLocale()].ranking };
}

export default async function RankPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const state = rankingSchema.parse(search);
  const basis = await orNotFound(getRanking(actor, state));
  return <RankingPage board={basis.board} ranked={rankingOf(basis, state)} state={state} locale={locale} />;
}
