import { z } from "zod";
import { type Day, isDay } from "@/lib/core/day";
import { agencyParam } from "@/lib/scoreboard/schema";
import { caseIdParam } from "./register/schema";
import { CATEGORIES, EVENT_KINDS, INITIATIVES, OPEN_STATES, START_KINDS, URGENCIES } from "./types";

const dayText = z.string().refine((text): text is Day => isDay(text), {
  error: "a day such as 2022-09-30",
  params: { vi: "một ngày như 2022-09-30" },
});
/** Whole đồng, as a number's digits: JSON numbers lose big ones. */
const amountText = z.string().regex(/^\d{1,18}$/);
const words = (most: number) => z.string().trim().max(most).default("");
const optionalText = z.string().trim().max(200).optional();

/** TRANSFERRED is written by changes of the organisation only. */
const recordableKinds = EVENT_KINDS.filter((kind) => kind !== "TRANSFERRED");

export const addEventInput = z.strictObject({
  agency: agencyParam,
  caseId: caseIdParam,
  kind: z.enum(recordableKinds),
  day: dayText,
  amount: amountText.optional(),
  /** The class of the part that PART_SET_ASIDE sets aside. */
  aside: z.enum(OPEN_STATES).optional(),
  ground: words(200),
  reference: words(100),
  note: words(2000),
  /** The event that COUNTERED cancels: the last one that counts. */
  counters: z.int().min(1).optional(),
  /** The last event known to who writes; another one meanwhile is a conflict. */
  expectedSeq: z.int().min(1).optional(),
});
export type AddEventInput = z.output<typeof addEventInput>;

/** Body of POST /api/v1/cases/{id}/events: the case is in the address, its agency in the register. */
export const addEventBody = addEventInput.omit({ agency: true, caseId: true });

export const createCaseInput = z.strictObject({
  agency: agencyParam,
  year: z.int().min(1990).max(2100),
  number: z.int().min(1).max(999_999_999),
  court: z.string().trim().min(1).max(200),
  judgmentNumber: z.string().trim().min(1).max(100),
  judgmentDate: dayText,
  effectiveDate: dayText,
  receivedOn: dayText,
  decisionNumber: z.string().trim().min(1).max(100),
  decisionDate: dayText,
  initiative: z.enum(INITIATIVES),
  category: z.enum(CATEGORIES).default("OTHER"),
  urgency: z.enum(URGENCIES).default("NORMAL"),
  amount: amountText,
  obligation: words(2000),
  enteredOn: dayText,
  start: z.enum(START_KINDS).default("ACCEPTED"),
  officer: optionalText,
  debtor: z.string().trim().max(300).optional(),
  creditor: z.string().trim().max(300).optional(),
});
export type CreateCaseInput = z.output<typeof createCaseInput>;

export const assignInput = z.strictObject({
  ...{ agency: agencyParam, caseId: caseIdParam },
  officer: z.string().trim().min(1).max(64),
  from: dayText,
});
export type AssignInput = z.output<typeof assignInput>;

export const openPartiesInput = z.strictObject({ agency: agencyParam, caseId: caseIdParam });
export const findPartiesInput = z.strictObject({
  agency: agencyParam,
  name: z.string().trim().min(3).max(100),
});
export const erasePartiesInput = z.strictObject({
  ...{ agency: agencyParam, caseId: caseIdParam },
  reason: z.string().trim().min(1).max(500),
});
