import { notFound } from "next/navigation";
import { PrepareForm } from "@/components/ballots/prepare-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/session";
import { listCouncils } from "@/lib/councils/queries";
import { ballotDeskText } from "@/lib/i18n/ballot-desk";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { params: Promise<{ council: string }> };

export async function generateMetadata() {
  return { title: ballotDeskText[await currentLocale()].prepareTitle };
}

export default async function PrepareBallotPage({ params }: Props) {
  const [actor, locale, { council: id }] = await Promise.all([requireActor(), currentLocale(), params]);
  const council = (await listCouncils(actor)).find((each) => each.id === id && each.runs);
  if (!council) notFound();
  return (
    <>
      <PageHeader title={ballotDeskText[locale].prepareTitle}>
        <span>{council.name}</span>
      </PageHeader>
      <PrepareForm council={council} locale={locale} />
    </>
  );
}
