import { z } from "zod";
import { day, isDay } from "@/lib/core/day";
import { AGENCY_KINDS } from "./types";

const dayText = z
  .string()
  .refine(isDay, { error: "a day YYYY-MM-DD", params: { vi: "một ngày có thật, dạng YYYY-MM-DD" } })
  .transform(day);
const code = z.string().refine((text) => /^[a-z0-9][a-z0-9-]{1,63}$/.test(text), {
  error: "a code of 2 to 64 letters a–z, digits and dashes, such as cc-325",
  params: { vi: "mã gồm 2 đến 64 chữ cái a–z, chữ số, gạch nối, ví dụ cc-325" },
});
const name = z.string().trim().min(3).max(200);

const decision = {
  decisionNumber: z.string().trim().min(1).max(100),
  decisionDate: dayText,
  effectiveOn: dayText,
  note: z.string().trim().max(2000).default(""),
  /** The state of the organisation that a preview was shown of; recorded only if it still stands. */
  expectedRevision: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional(),
};

const founded = z.strictObject({ code, kind: z.enum(AGENCY_KINDS), name, parent: code.nullable() });

/** Units of an agency that ends, and whom each answers to from then on. */
const moves = z
  .array(z.strictObject({ agency: code, parent: code }))
  .max(200)
  .default([]);

export const agencyEventInput = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("RENAME"), agency: code, name, ...decision }),
  z.strictObject({ kind: z.literal("MOVE"), agency: code, parent: code, ...decision }),
  z.strictObject({ kind: z.literal("ABOLISH"), agency: code, moves, ...decision }),
  z.strictObject({ kind: z.literal("FOUND"), founded, ...decision }),
  z.strictObject({
    kind: z.literal("MERGE"),
    predecessors: z.array(code).min(1).max(100),
    successor: z.union([code, founded]),
    ...decision,
  }),
  z.strictObject({
    kind: z.literal("SPLIT"),
    agency: code,
    successors: z.array(founded).min(2).max(50),
    moves,
    ...decision,
  }),
]);

export const asOfQuery = z.strictObject({ asOf: dayText.optional() });

export type AgencyEventInput = z.output<typeof agencyEventInput>;
export type Founded = z.output<typeof founded>;

/** The list page's address; what does not parse is left out. */
export const agenciesQuery = z.object({
  ngay: dayText.optional().catch(undefined),
  q: z.string().max(100).catch(""),
});
