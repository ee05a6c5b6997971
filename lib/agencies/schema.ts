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

/** Parts of a split agency's figures: a whole number of any unit, such as percent or the files handed over. */
const share = z
  .union([z.int(), z.string()])
  .transform(String)
  .refine((text) => /^(?:0|[1-9]\d{0,14})$/.test(text), {
    error: "a whole number from 0, of at most 15 digits",
    params: { vi: "số nguyên từ 0, không quá 15 chữ số" },
  });

/** Successors of a split: either each of them has a part of the figures, or none has. */
const successors = z
  .array(founded.extend({ share: share.optional() }))
  .min(2)
  .max(50)
  .superRefine((list, context) => {
    const stated = list.filter((each) => each.share !== undefined);
    if (stated.length === 0) return;
    const refuse = (at: number, message: string, vi: string) =>
      context.addIssue({ code: "custom", path: [at, "share"], message, params: { vi } });
    for (const [at, each] of list.entries()) {
      if (each.share === undefined)
        refuse(
          at,
          "every successor needs a part, or none",
          "phải ghi phần cho mọi cơ quan mới, hoặc để trống hết",
        );
    }
    if (stated.every((each) => each.share === "0"))
      refuse(0, "the parts must be more than 0 together", "các phần cộng lại phải lớn hơn 0");
  });

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
    successors,
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
