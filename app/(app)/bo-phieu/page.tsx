import { BallotList } from "@/components/ballots/ballot-list";
import { requireActor } from "@/lib/auth/session";
import { listBallots } from "@/lib/ballots/queries";
import { ballotText } from "@/lib/i18n/ballot-page";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata() {
  return { title: ballotText[await currentLocale()].name };
}

export default async function BallotsPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  return <BallotList ballots={await listBallots(actor)} locale={locale} />;
}
