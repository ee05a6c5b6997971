import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Proof } from "@/components/scoreboard/proof";
import { requireActor } from "@/lib/auth/session";
import { Failure } from "@/lib/core/failure";
import { currentLocale } from "@/lib/i18n/locale";
import { getHeadlineProofs } from "@/lib/proofs/queries";
import { getProof } from "@/lib/scoreboard/proof/queries";
import { proofSchema } from "@/lib/scoreboard/schema";

export const metadata: Metadata = { title: "Cách tính" };

type ProofPageProps = {
  params: Promise<{ agency: string; year: string; month: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProofPage({ params, searchParams }: ProofPageProps) {
  const [actor, locale] = await Promise.all([requireActor(), currentLocale()]);
  const place = proofSchema.safeParse({ ...(await searchParams), ...(await params) });
  if (!place.success) notFound();
  const proof = await getProof(actor, place.data).catch((error: unknown) => {
    if (error instanceof Failure && error.code === "not-found") notFound();
    throw error;
  });
  const recomputed = place.data.verify || place.data.asOf ? await getHeadlineProofs(actor, place.data) : null;
  return <Proof proof={proof} recomputed={recomputed} query={place.data} locale={locale} />;
}
