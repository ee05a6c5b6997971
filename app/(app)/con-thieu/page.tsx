import { PlanPage } from "@/components/planning/plan-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { leadersText } from "@/lib/i18n/leaders";
import { currentLocale } from "@/lib/i18n/locale";
import { getPlanBasis } from "@/lib/planning/queries";
import { planned } from "@/lib/planning/rules";
import { planSchema } from "@/lib/planning/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: leadersText[await currentLocale()].plan };
}

export default async function MissingPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const state = planSchema.parse(search);
  const basis = await orNotFound(getPlanBasis(actor, state));
  return <PlanPage basis={basis} plan={planned(basis, state)} state={state} locale={locale} />;
}
