import type { Locale } from "@/lib/core/locale";
import {
  DERIVED_COLUMNS,
  type Figures,
  type FormFigures,
  INPUT_COLUMNS,
  type InputColumn,
  MEASURES,
  type Measure,
  SLICES,
  type Slice,
  type SlicedFigures,
} from "@/lib/form/columns";
import { COUNT_CODES, type CountCode, type Counts } from "@/lib/form/counts";
import { derive } from "@/lib/form/derive";
import { describeIssue, type Issue, issueKey } from "@/lib/form/issue";
import { formVersion } from "@/lib/form/version";
import type {
  StatedCounts,
  StatedDerived,
  StatedFigures,
  StatedHalf,
  StatedIssue,
  Submission,
} from "./types";

/** Figures as decimal strings; every column is named, null = missing. */
export function statedHalf(figures: Figures): StatedHalf {
  return Object.fromEntries(INPUT_COLUMNS.map((column) => [column, figures[column]?.toString() ?? null]));
}

/** Every reported slice as decimal strings. */
export function statedFigures(figures: SlicedFigures): StatedFigures {
  const stated: StatedFigures = {};
  for (const slice of SLICES) {
    const form = figures[slice];
    if (form) stated[slice] = { cases: statedHalf(form.cases), money: statedHalf(form.money) };
  }
  return stated;
}

/** The inverse of `statedFigures`. */
export function figuresOfStated(stated: StatedFigures): SlicedFigures {
  const figures: Partial<Record<Slice, FormFigures>> = {};
  for (const slice of SLICES) {
    const form = stated[slice];
    if (form) figures[slice] = { cases: halfOfStated(form.cases), money: halfOfStated(form.money) };
  }
  return figures;
}

function halfOfStated(half: StatedHalf): Figures {
  const entries = INPUT_COLUMNS.flatMap((column) => {
    const text = half[column];
    return text === null || text === undefined ? [] : [[column, BigInt(text)] as const];
  });
  return Object.fromEntries(entries);
}

/** The counts beside the form as decimal strings; every one is named, null = missing. */
export function statedCounts(counts: Counts): StatedCounts {
  return Object.fromEntries(COUNT_CODES.map((code) => [code, counts[code]?.toString() ?? null]));
}

/** The inverse of `statedCounts`. */
export function countsOfStated(stated: StatedCounts): Counts {
  const entries = COUNT_CODES.flatMap((code) => {
    const text = stated[code];
    return text === null || text === undefined ? [] : [[code, BigInt(text)] as const];
  });
  return Object.fromEntries(entries);
}

/** What a submission said, kept so that the next approver sees what changed since. */
export function submissionOf({ current, counts }: { current: SlicedFigures; counts: Counts }): Submission {
  return { ...statedFigures(current), counts: statedCounts(counts) };
}

/** One count that differs between two reports. */
export type CountChange = { code: CountCode; before: bigint | null; after: bigint | null };

/** The counts that differ, in the order of the sector's list. */
export function countChanges(before: Counts, after: Counts): CountChange[] {
  return COUNT_CODES.flatMap((code) => {
    const [was, is] = [before[code] ?? null, after[code] ?? null];
    return was === is ? [] : [{ code, before: was, after: is }];
  });
}

/** The computed columns of the whole docket. */
export function statedDerived(figures: SlicedFigures, version: string): StatedDerived {
  const form = figures.total ?? { cases: {}, money: {} };
  const half = (measure: Measure) => {
    const derived = derive(form[measure], formVersion(version), measure);
    const entries = DERIVED_COLUMNS.map((column) => [column, derived[column]?.toString() ?? null]);
    return Object.fromEntries(entries) as StatedDerived[Measure];
  };
  return { cases: half("cases"), money: half("money") };
}

/** Issues with their sentence and the key under which a reason is stored. */
export function statedIssues(issues: readonly Issue[], locale: Locale = "vi"): StatedIssue[] {
  return issues.map((issue) => {
    const { rule, severity, measure, column, slice } = issue;
    return {
      rule,
      severity,
      measure,
      column,
      slice,
      key: issueKey(issue),
      message: describeIssue(issue, locale),
    };
  });
}

/** One cell that differs between two sets of figures. */
export type FigureChange = {
  slice: Slice;
  measure: Measure;
  column: InputColumn;
  before: bigint | null;
  after: bigint | null;
};

/** The typed cells that differ, in printed order. */
export function figureChanges(before: SlicedFigures, after: SlicedFigures): FigureChange[] {
  return SLICES.flatMap((slice) =>
    MEASURES.flatMap((measure) =>
      INPUT_COLUMNS.flatMap((column) => {
        const was = before[slice]?.[measure][column] ?? null;
        const is = after[slice]?.[measure][column] ?? null;
        return was === is ? [] : [{ slice, measure, column, before: was, after: is }];
      }),
    ),
  );
}

/** Rows as the database's `write_figures` takes them; what was not entered is left out. */
export function statedRows(figures: SlicedFigures) {
  return SLICES.flatMap((slice) => {
    const form = figures[slice];
    return form ? MEASURES.map((measure) => ({ slice, measure, cells: statedCells(form[measure]) })) : [];
  });
}

function statedCells(figures: Figures): Partial<Record<InputColumn, string>> {
  return Object.fromEntries(Object.entries(figures).map(([column, value]) => [column, value.toString()]));
}
