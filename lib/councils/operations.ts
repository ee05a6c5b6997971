import { defineOperation } from "@/lib/actions/operation";
import { day } from "@/lib/core/day";
import { periodContaining } from "@/lib/core/period";
import * as commands from "./commands";
import * as schema from "./schema";

const managing = {
  permission: "councils.manage",
  subjects: ({ agency }: { agency: string }) => [{ agency }],
} as const;

/** Who sits on an emulation council, decided by the head of its agency. */
export const councilOperations = {
  create: defineOperation({
    ...managing,
    // Of the day it is founded for: its agency may be another's unit by today.
    subjects: ({ agency, validFrom }) => [
      { agency, ...(validFrom && { period: periodContaining(day(validFrom)) }) },
    ],
    name: "councils.create",
    input: schema.createCouncilInput,
    run: commands.createCouncil,
  }),
  seat: defineOperation({
    ...managing,
    name: "councils.seat",
    input: schema.seatMemberInput,
    run: commands.seatMember,
  }),
  endSeat: defineOperation({
    ...managing,
    name: "councils.endSeat",
    input: schema.endSeatInput,
    run: commands.endSeat,
  }),
};
