import { defineOperation } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { periodContaining } from "@/lib/core/period";
import * as commands from "./commands";
import { decideActivityInput, reportActivityInput, withdrawActivityInput } from "./schema";

/** Who may is asked as of the month in which it was done. */
const own = ({ agency, happenedOn }: { agency: string; happenedOn: Day }) => [
  { agency, period: periodContaining(happenedOn) },
];

export const reportActivity = defineOperation({
  name: "campaigns.reportActivity",
  permission: "campaigns.join",
  input: reportActivityInput,
  subjects: own,
  run: commands.reportActivity,
});

export const withdrawActivity = defineOperation({
  name: "campaigns.withdrawActivity",
  permission: "campaigns.join",
  input: withdrawActivityInput,
  subjects: own,
  run: commands.withdrawActivity,
});

export const decideActivity = defineOperation({
  name: "campaigns.decideActivity",
  permission: "campaigns.verify",
  input: decideActivityInput,
  subjects: own,
  run: commands.decideActivity,
});
