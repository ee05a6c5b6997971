import type { Metadata } from "next";
import { AssignTargets } from "@/components/targets/assign-targets";
import { SetList } from "@/components/targets/sets/set-list";
import { TargetTable } from "@/components/targets/target-table";
import { YearForm } from "@/components/targets/year-form";
import { PageHeader } from "@/components/ui/page-header";
import { canSomewhere } from "@/lib/auth/permissions";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { targetsText } from "@/lib/i18n/targets";
import { listTargets } from "@/lib/targets/queries";
import { yearQuery } from "@/lib/targets/schema";
import { listTargetSets } from "@/lib/targets/sets/queries";

export const metadata: Metadata = { title: "Chỉ tiêu" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TargetsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const { year } = yearQuery.parse(search);
  const targets = await listTargets(actor, year);
  const sets = canSomewhere(actor, "results.read") ? await listTargetSets(actor) : [];
  const assigned = targets.filter(
    ({ lines }) => lines.R_C?.inheritedFrom === null || lines.R_M?.inheritedFrom === null,
  );
  return (
    <>
      <PageHeader title={targetsText[locale].title(assigned.length, year)} />
      <YearForm year={year} locale={locale} />
      {canSomewhere(actor, "targets.assign") && <AssignTargets year={year} locale={locale} />}
      <SetList sets={sets} locale={locale} />
      <TargetTable targets={targets} locale={locale} />
    </>
  );
}
