import type { Metadata } from "next";
import { orNotFound } from "@/components/results/or-not-found";
import { ViewsPage } from "@/components/views/views-page";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { viewsText } from "@/lib/i18n/views";
import { listViews } from "@/lib/views/queries";
import { viewsPageSchema } from "@/lib/views/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: viewsText[await currentLocale()].title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SavedViewsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const { done, refused } = viewsPageSchema.parse(search);
  const views = await orNotFound(listViews(actor));
  return <ViewsPage views={views} done={done} refused={refused} locale={locale} />;
}
