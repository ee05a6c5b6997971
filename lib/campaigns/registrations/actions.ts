"use server";

import { defineFormAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { registerForCampaign, unregisterFromCampaign } from "./operations";

const shown = ({ code }: { code?: unknown }) => [paths.campaign(String(code))];

export const registerAction = defineFormAction(registerForCampaign, { revalidates: shown });
export const unregisterAction = defineFormAction(unregisterFromCampaign, { revalidates: shown });
