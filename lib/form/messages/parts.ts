import { formatDay, isDay } from "@/lib/core/day";
import { formatDecimal } from "@/lib/core/format";
import type { Locale, Text } from "@/lib/core/locale";
import type { Column, ColumnDefinition, Measure } from "@/lib/form/columns";
import { COUNT_LABELS, type CountCode } from "@/lib/form/counts";

/** What the sentences are made of, already written in one language. */
export type MessageParts = Readonly<{
  /** "Cột 9 (Thi hành xong, việc)"; empty when the issue is about no column. */
  subject: string;
  /** Printed references "cột 7" of the related columns, in order. */
  related: readonly string[];
  /** Printed number alone of the n-th related column. */
  relatedNumbers: readonly string[];
  /** A number or day of the issue; "chưa nhập" when it is missing. */
  n: (key: string) => string;
  /** The same with its unit: "3 việc", "1.200 đồng". */
  amount: (key: string) => string;
  has: (key: string) => boolean;
}>;

/** One sentence in both languages. */
export type Message = Readonly<Record<Locale, (parts: MessageParts) => string>>;

const units: Readonly<Record<Measure, Text>> = {
  cases: { vi: "việc", en: "cases" },
  money: { vi: "đồng", en: "đồng" },
};
const columnWord: Text = { vi: "cột", en: "column" };
const notEntered: Text = { vi: "chưa nhập", en: "not entered" };

/** Writes a stored number: digits are grouped, days become dd/MM/yyyy, anything else is quoted as it was. */
function writeNumber(stored: string | undefined, locale: Locale): string {
  if (stored === undefined) return notEntered[locale];
  if (/^-?\d+(\.\d+)?$/.test(stored)) return formatDecimal(stored, locale);
  return isDay(stored) ? formatDay(stored) : stored;
}

/** Collects the parts of one issue. */
export function messageParts(
  issue: {
    measure: Measure | null;
    column: Column | null;
    count?: CountCode;
    related: readonly Column[];
    numbers: Readonly<Record<string, string>>;
  },
  columns: readonly ColumnDefinition[],
  locale: Locale,
): MessageParts {
  const definitionOf = (column: Column) => columns.find((candidate) => candidate.column === column);
  const relatedNumbers = issue.related.map((column) => definitionOf(column)?.number ?? "?");
  const n = (key: string) => writeNumber(issue.numbers[key], locale);
  return {
    subject:
      issue.count === undefined
        ? subjectOf(issue.column === null ? undefined : definitionOf(issue.column), issue.measure, locale)
        : `${issue.count} (${COUNT_LABELS[issue.count].label[locale]})`,
    related: relatedNumbers.map((number) => `${columnWord[locale]} ${number}`),
    relatedNumbers,
    n,
    amount: (key) => `${n(key)}${issue.numbers[key] === undefined ? "" : unitOf(issue, key, locale)}`,
    has: (key) => issue.numbers[key] !== undefined,
  };
}

function subjectOf(
  definition: ColumnDefinition | undefined,
  measure: Measure | null,
  locale: Locale,
): string {
  if (definition === undefined) return "";
  const half =
    measure === null
      ? ""
      : `, ${{ cases: units.cases[locale], money: { vi: "tiền", en: "money" }[locale] }[measure]}`;
  const word = columnWord[locale];
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${definition.number} (${definition.label[locale]}${half})`;
}

function unitOf(
  issue: { measure: Measure | null; numbers: Readonly<Record<string, string>> },
  key: string,
  locale: Locale,
): string {
  if (issue.measure === null) return "";
  const isOneCase = locale === "en" && issue.measure === "cases" && issue.numbers[key] === "1";
  return ` ${isOneCase ? "case" : units[issue.measure][locale]}`;
}
