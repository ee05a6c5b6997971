import { figureReasons, unknownWord } from "@/lib/core/figure-reasons";
import type { Text } from "@/lib/core/locale";
import { foldText } from "@/lib/core/slug";

/** A number as written and the đồng in its unit; `unit` is null when none is written. */
export type MoneyPart = { digits: string; unit: bigint | null };

/** The parts of a written amount in order, or why there are none. */
export type MoneyParts = { parts: MoneyPart[] } | { reason: Text };

const units: ReadonlyMap<string, bigint> = new Map([
  ["dong", 1n],
  ["d", 1n],
  ["nghin", 1_000n],
  ["ngan", 1_000n],
  ["trieu", 1_000_000n],
  ["ty", 1_000_000_000n],
  ["ti", 1_000_000_000n],
  ["nghin ty", 1_000_000_000_000n],
  ["nghin ti", 1_000_000_000_000n],
  ["ngan ty", 1_000_000_000_000n],
  ["ngan ti", 1_000_000_000_000n],
]);

/** Collapses every kind of space, folds letters and diacritics: " 7  TỶ " is "7 ty". */
export function foldFigure(text: string): string {
  return foldText(text).replace(/\s+/g, " ").trim();
}

/** Splits folded text into numbers with their units. Example: "7 ty 304 trieu" is 7 × 10^9 and 304 × 10^6. */
export function moneyParts(folded: string): MoneyParts {
  const matches = [...folded.matchAll(/(\d+(?:[., ]\d+)*)([^\d]*)/g)];
  const first = matches[0];
  if (first === undefined || first.index !== 0) return { reason: wordReason(folded.replace(/\d.*$/, "")) };
  const parts: MoneyPart[] = [];
  for (const [, digits = "", tail = ""] of matches) {
    const words = tail.trim();
    const unit = words === "" ? null : units.get(words.replace(/ (dong|d)$/, ""));
    if (unit === undefined) return { reason: wordReason(words) };
    parts.push({ digits, unit });
  }
  return parts.length > 1 && parts.some(({ unit }) => unit === null)
    ? { reason: figureReasons.noUnit }
    : { parts };
}

function wordReason(words: string): Text {
  const text = words.trim();
  if (/^[-\u2212(]/.test(text)) return figureReasons.negative;
  return /\p{L}/u.test(text) ? unknownWord(text) : figureReasons.malformed;
}
