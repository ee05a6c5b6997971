import { figureReasons } from "@/lib/core/figure-reasons";
import type { Text } from "@/lib/core/locale";
import type { MoneyPart } from "@/lib/core/money-parts";
import { type NumberReading, numberReadings } from "@/lib/core/written-number";

/** One way to read an amount, in whole units; standard when every number in it is read the Vietnamese way. */
export type MoneyReading = { value: bigint; isStandard: boolean };

/** At least one reading, or the reason why there is none. */
export type MoneyReadings = { readings: MoneyReading[] } | { reason: Text };

type Term = { number: NumberReading; unit: bigint };

const beyondLargest = 10n ** 25n;

/**
 * Every whole reading of an amount; a part without a unit counts in `bareUnit`.
 * Units go down and each part stays below one of the unit before it. Example: 2 tỷ 1500 triệu has no reading.
 */
export function moneyReadings(parts: readonly MoneyPart[], bareUnit: bigint): MoneyReadings {
  const units = parts.map(({ unit }) => unit ?? bareUnit);
  if (units.some((unit, at) => at > 0 && unit >= (units[at - 1] ?? 0n)))
    return { reason: figureReasons.order };
  if (parts.reduce((length, { digits }) => length + digits.replace(/\D/g, "").length, 0) > 25) {
    return { reason: figureReasons.tooLong };
  }
  const outcomes = combinations(parts, bareUnit).map(readTogether);
  const readings = outcomes.flatMap((outcome) => ("reason" in outcome ? [] : [outcome]));
  if (readings.length > 0) return { readings };
  const [refusal] = outcomes.flatMap((outcome) => ("reason" in outcome ? [outcome] : []));
  return refusal ?? { reason: figureReasons.malformed };
}

function combinations(parts: readonly MoneyPart[], bareUnit: bigint): Term[][] {
  return parts.reduce<Term[][]>(
    (rows, part) => {
      const terms = readingsOf(part).map((number) => ({ number, unit: part.unit ?? bareUnit }));
      return rows.flatMap((row) => terms.map((term) => [...row, term]));
    },
    [[]],
  );
}

// In plain đồng (or a bare number) dots are thousands: nobody writes fractions of a đồng.
function readingsOf({ digits, unit }: MoneyPart): NumberReading[] {
  const readings = numberReadings(digits);
  const [first] = readings;
  const isPlain = unit === null || unit === 1n;
  return isPlain && first?.isStandard && first.decimals === 0 ? [first] : readings;
}

function readTogether(terms: readonly Term[]): MoneyReading | { reason: Text } {
  let value = 0n;
  for (const [at, { number, unit }] of terms.entries()) {
    const scale = 10n ** BigInt(number.decimals);
    const amount = (number.units * unit) / scale;
    const before = terms[at - 1]?.unit;
    if (number.decimals > 0 && at < terms.length - 1) return { reason: figureReasons.fractionInside };
    if (amount * scale !== number.units * unit) return { reason: figureReasons.fraction };
    if (before !== undefined && amount >= before) return { reason: figureReasons.overflow };
    value += amount;
  }
  if (value >= beyondLargest) return { reason: figureReasons.tooLong };
  return { value, isStandard: terms.every(({ number }) => number.isStandard) };
}
