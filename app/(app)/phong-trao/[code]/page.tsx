import { CampaignPage } from "@/components/campaigns/campaign-page";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { getParticipation } from "@/lib/campaigns/activities/queries";
import { getFrozen } from "@/lib/campaigns/frozen/queries";
import { getCampaign } from "@/lib/campaigns/queries";
import { campaignQuery } from "@/lib/campaigns/schema";
import { campaignText } from "@/lib/i18n/campaign-page";
import { currentLocale } from "@/lib/i18n/locale";

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata() {
  return { title: campaignText[await currentLocale()].name };
}

export default async function Page({ params, searchParams }: Props) {
  const [actor, locale, { code }, search] = await Promise.all([
    requireActor(),
    currentLocale(),
    params,
    searchParams,
  ]);
  const { agency } = campaignQuery.parse(search);
  const view = await orNotFound(getCampaign(actor, code, agency));
  const isDraft = view.campaign.state === "DRAFT";
  const [participation, frozen] = isDraft
    ? [null, []]
    : [await getParticipation(actor, code), await getFrozen(actor, code)];
  return <CampaignPage {...{ view, participation, frozen, locale }} />;
}
