import { WorkList } from "@/components/results/work-list";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { workText } from "@/lib/i18n/work";
import { listWork } from "@/lib/results/work/queries";

export async function generateMetadata() {
  return { title: workText[await currentLocale()].title };
}

export default async function WorkPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  return <WorkList work={await listWork(actor)} locale={locale} />;
}
