import { defineOperation } from "@/lib/actions/operation";
import { recordAgencyEvent as record } from "./commands";
import { abolishForm, agencyEventInput, moveForm, renameForm } from "./schema";

export const recordAgencyEvent = defineOperation({
  name: "recordAgencyEvent",
  permission: "agencies.manage",
  input: agencyEventInput,
  subjects: () => null,
  run: record,
});

export const renameAgency = defineOperation({
  name: "renameAgency",
  permission: "agencies.manage",
  input: renameForm,
  subjects: () => null,
  run: (context, input) => record(context, { kind: "RENAME", ...input }),
});

export const moveAgency = defineOperation({
  name: "moveAgency",
  permission: "agencies.manage",
  input: moveForm,
  subjects: () => null,
  run: (context, input) => record(context, { kind: "MOVE", ...input }),
});

export const abolishAgency = defineOperation({
  name: "abolishAgency",
  permission: "agencies.manage",
  input: abolishForm,
  subjects: () => null,
  run: (context, input) => record(context, { kind: "ABOLISH", moves: [], ...input }),
});
