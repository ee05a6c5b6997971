import { defineOperation } from "@/lib/actions/operation";
import { periodContaining } from "@/lib/core/period";
import * as commands from "./commands";
import { freezeInput } from "./schema";

export const freezeStandings = defineOperation({
  name: "campaigns.freeze",
  permission: "campaigns.issue",
  input: freezeInput,
  subjects: ({ agency, startsOn }) => [{ agency, period: periodContaining(startsOn) }],
  run: commands.freezeStandings,
});
