import { apiRoute } from "@/lib/actions/api";
import { listCampaigns } from "@/lib/campaigns/queries";
import { campaignsBody } from "@/lib/campaigns/view";

export const GET = apiRoute(async ({ actor }) => campaignsBody(await listCampaigns(actor)));
