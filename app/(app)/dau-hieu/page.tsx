import { orNotFound } from "@/components/results/or-not-found";
import { SignalBoard } from "@/components/signals/signal-board";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { signalPageText } from "@/lib/i18n/signal-page";
import { getCurrentYear } from "@/lib/periods/queries";
import { listSignals } from "@/lib/signals/queries";
import { signalsState } from "@/lib/signals/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: signalPageText[await currentLocale()].name };
}

export default async function SignalsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const { year, agency } = signalsState.parse(search);
  // The year that is over: a year's end is asked about.
  const asked = { year: year ?? (await getCurrentYear()) - 1, agency };
  return <SignalBoard found={await orNotFound(listSignals(actor, asked))} locale={locale} />;
}
