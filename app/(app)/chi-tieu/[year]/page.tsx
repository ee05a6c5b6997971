import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SetPage } from "@/components/targets/sets/set-page";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { currentLocale } from "@/lib/i18n/locale";
import { targetYear } from "@/lib/targets/schema";
import { getTargetSet, previewCascade } from "@/lib/targets/sets/queries";
import { setQuery } from "@/lib/targets/sets/schema";

export const metadata: Metadata = { title: "Bộ chỉ tiêu" };

type Props = {
  params: Promise<{ year: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function TargetSetPage({ params, searchParams }: Props) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const year = targetYear.safeParse((await params).year);
  if (!year.success) notFound();
  const { version, parent, indicator, method } = setQuery.parse(await searchParams);
  const set = await getTargetSet(actor, year.data, version).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") notFound();
    throw error;
  });
  const isAssigning = canSomewhere(actor, "targets.assign");
  const asked = parent && method ? { year: year.data, parent, indicator, method } : null;
  const proposal = isAssigning && asked ? await previewCascade(actor, asked) : null;
  return <SetPage {...{ set, isAssigning, asked, proposal, locale }} />;
}
