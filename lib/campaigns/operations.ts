import { defineOperation } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { periodContaining } from "@/lib/core/period";
import * as commands from "./commands";
import {
  addLineInput,
  moveCampaignInput,
  putCampaignInput,
  removeLineInput,
  startCampaignInput,
} from "./schema";

/** Who may is asked as of the month the campaign begins in. */
const own = ({ agency, startsOn }: { agency: string; startsOn: Day }) => [
  { agency, period: periodContaining(startsOn) },
];

export const putCampaign = defineOperation({
  name: "campaigns.put",
  permission: "campaigns.plan",
  input: putCampaignInput,
  subjects: own,
  run: commands.putCampaign,
});

export const startCampaign = defineOperation({
  name: "campaigns.start",
  permission: "campaigns.plan",
  input: startCampaignInput,
  subjects: own,
  run: commands.startCampaign,
});

export const addCampaignLine = defineOperation({
  name: "campaigns.addLine",
  permission: "campaigns.plan",
  input: addLineInput,
  subjects: own,
  run: commands.addCampaignLine,
});

export const removeCampaignLine = defineOperation({
  name: "campaigns.removeLine",
  permission: "campaigns.plan",
  input: removeLineInput,
  subjects: own,
  run: commands.removeCampaignLine,
});

export const moveCampaign = defineOperation({
  name: "campaigns.move",
  permission: "campaigns.issue",
  input: moveCampaignInput,
  subjects: own,
  run: commands.moveCampaign,
});
