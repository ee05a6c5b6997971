import { defineOperation } from "@/lib/actions/operation";
import * as commands from "./commands";
import * as schema from "./schema";

const keeping = { permission: "periods.manage", subjects: () => null } as const;
const calendar = { permission: "calendar.manage", subjects: () => null } as const;

/** What those who keep the periods do with them. */
export const periodOperations = {
  setStatus: defineOperation({
    ...keeping,
    name: "periods.setStatus",
    input: schema.setStatusInput,
    run: commands.setStatus,
    afterwards: commands.anchorLock,
  }),
  reopen: defineOperation({
    ...keeping,
    name: "periods.reopen",
    input: schema.reopenInput,
    run: commands.reopenPeriod,
  }),
  endReopening: defineOperation({
    ...keeping,
    name: "periods.endReopening",
    input: schema.endReopeningInput,
    run: commands.endReopening,
  }),
};

/** Holidays and the working days they were swapped with. */
export const calendarOperations = {
  set: defineOperation({
    ...calendar,
    name: "calendar.set",
    input: schema.setCalendarInput,
    run: commands.setCalendarDay,
  }),
  remove: defineOperation({
    ...calendar,
    name: "calendar.remove",
    input: schema.removeCalendarInput,
    run: commands.removeCalendarDay,
  }),
};
