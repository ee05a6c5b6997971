import { z } from "zod";
import { type Day, isDay } from "@/lib/core/day";
import { findIndicator } from "@/lib/indicators/rules";
import { MEASURED_CODES } from "@/lib/indicators/types";
import { parseBasisPoints } from "@/lib/metrics/target";
import {
  ACTIVITY_KINDS,
  CAMPAIGN_KINDS,
  CAMPAIGN_LEVELS,
  CAMPAIGN_STATES,
  LINE_KINDS,
  LINE_SCOPES,
  PHASE_KINDS,
  REVIEWS,
  SCOPE_KINDS,
} from "./types";

export const campaignCode = z
  .string()
  .max(64)
  .refine((text) => /^[a-z0-9](-?[a-z0-9])+$/.test(text) && text.length >= 3, {
    error: "at least three small letters without diacritics, digits and hyphens, such as cao-diem-2022",
    params: { vi: "ít nhất ba chữ thường không dấu, chữ số, gạch nối; ví dụ cao-diem-2022" },
  });
export const agencyCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export const calendarDay = z
  .string()
  .refine(isDay, { error: "a day, such as 2022-06-30", params: { vi: "một ngày, ví dụ 2022-06-30" } });
const words = (most: number) => z.string().trim().max(most).default("");
const needed = (most: number) => z.string().trim().min(1).max(most);
const whole = z.union([z.string().regex(/^\d{1,15}$/), z.int().min(0)]).transform((value) => BigInt(value));
const pct = z
  .string()
  .refine((text) => parseBasisPoints(text) !== null, {
    error: "a percentage from 0 to 100 with at most two decimals, such as 83.00",
    params: { vi: "một tỷ lệ từ 0 đến 100, nhiều nhất hai số lẻ, ví dụ 83,00" },
  })
  .transform((text) => Number(parseBasisPoints(text)));

const scoring = z.strictObject({
  year: z.coerce.number().int().min(2010).max(2027),
  month: z.coerce.number().int().min(1).max(12),
});

const basis = z.strictObject({
  title: needed(500),
  number: words(100),
  issuer: words(200),
  issuedOn: calendarDay.nullish().transform((value) => value ?? null),
});

const anniversary = z.strictObject({
  name: needed(200),
  on: calendarDay,
  years: z.coerce.number().int().min(1).max(1000),
});

const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => startsOn <= endsOn;
const order = {
  path: ["endsOn"],
  error: "must not be before the first day",
  params: { vi: "không được trước ngày bắt đầu" },
};

const phaseFields = z.strictObject({
  kind: z.enum(PHASE_KINDS),
  name: needed(300),
  startsOn: calendarDay,
  endsOn: calendarDay,
  scoring: scoring.nullish().transform((value) => value ?? null),
  review: z
    .enum(REVIEWS)
    .nullish()
    .transform((value) => value ?? null),
  reviewOn: calendarDay.nullish().transform((value) => value ?? null),
  reviewWith: words(300),
  anniversaries: z.array(anniversary).max(20).default([]),
});
const phaseInput = phaseFields.refine(inOrder, order);
export type PhaseInput = z.output<typeof phaseInput>;

const band = z.strictObject({
  over: whole,
  upTo: whole.nullish().transform((value) => value ?? null),
  pct: pct.nullish().transform((value) => value ?? null),
});

const lineFields = z.strictObject({
  kind: z.enum(LINE_KINDS),
  phase: z.coerce
    .number()
    .int()
    .min(1)
    .nullish()
    .transform((value) => value ?? null),
  wording: needed(2000),
  scope: z.enum(LINE_SCOPES).default("EACH"),
  indicator: z.enum(MEASURED_CODES).optional(),
  comparison: z.enum(["above", "atLeast", "equal", "higherThanBaseline"]).optional(),
  pct: pct.optional(),
  count: whole.optional(),
  baselineYear: z.coerce.number().int().min(2010).max(2027).optional(),
  bands: z.array(band).min(1).max(20).optional(),
  activity: z.enum(ACTIVITY_KINDS).optional(),
  quantity: whole.optional(),
  dueOn: calendarDay.optional(),
  source: words(500),
});

type LineFields = z.output<typeof lineFields>;
type Field = Exclude<keyof LineFields, "kind" | "phase" | "wording" | "scope" | "source">;

/** What a line must have, by its kind and its demand; anything else it must not have. */
function neededBy(line: LineFields): readonly Field[] {
  if (line.kind === "ACTIVITY") return ["activity", "quantity"];
  if (line.kind === "MILESTONE") return ["dueOn"];
  if (line.kind !== "INDICATOR") return [];
  if (line.bands) return ["indicator", "comparison", "bands"];
  if (line.comparison === "higherThanBaseline") return ["indicator", "comparison", "baselineYear"];
  const isCount = findIndicator(line.indicator ?? "")?.kind === "count";
  return ["indicator", "comparison", isCount ? "count" : "pct"];
}

