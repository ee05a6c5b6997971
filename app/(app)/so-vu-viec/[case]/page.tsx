import { notFound } from "next/navigation";
import { CaseFilePage } from "@/components/cases/case-file";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getCase } from "@/lib/cases/file/queries";
import { getRegisterPlace } from "@/lib/cases/list/queries";
import { caseIdParam } from "@/lib/cases/register/schema";
import { caseFileText } from "@/lib/i18n/case-file";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { params: Promise<{ case: string }> };

export async function generateMetadata() {
  return { title: caseFileText[await currentLocale()].name };
}

export default async function CasePage({ params }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const id = caseIdParam.safeParse((await params).case);
  if (!id.success) notFound();
  const file = await orNotFound(getCase(actor, id.data));
  const place = await orNotFound(getRegisterPlace(actor, file.agency));
  return <CaseFilePage file={file} place={place} today={place.today} locale={locale} />;
}
