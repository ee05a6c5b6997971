import { figureReasons } from "@/lib/core/figure-reasons";
import { formatCount } from "@/lib/core/format";
import type { Text } from "@/lib/core/locale";
import { foldFigure, moneyParts } from "@/lib/core/money-parts";
import { moneyReadings } from "@/lib/core/money-readings";

/** What a written figure says. An ambiguous one lists every reading, lowest first, and is never guessed. */
export type ParsedFigure =
  | { kind: "value"; value: bigint }
  | { kind: "ambiguous"; readings: bigint[] }
  | { kind: "empty" }
  | { kind: "invalid"; reason: Text };

/**
 * Whole đồng from Vietnamese writing, with or without diacritics; a bare number in a column of thousands is nghìn đồng.
 * Example: "7.301 tỷ 304 triệu 089 ngàn" is 7301304089000n; "400.582 tỷ" is ambiguous (400.582 or 400,582 tỷ).
 */
export function parseMoney(text: string, { column }: { column: "dong" | "thousands" }): ParsedFigure {
  return parseFigure(text, { bareUnit: column === "thousands" ? 1000n : 1n, hasUnits: true });
}

/** A whole count such as "4.316", without a unit word. Example: "1,234" is ambiguous, "4.316 việc" invalid. */
export function parseCount(text: string): ParsedFigure {
  return parseFigure(text, { bareUnit: 1n, hasUnits: false });
}

/**
 * Đồng in words, exactly, so that `parseMoney` reads the same amount back. Example: "400 tỷ 582 triệu đồng".
 * Whole thousands of tỷ keep "000 triệu", since "400.582 tỷ" alone could be read as 400,582 tỷ.
 */
export function formatMoneyWords(value: bigint): string {
  const size = value < 0n ? -value : value;
  const billions = size / 1_000_000_000n;
  const isReadTwoWays = billions >= 1000n && billions < 1_000_000n && size % 1_000_000_000n === 0n;
  const words = [
    word(billions, "tỷ"),
    isReadTwoWays ? "000 triệu" : word((size / 1_000_000n) % 1000n, "triệu"),
    word((size / 1000n) % 1000n, "nghìn"),
    size === 0n ? "0" : word(size % 1000n, ""),
    "đồng",
  ];
  return `${value < 0n ? "\u2212" : ""}${words.filter((part) => part !== "").join(" ")}`;
}

function word(amount: bigint, unit: string): string {
  return amount === 0n ? "" : `${formatCount(amount, "vi")} ${unit}`.trim();
}

function parseFigure(
  text: string,
  { bareUnit, hasUnits }: { bareUnit: bigint; hasUnits: boolean },
): ParsedFigure {
  const folded = foldFigure(text);
  if (folded === "") return { kind: "empty" };
  const parts = moneyParts(folded);
  if ("reason" in parts) return { kind: "invalid", reason: parts.reason };
  if (!hasUnits && parts.parts.some(({ unit }) => unit !== null)) {
    return { kind: "invalid", reason: figureReasons.unitInCount };
  }
  const found = moneyReadings(parts.parts, bareUnit);
  if ("reason" in found) return { kind: "invalid", reason: found.reason };
  const [first] = found.readings;
  if (found.readings.length === 1 && first?.isStandard) return { kind: "value", value: first.value };
  return {
    kind: "ambiguous",
    readings: [...new Set(found.readings.map(({ value }) => value))].sort(ascending),
  };
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
