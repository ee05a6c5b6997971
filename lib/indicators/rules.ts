import type { Day } from "@/lib/core/day";
import type { Ratio } from "@/lib/core/ratio";
import { sumRatios } from "@/lib/core/ratio";
import type { SlicedFigures } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import { columnValue, derive } from "@/lib/form/derive";
import { BASE_VERSION, type FormVersion } from "@/lib/form/version";
import { COUNT_INDICATORS } from "./counted/rules";
import { DOCKET_INDICATORS } from "./docket/rules";
import { TRACKED_INDICATORS } from "./tracked/rules";
import {
  INDICATOR_CODES,
  type Indicator,
  type IndicatorDefinition,
  type IndicatorInput,
  type RolledUp,
} from "./types";

/** The catalogue, in the order of the sector's list. */
export const INDICATORS: readonly Indicator[] = [
  ...DOCKET_INDICATORS,
  ...COUNT_INDICATORS,
  ...TRACKED_INDICATORS,
];

const byCode = new Map<string, Indicator>(INDICATORS.map((indicator) => [indicator.code, indicator]));

/** The entry of a code; null when there is none. */
export function findIndicator(code: string): Indicator | null {
  return byCode.get(code) ?? null;
}

/** The definition in force on a day; the oldest for data from before it. */
export function definitionOn({ definitions }: Indicator, on: Day): IndicatorDefinition | null {
  const inForce = definitions.find(
    ({ validFrom, validUntil }) => validFrom <= on && (validUntil === null || on < validUntil),
  );
  return inForce ?? definitions[0] ?? null;
}

/**
 * The exact ratio of an indicator by the definition of a day; null when an input was not stated (missing is never
 * zero) or when the indicator is no ratio. Denominator 0 stays: "không phát sinh".
 */
export function indicatorRatio(
  code: string,
  on: Day,
  figures: SlicedFigures,
  counts: Counts,
  version: FormVersion = BASE_VERSION,
): Ratio | null {
  const indicator = findIndicator(code);
  const definition = indicator?.kind === "ratio" ? definitionOn(indicator, on) : null;
  if (definition === null) return null;
  const numerator = total(definition.numerator, figures, counts, version);
  const denominator = total(definition.denominator, figures, counts, version);
  return numerator === null || denominator === null ? null : { numerator, denominator };
}

/** The number of a count indicator; null when it was not stated, or when the indicator is no count. */
export function indicatorCount(code: string, on: Day, counts: Counts): bigint | null {
  const indicator = findIndicator(code);
  const definition = indicator?.kind === "count" ? definitionOn(indicator, on) : null;
  return definition && total(definition.numerator, {}, counts, BASE_VERSION);
}

/** One ratio for many: inputs are added, rates never averaged; who stated nothing is not in it, but counted. */
export function rollUpRatios(ratios: readonly (Ratio | null)[]): RolledUp {
  const stated = ratios.filter((ratio) => ratio !== null);
  return {
    ratio: stated.length === 0 ? null : sumRatios(stated),
    stated: stated.length,
    asked: ratios.length,
  };
}

/** Whether a text is a code of the catalogue. */
export function isIndicatorCode(code: string): code is Indicator["code"] {
  return (INDICATOR_CODES as readonly string[]).includes(code);
}

function total(
  inputs: readonly IndicatorInput[],
  figures: SlicedFigures,
  counts: Counts,
  version: FormVersion,
): bigint | null {
  let sum = 0n;
  for (const input of inputs) {
    const value = cellOf(input, figures, counts, version);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

function cellOf(
  input: IndicatorInput,
  figures: SlicedFigures,
  counts: Counts,
  version: FormVersion,
): bigint | null {
  if (input.form === "counts") return counts[input.code] ?? null;
  const half = figures[input.slice]?.[input.measure];
  return half === undefined
    ? null
    : columnValue(input.column, half, derive(half, version, input.measure), input.measure);
}
