import { orNotFound } from "@/components/results/or-not-found";
import { WorkList } from "@/components/results/work-list";
import { ViewLinks } from "@/components/views/view-links";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { workText } from "@/lib/i18n/work";
import { listWork } from "@/lib/results/work/queries";
import { listViews } from "@/lib/views/queries";

export async function generateMetadata() {
  return { title: workText[await currentLocale()].title };
}

export default async function WorkPage() {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const [work, views] = await Promise.all([listWork(actor), orNotFound(listViews(actor))]);
  return (
    <>
      <WorkList work={work} locale={locale} />
      <ViewLinks views={views} locale={locale} />
    </>
  );
}
