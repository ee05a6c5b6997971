import type { Metadata } from "next";
import { DigestPage } from "@/components/digest/digest-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getDigest } from "@/lib/digest/queries";
import { digestPageSchema } from "@/lib/digest/schema";
import { digestView } from "@/lib/digest/view";
import { digestText } from "@/lib/i18n/digest";
import { currentLocale } from "@/lib/i18n/locale";

export async function generateMetadata(): Promise<Metadata> {
  return { title: digestText[await currentLocale()].title };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MorningDigestPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const { ngay, agency } = digestPageSchema.parse(search);
  const digest = await orNotFound(getDigest(actor, { day: ngay, agency }));
  return <DigestPage view={digestView(digest, locale)} mornings={digest} agency={agency} locale={locale} />;
}
