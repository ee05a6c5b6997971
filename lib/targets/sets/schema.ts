import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { LARGEST_COUNT } from "@/lib/form/counts";
import { findIndicator } from "@/lib/indicators/rules";
import { INDICATOR_CODES } from "@/lib/indicators/types";
import { parseBasisPoints } from "@/lib/metrics/target";
import { CASCADE_METHODS } from "../cascade/types";
import { targetYear } from "../schema";
import { LINE_COMPARISONS } from "./types";

const pct = z
  .string()
  .refine((text) => parseBasisPoints(text) !== null, {
    error: "a percentage from 0 to 100 with at most two decimals, such as 83.00",
    params: { vi: "một tỷ lệ từ 0 đến 100, nhiều nhất hai số lẻ, ví dụ 83,00" },
  })
  .transform((text) => Number(parseBasisPoints(text)));

const count = z
  .custom<string | number>(
    (value) => /^\d{1,10}$/.test(String(value)) && BigInt(String(value)) <= LARGEST_COUNT,
    { error: "a whole number from 0", params: { vi: "một số nguyên từ 0" } },
  )
  .transform((value) => BigInt(value));

const words = z.string().trim().max(2000).default("");
const calendarDay = z
  .string()
  .refine(isDay, { error: "a day, such as 2021-11-19", params: { vi: "một ngày, ví dụ 2021-11-19" } });

/** What a line must and may not have follows from its indicator and its comparison. */
function shapeOf(line: { indicator: string; comparison: string; pct?: unknown; count?: unknown }) {
  const kind = findIndicator(line.indicator)?.kind;
  if (line.comparison === "tracked") return { isAllowed: true, needs: null };
  if (line.comparison === "higherThanBaseline") return { isAllowed: kind === "ratio", needs: "baselineYear" };
  return { isAllowed: kind !== "qualitative", needs: kind === "count" ? "count" : "pct" } as const;
}

const line = z
  .strictObject({
    agency: z.string().min(1).max(64),
    indicator: z.enum(INDICATOR_CODES),
    comparison: z.enum(LINE_COMPARISONS),
    pct: pct.nullish(),
    count: count.nullish(),
    baselineYear: z.int().min(2010).max(2099).nullish(),
    scope: words,
    wording: words,
    source: words,
  })
  .superRefine((given, context) => {
    const { isAllowed, needs } = shapeOf(given);
    if (!isAllowed) {
      const params = { vi: "chỉ tiêu này chỉ theo dõi (tracked), không đánh giá đạt hay không đạt" };
      context.addIssue({ code: "custom", path: ["comparison"], message: "can only be tracked", params });
    }
    for (const field of ["pct", "count", "baselineYear"] as const) {
      const isGiven = given[field] !== undefined && given[field] !== null;
      if (given.comparison === "tracked" || isGiven === (field === needs)) continue;
      const message = isGiven ? "does not belong to this comparison" : "is needed for this comparison";
      const vi = isGiven ? "không dùng với cách so sánh này" : "phải có với cách so sánh này";
      context.addIssue({ code: "custom", path: [field], message, params: { vi } });
    }
  });
export type LineInput = z.output<typeof line>;

const head = { number: words, signedOn: calendarDay.nullish(), signer: words, legalBasis: words };

export const putTargetSetInput = z
  .strictObject({ year: targetYear, ...head, lines: z.array(line).min(1).max(5_000) })
  .superRefine(({ lines, year }, context) => {
    const seen = new Set<string>();
    for (const [at, { agency, indicator, comparison, baselineYear }] of lines.entries()) {
      if (comparison === "tracked") continue;
      const key = `${agency} ${indicator}`;
      if (seen.has(key)) {
        const params = { vi: `trùng với một dòng khác của ${agency}, ${indicator}` };
        context.addIssue({ code: "custom", path: ["lines", at], message: "stated twice", params });
      }
      seen.add(key);
      if (!baselineYear || baselineYear < year) continue;
      const params = { vi: "phải là năm trước năm của bộ chỉ tiêu" };
      const path = ["lines", at, "baselineYear"];
      context.addIssue({ code: "custom", path, message: "must be an earlier year", params });
    }
  });
export type PutTargetSet = z.output<typeof putTargetSetInput>;

/** The page's flat form: the head of a draft, whose lines start as those in force. */
export const draftForm = z.strictObject({
  year: targetYear,
  number: words,
  signedOn: calendarDay.optional(),
  signer: words,
  legalBasis: words,
});
export type DraftForm = z.output<typeof draftForm>;

export const cascadeInput = z.strictObject({
  year: targetYear,
  parent: z.string().min(1).max(64),
  indicator: z.enum(["R_C", "R_M"]),
  method: z.enum(CASCADE_METHODS),
});
export type CascadeInput = z.output<typeof cascadeInput>;

export const issueInput = z.strictObject({ year: targetYear });
export type IssueInput = z.output<typeof issueInput>;

/** The address of GET: which version, else the one in force. */
export const versionQuery = z.strictObject({ version: z.coerce.number().int().min(1).optional() });

/** The page's address: which version, and which cascade to look at. */
export const setQuery = z.object({
  version: z.coerce.number().int().min(1).optional().catch(undefined),
  parent: z.string().max(64).optional().catch(undefined),
  indicator: z.enum(["R_C", "R_M"]).catch("R_C"),
  method: z.enum(CASCADE_METHODS).optional().catch(undefined),
});
