import { z } from "zod";
import { INPUT_COLUMNS, type InputColumn, type Measure, SLICES } from "@/lib/form/columns";
import { COUNT_CODES, type CountCode, LARGEST_COUNT } from "@/lib/form/counts";
import { RETURN_REASONS, WARNING_REASONS } from "@/lib/form/reasons";
import { LARGEST_VALUE } from "@/lib/form/rules/values";

/** One figure as machines write it: an integer in decimal digits or a safe integer; null or absent = missing. */
function figure(limit: bigint) {
  return z
    .custom<string | number | null>()
    .transform((value, context) => {
      const read = readFigure(value, limit);
      if (typeof read !== "object" || read === null) return read;
      context.addIssue({ code: "custom", message: read.en, params: { vi: read.vi } });
      return z.NEVER;
    })
    .optional();
}

function readFigure(value: unknown, limit: bigint): bigint | null | { vi: string; en: string } {
  if (value === null || value === undefined) return null;
  const text = typeof value === "number" && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== "string" || !/^(?:0|-?[1-9]\d{0,30})$/.test(text)) {
    return {
      vi: 'phải là số nguyên viết bằng chữ số, ví dụ "400582000000"',
      en: 'must be an integer in digits, such as "400582000000"',
    };
  }
  const number = BigInt(text);
  if (number < 0n) return { vi: "không được âm (V01)", en: "must not be negative (V01)" };
  return number > limit ? { vi: `vượt quá ${limit} (V01)`, en: `exceeds ${limit} (V01)` } : number;
}

type Half = Record<InputColumn, ReturnType<typeof figure>>;

function half(measure: Measure) {
  return z.strictObject(
    Object.fromEntries(INPUT_COLUMNS.map((column) => [column, figure(LARGEST_VALUE[measure])])) as Half,
  );
}

type Numbers = Record<CountCode, ReturnType<typeof figure>>;

/** One count beside the form. */
export const countFigure = figure(LARGEST_COUNT);

/** The counts beside the form: given as a whole, or not at all. */
const counts = z.strictObject(Object.fromEntries(COUNT_CODES.map((code) => [code, countFigure])) as Numbers);

const form = z.strictObject({ cases: half("cases"), money: half("money") });
const [, ...parts] = SLICES;

const keyShape = {
  agency: z.string().min(1).max(80),
  year: z.int().min(2010).max(2099),
  month: z.int().min(1).max(12),
};

const version = z.int().min(0).max(2_000_000_000);
const explanation = z.string().trim().min(1).max(2000);

/** A coded reason; "OTHER" needs words. */
function coded(reasons: readonly { code: string; requiresText: boolean }[]) {
  return z
    .strictObject({
      code: z.enum(reasons.map(({ code }) => code)),
      text: z.string().trim().max(2000).default(""),
    })
    .refine(
      ({ code, text }) => text !== "" || !reasons.some((each) => each.code === code && each.requiresText),
      { message: "this reason needs an explanation", params: { vi: "lý do này cần lời giải trình" } },
    );
}

export const returnReason = coded(RETURN_REASONS);

export const reportKey = z.strictObject(keyShape);

export const saveReportInput = z.strictObject({
  ...keyShape,
  expectedVersion: version,
  cases: half("cases"),
  money: half("money"),
  slices: z.partialRecord(z.enum(parts), form).optional(),
  counts: counts.optional(),
  reasons: z.record(z.string().min(1).max(100), coded(WARNING_REASONS)).optional(),
});
export type SaveReportInput = z.output<typeof saveReportInput>;

export const stepInput = z.strictObject({ ...keyShape, expectedVersion: version.optional() });
export type StepInput = z.output<typeof stepInput>;

export const returnReportInput = z.strictObject({
  ...keyShape,
  expectedVersion: version.optional(),
  reason: returnReason,
});
export type ReturnReportInput = z.output<typeof returnReportInput>;

export const approveReportsInput = z.strictObject({
  year: keyShape.year,
  month: keyShape.month,
  agencies: z.array(keyShape.agency).min(1).max(1000),
});
export type ApproveReportsInput = z.output<typeof approveReportsInput>;

export const openSupplementInput = z.strictObject({ ...keyShape, reason: explanation });
export type OpenSupplementInput = z.output<typeof openSupplementInput>;

/** Bodies of the API, whose address names the report. */
export const putReportBody = saveReportInput.omit({ agency: true, year: true, month: true });

export const transitionBody = z.strictObject({
  to: z.enum(["SUBMITTED", "APPROVED", "RETURNED"]),
  reason: z.union([explanation, returnReason]).optional(),
  expectedVersion: version.optional(),
});
