import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { COUNCIL_LEVELS, SEAT_ROLES } from "./types";

const day = z
  .string()
  .refine(isDay, { error: "a day YYYY-MM-DD", params: { vi: "một ngày có thật, dạng YYYY-MM-DD" } });
const agency = z.string().trim().min(1).max(64);

export const loginParam = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,63}$/);

export const createCouncilInput = z.strictObject({
  agency,
  level: z.enum(COUNCIL_LEVELS),
  name: z.string().trim().min(1).max(200),
  decision: z.string().trim().min(1).max(100),
  validFrom: day.optional(),
});
export const seatMemberInput = z.strictObject({
  agency,
  council: z.uuid(),
  login: loginParam,
  role: z.enum(SEAT_ROLES),
  validFrom: day.optional(),
});
export const endSeatInput = z.strictObject({
  agency,
  council: z.uuid(),
  seat: z.uuid(),
  validUntil: day.optional(),
});

export type CreateCouncil = z.output<typeof createCouncilInput>;
export type SeatMember = z.output<typeof seatMemberInput>;
export type EndSeat = z.output<typeof endSeatInput>;
