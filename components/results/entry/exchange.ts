import { figuresOf, valuesOf } from "@/components/results/entry/cell";
import type { Snapshot, Stored } from "@/components/results/entry/state";
import { type FormFigures, type InputColumn, type Measure, SLICES, type Slice } from "@/lib/form/columns";
import type { CodedReason, ReportKey, StaleWrite } from "@/lib/results/types";
import { figuresOfStated } from "@/lib/results/view";

type WrittenForm = Record<Measure, Partial<Record<InputColumn, string>>>;

/** The body of one save, as `saveReportInput` takes it. */
export type SaveBody = ReportKey &
  WrittenForm & {
    expectedVersion: number;
    slices: Partial<Record<Exclude<Slice, "total">, WrittenForm>>;
    reasons: Record<string, CodedReason>;
  };

/**
 * Writes a snapshot for the server: digits only, missing cells absent. A part is named when it has figures, and when
 * the server still has some that were emptied here; what nobody reported is not mentioned.
 */
export function saveBody(key: ReportKey, stored: Stored, { values, reasons }: Snapshot): SaveBody {
  const [mine, theirs] = [figuresOf(values), figuresOf(stored.values)];
  const slices: SaveBody["slices"] = {};
  for (const slice of SLICES) {
    if (slice === "total" || (!mine[slice] && !theirs[slice])) continue;
    slices[slice] = written(mine[slice] ?? { cases: {}, money: {} });
  }
  return { ...key, expectedVersion: stored.version, ...written(mine.total), slices, reasons: { ...reasons } };
}

function written({ cases, money }: FormFigures): WrittenForm {
  return { cases: digits(cases), money: digits(money) };
}

/** The saved side of a stale write; null when the details are not such. Its reasons are not told, so mine stand. */
export function storedSide(details: unknown, reasons: Stored["reasons"]): Stored | null {
  if (!isStaleWrite(details) || details.version <= details.expectedVersion) return null;
  return { version: details.version, values: valuesOf(figuresOfStated(details.stored)), reasons };
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
