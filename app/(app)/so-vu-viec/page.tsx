import { CaseRegister } from "@/components/cases/case-register";
import { CellRegister } from "@/components/cases/cell-register";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getCaseList, getCellList } from "@/lib/cases/list/queries";
import { cellState, listState } from "@/lib/cases/list/schema";
import { caseListText } from "@/lib/i18n/case-list";
import { currentLocale } from "@/lib/i18n/locale";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: caseListText[await currentLocale()].name };
}

export default async function CasesPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const cell = cellState.safeParse(search);
  if (cell.success) {
    const list = await orNotFound(getCellList(actor, cell.data));
    return <CellRegister list={list} cell={cell.data} locale={locale} />;
  }
  const state = listState.parse(search);
  return <CaseRegister list={await orNotFound(getCaseList(actor, state))} state={state} locale={locale} />;
}
