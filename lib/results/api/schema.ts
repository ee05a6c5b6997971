import { z } from "zod";
import { parseStrictly } from "@/lib/actions/parse";
import { Failure } from "@/lib/core/failure";
import { resultsRefusals } from "@/lib/i18n/results";
import { putReportBody, reportKey, returnReason, transitionBody } from "../schema";
import type { ReportKey } from "../types";

/** The path of a report in the API, as strings. */
export type ReportPath = { agency: string; year: string; month: string };

/** The report a path names; an impossible one does not exist. */
export function keyOfPath({ agency, year, month }: ReportPath): ReportKey {
  const parsed = reportKey.safeParse({ agency, year: numberOf(year), month: numberOf(month) });
  if (!parsed.success) throw new Failure("not-found", resultsRefusals.missing);
  return parsed.data;
}

function numberOf(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : Number.NaN;
}

/** The body of PUT joined with its path: what `saveReport` takes. Checked here too, so that a path cannot be smuggled in. */
export function saveInput(key: ReportKey, body: unknown): unknown {
  parseStrictly(putReportBody, body);
  return { ...(body as object), ...key };
}

/** The wanted transition of a report. A reason in plain words is "other". */
export function transitionInput(body: unknown) {
  const { to, reason, expectedVersion } = parseStrictly(transitionBody, body);
  const step = expectedVersion === undefined ? {} : { expectedVersion };
  if (to !== "RETURNED") return { to, step } as const;
  const coded = typeof reason === "string" ? { code: "OTHER", text: reason } : reason;
  return {
    to,
    step: {
      ...step,
      reason: parseStrictly(z.strictObject({ reason: returnReason }), { reason: coded }).reason,
    },
  } as const;
}
