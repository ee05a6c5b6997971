import { EntryWorkspace } from "@/components/results/entry-workspace";
import { orNotFound } from "@/components/results/or-not-found";
import { reportKeyOf } from "@/components/results/route-key";
import { requireActor } from "@/lib/auth/session";
import { findRegisterDraft } from "@/lib/cases/draft/queries";
import { now } from "@/lib/clock";
import { dayOfInstant } from "@/lib/core/day";
import { entryText } from "@/lib/i18n/entry";
import { currentLocale } from "@/lib/i18n/locale";
import { getReferenceDay } from "@/lib/results/completeness/queries";
import { getEntry } from "@/lib/results/queries";

type Props = { params: Promise<{ agency: string; year: string; month: string }> };

export async function generateMetadata({ params }: Props) {
  const { month } = reportKeyOf(await params);
  return { title: entryText[await currentLocale()].title(month) };
}

export default async function EntryPage({ params }: Props) {
  const actor = await requireActor();
  const locale = await currentLocale();
  const key = reportKeyOf(await params);
  const view = await orNotFound(getEntry(actor, key));
  const register = await findRegisterDraft(actor, key);
  const days = { today: dayOfInstant(now()), reference: await getReferenceDay() };
  return <EntryWorkspace view={view} user={actor.userId} {...days} locale={locale} register={register} />;
}
