import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Results } from "@/components/scoreboard/results";
import { requireActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { currentLocale } from "@/lib/i18n/locale";
import { getScoreboard } from "@/lib/scoreboard/queries";
import { boardQuery, resultsSchema } from "@/lib/scoreboard/schema";

export const metadata: Metadata = { title: "Bảng kết quả" };

type ResultsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ResultsPage({ searchParams }: ResultsPageProps) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const state = resultsSchema.parse(search);
  const board = await getScoreboard(actor, boardQuery(state)).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") notFound();
    throw error;
  });
  return <Results board={board} state={state} locale={locale} />;
}
