/**
 * One way to read a number: units / 10^decimals. `isStandard` says whether Vietnamese writing (dot for thousands,
 * comma for decimals) reads it so.
 */
export type NumberReading = { units: bigint; decimals: number; isStandard: boolean };

const vietnamese = /^(\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/;
const english = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
const spaced = /^([1-9]\d{0,2}(?: \d{3})+)$/;

/**
 * Every way to read digits with their separators, the Vietnamese one first; empty when there is none.
 * Example: "1.234" reads as 1234 and as 1,234; "1,234" the other way round; "12,5" only as 12,5.
 */
export function numberReadings(text: string): NumberReading[] {
  const standard = reading(vietnamese.exec(text), true);
  if (/^\d+$/.test(text)) return standard;
  return [...standard, ...reading(english.exec(text), false), ...reading(spaced.exec(text), false)];
}

function reading(match: RegExpExecArray | null, isStandard: boolean): NumberReading[] {
  if (match === null) return [];
  const [, whole = "", decimals = ""] = match;
  return [{ units: BigInt(whole.replace(/\D/g, "") + decimals), decimals: decimals.length, isStandard }];
}
