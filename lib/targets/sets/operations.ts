import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import { cascadeInput, draftForm, issueInput, putTargetSetInput } from "./schema";

export const putTargetSet = defineOperation({
  name: "putTargetSet",
  permission: "targets.assign",
  input: putTargetSetInput,
  subjects: () => null,
  run: commands.putTargetSet,
});

export const draftTargetSet = defineOperation({
  name: "draftTargetSet",
  permission: "targets.assign",
  input: draftForm,
  subjects: () => null,
  run: commands.draftTargetSet,
});

export const cascadeTargets = defineOperation({
  name: "cascadeTargets",
  permission: "targets.assign",
  input: cascadeInput,
  subjects: () => null,
  run: commands.cascadeTargets,
});

export const issueTargetSet = defineOperation({
  name: "issueTargetSet",
  permission: "targets.assign",
  input: issueInput,
  subjects: () => null,
  run: commands.issueTargetSet,
});
