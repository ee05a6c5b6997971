import { CampaignList } from "@/components/campaigns/campaign-list";
import { orNotFound } from "@/components/results/or-not-found";
import { requireActor } from "@/lib/auth/session";
import { listCampaigns } from "@/lib/campaigns/queries";
import { campaignsQuery } from "@/lib/campaigns/schema";
import { campaignText } from "@/lib/i18n/campaign-page";
import { currentLocale } from "@/lib/i18n/locale";
import { getCurrentYear } from "@/lib/periods/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: campaignText[await currentLocale()].name };
}

export default async function CampaignsPage({ searchParams }: Props) {
  const [actor, locale, search] = await Promise.all([requireActor(), currentLocale(), searchParams]);
  const year = campaignsQuery.parse(search).year ?? (await getCurrentYear()) - 1;
  const campaigns = await orNotFound(listCampaigns(actor));
  return <CampaignList {...{ actor, campaigns, year, locale }} />;
}
