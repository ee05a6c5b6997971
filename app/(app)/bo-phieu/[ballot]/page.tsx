import { notFound } from "next/navigation";
import { BallotPage } from "@/components/ballots/ballot-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getBallot } from "@/lib/ballots/queries";
import { ballotParams } from "@/lib/ballots/schema";
import { ballotText } from "@/lib/i18n/ballot-page";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { params: Promise<{ ballot: string }> };

export async function generateMetadata() {
  return { title: ballotText[await currentLocale()].name };
}

export default async function OneBallotPage({ params }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const parsed = ballotParams.safeParse({ id: (await params).ballot });
  if (!parsed.success) notFound();
  return <BallotPage ballot={await orNotFound(getBallot(actor, parsed.data.id))} locale={locale} />;
}
