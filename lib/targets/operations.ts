import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import { setTargetsInput, targetForm } from "./schema";

export const setTargets = defineOperation({
  name: "setTargets",
  permission: "targets.assign",
  input: setTargetsInput,
  subjects: () => null,
  run: commands.setTargets,
});

export const setTargetsByForm = defineOperation({
  name: "setTargetsByForm",
  permission: "targets.assign",
  input: targetForm,
  subjects: () => null,
  run: commands.setTargetsByForm,
});
