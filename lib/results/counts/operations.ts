import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import { saveCountsInput } from "./schema";

export const saveCounts = defineOperation({
  name: "saveCounts",
  permission: "results.record",
  input: saveCountsInput,
  subjects: ({ agency, year, month }) => [{ agency, period: { year, month } }],
  run: commands.saveCounts,
});