const demands: readonly Field[] = [
  ...(["indicator", "comparison", "pct", "count", "baselineYear", "bands"] as const),
  ...(["activity", "quantity", "dueOn"] as const),
];

type Adding = { addIssue: (issue: CustomIssue) => void };
type CustomIssue = { code: "custom"; path: string[]; message: string; params: { vi: string } };

function checkShape(line: LineFields, context: Adding): void {
  const wanted = neededBy(line);
  for (const field of demands) {
    const isThere = line[field] !== undefined;
    const isOptional = line.kind === "ACTIVITY" && field === "dueOn";
    if (isThere === wanted.includes(field) || (isThere && isOptional)) continue;
    context.addIssue({
      code: "custom",
      path: [field],
      message: isThere ? "does not belong to this kind of line" : "is needed for this kind of line",
      params: {
        vi: isThere ? "không thuộc loại chỉ tiêu này" : "phải có với loại chỉ tiêu này",
      },
    });
  }
}

const lineInput = lineFields.superRefine(checkShape);
export type LineInput = z.output<typeof lineInput>;

/** A whole campaign as a document; the draft becomes exactly this. */
export const putCampaignInput = z
  .strictObject({
    code: campaignCode,
    agency: agencyCode,
    expectedVersion: z.coerce.number().int().min(0).default(0),
    parent: campaignCode.nullish().transform((value) => value ?? null),
    respondsTo: z.array(campaignCode).max(20).default([]),
    kind: z.enum(CAMPAIGN_KINDS),
    level: z.enum(CAMPAIGN_LEVELS),
    name: needed(500),
    slogan: words(500),
    launchedBy: words(300),
    startsOn: calendarDay,
    endsOn: calendarDay,
    scoring: scoring.nullish().transform((value) => value ?? null),
    scopeKinds: z.array(z.enum(SCOPE_KINDS)).min(1).max(2),
    scopeAgencies: z.array(agencyCode).min(1).max(100),
    basis: z.array(basis).max(30).default([]),
    source: words(1000),
    phases: z.array(phaseInput).max(50).default([]),
    lines: z.array(lineInput).max(200).default([]),
  })
  .refine(inOrder, order)
  .superRefine(({ lines, phases }, context) => {
    for (const [at, line] of lines.entries()) {
      if (line.phase === null || line.phase <= phases.length) continue;
      context.addIssue({
        code: "custom",
        path: ["lines", at, "phase"],
        message: `there are ${phases.length} phases`,
        params: { vi: `chỉ có ${phases.length} giai đoạn, đợt` },
      });
    }
  });
export type PutCampaign = z.output<typeof putCampaignInput>;

/** A new draft from a template or from an earlier campaign, moved to its first day. */
export const startCampaignInput = z.strictObject({
  agency: agencyCode,
  code: campaignCode,
  from: z.string().min(1).max(80),
  name: z.string().trim().max(500).default(""),
  startsOn: calendarDay,
});
export type StartCampaign = z.output<typeof startCampaignInput>;

/** Which campaign: its agency and first day say who may, and must be those that are stored. */
const campaignKey = { agency: agencyCode, code: campaignCode, startsOn: calendarDay };

/** One more line of a draft, as the page's form sends it. */
export const addLineInput = z.strictObject({ ...campaignKey, ...lineFields.shape }).superRefine(checkShape);
export type CampaignKey = { agency: string; code: string; startsOn: Day };
export type AddLine = z.output<typeof addLineInput>;

export const removeLineInput = z.strictObject({
  ...campaignKey,
  position: z.coerce.number().int().min(1),
});
export type RemoveLine = z.output<typeof removeLineInput>;

export const moveCampaignInput = z.strictObject({
  ...campaignKey,
  to: z.enum(CAMPAIGN_STATES),
});
export type MoveCampaign = z.output<typeof moveCampaignInput>;

/** The address of the list: a year of the calendar. */
export const campaignsQuery = z.object({
  year: z.coerce.number().int().min(2010).max(2027).optional().catch(undefined),
});

/** The address of one campaign: whose standings, and of which phase. */
export const campaignQuery = z.object({
  agency: agencyCode.optional().catch(undefined),
  phase: z.coerce.number().int().min(1).optional().catch(undefined),
});

/** Query of GET /api/v1/campaigns/{code}: whose standings. */
export const standingsQuery = z.strictObject({ agency: agencyCode.optional() });
