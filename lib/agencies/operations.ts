import { defineOperation } from "@/lib/actions/operation";
import { recordAgencyEvent as record } from "./commands";
import { agencyEventInput } from "./schema";

export const recordAgencyEvent = defineOperation({
  name: "recordAgencyEvent",
  permission: "agencies.manage",
  input: agencyEventInput,
  subjects: () => null,
  run: record,
});
