import { defineOperation } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { periodContaining } from "@/lib/core/period";
import * as commands from "./commands";
import { registerInput, unregisterInput } from "./schema";

const own = ({ agency, startsOn }: { agency: string; startsOn: Day }) => [
  { agency, period: periodContaining(startsOn) },
];

export const registerForCampaign = defineOperation({
  name: "campaigns.register",
  permission: "campaigns.join",
  input: registerInput,
  subjects: own,
  run: commands.register,
});

export const unregisterFromCampaign = defineOperation({
  name: "campaigns.unregister",
  permission: "campaigns.join",
  input: unregisterInput,
  subjects: own,
  run: commands.unregister,
});
