"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { addCampaignLine, moveCampaign, removeCampaignLine, startCampaign } from "./operations";

const shown = ({ code }: { code?: unknown }) => [paths.campaigns(), paths.campaign(String(code))];

export const startCampaignAction = defineFormAction(startCampaign, { revalidates: shown });
export const addCampaignLineAction = defineFormAction(addCampaignLine, { revalidates: shown });
export const removeCampaignLineAction = defineFormAction(removeCampaignLine, { revalidates: shown });
export const moveCampaignAction = defineFormAction(moveCampaign, { revalidates: shown });
