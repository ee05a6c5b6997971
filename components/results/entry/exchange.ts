import { figuresOf, valuesOf } from "@/components/results/entry/cell";
import type { Snapshot, Stored } from "@/components/results/entry/state";
import type { FormFigures, InputColumn, Measure } from "@/lib/form/columns";
import type { CodedReason, ReportKey, StaleWrite } from "@/lib/results/types";
import { figuresOfStated } from "@/lib/results/view";

/** The body of one save, as `saveReportInput` takes it. */
export type SaveBody = ReportKey & {
  expectedVersion: number;
  cases: Partial<Record<InputColumn, string>>;
  money: Partial<Record<InputColumn, string>>;
  reasons: Record<string, CodedReason>;
};

/** Writes a snapshot for the server: digits only, missing cells absent. */
export function saveBody(key: ReportKey, expectedVersion: number, { values, reasons }: Snapshot): SaveBody {
  const { cases, money } = figuresOf(values);
  return { ...key, expectedVersion, cases: digits(cases), money: digits(money), reasons: { ...reasons } };
}

/** The saved side of a stale write; null when the details are not such. Its reasons are not told, so mine stand. */
export function storedSide(details: unknown, reasons: Stored["reasons"]): Stored | null {
  if (!isStaleWrite(details) || details.version <= details.expectedVersion) return null;
  const { total } = figuresOfStated(details.stored);
  return { version: details.version, values: total ? valuesOf(total) : {}, reasons };
}

function digits(half: FormFigures[Measure]): Partial<Record<InputColumn, string>> {
  return Object.fromEntries(Object.entries(half).map(([column, value]) => [column, String(value)]));
}

function isStaleWrite(details: unknown): details is StaleWrite {
  if (typeof details !== "object" || details === null) return false;
  const { version, expectedVersion, stored } = {
    version: null,
    expectedVersion: null,
    stored: null,
    ...details,
  };
  return typeof version === "number" && typeof expectedVersion === "number" && typeof stored === "object";
}
