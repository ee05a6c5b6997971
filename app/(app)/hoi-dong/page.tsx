import { CouncilBoard } from "@/components/councils/council-board";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { listCouncils } from "@/lib/councils/queries";
import { councilText } from "@/lib/i18n/councils";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata() {
  return { title: councilText[await currentLocale()].name };
}

export default async function CouncilsPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const homes = canSomewhere(actor, "councils.manage") ? actor.assignments.map(({ agency }) => agency) : [];
  return <CouncilBoard councils={await listCouncils(actor)} homes={homes} locale={locale} />;
}
