import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import { answerInput } from "./schema";

export const answerSignal = defineOperation({
  name: "answerSignal",
  permission: "signals.answer",
  input: answerInput,
  subjects: ({ agency, year }) => [{ agency, period: { year, month: 12 } }],
  run: commands.answerSignal,
});
