import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/components/results/or-not-found";
import { IndicatorProof } from "@/components/scoreboard/indicator-proof";
import { Proof } from "@/components/scoreboard/proof";
import { requireActor } from "@/lib/auth/session";
import { currentLocale } from "@/lib/i18n/locale";
import { getHeadlineProofs, getNamedProof } from "@/lib/proofs/queries";
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
  const { indicator } = place.data;
  if (indicator && indicator !== "R_C" && indicator !== "R_M") {
    const named = await orNotFound(getNamedProof(actor, { ...place.data, indicator, asOf: undefined }));
    return <IndicatorProof named={named} locale={locale} />;
  }
  const proof = await orNotFound(getProof(actor, place.data));
  const recomputed = place.data.verify || place.data.asOf ? await getHeadlineProofs(actor, place.data) : null;
  return <Proof proof={proof} recomputed={recomputed} query={place.data} locale={locale} />;
}
