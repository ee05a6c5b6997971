import type { Day } from "@/lib/core/day";
import { documentsText } from "@/lib/i18n/documents";
import type { Block, OfficialDocument, Rich, Run } from "./types";

/** Marks that reorder or hide what people read: bidirectional controls, zero-width characters, soft hyphens. */
const hidden = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/g;

/**
 * Text that every format can hold and nobody can hide anything in: composed letters, no control characters, no
 * bidirectional or zero-width marks, no half of a character. Line feeds stay.
 */
export function plainText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Surrogate}\uFFFE\uFFFF]/gu, "\uFFFD")
    .replace(/[^\P{Cc}\n]/gu, "")
    .replace(hidden, "");
}

/** The same document with every text made plain. */
export function plainDocument(document: OfficialDocument): OfficialDocument {
  return plain(document);
}

function plain<T>(value: T): T;
function plain(value: unknown): unknown {
  if (typeof value === "string") return plainText(value);
  if (Array.isArray(value)) return value.map((each) => plain<unknown>(each));
  if (value === null || typeof value !== "object" || value instanceof Uint8Array) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain<unknown>(each)]));
}

/** Text as pieces. */
export function runsOf(text: Rich, face: Omit<Run, "text"> = {}): Run[] {
  const runs = typeof text === "string" ? [{ text }] : text;
  return runs.map((run) => ({ ...run, ...face }));
}

/** What an official document calls its small points: the Vietnamese alphabet without ă, â, ê, ô, ơ, ư. */
const letters = [..."abcdđeghiklmnopqrstuvxy"];

const romans: readonly (readonly [number, string])[] = [
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

function roman(count: number): string {
  const step = romans.find(([value]) => value <= count);
  return step ? step[1] + roman(count - step[0]) : "";
}

/** The numbers of the headings, by place in the body: "I.", "1.", "a)"; null for other blocks. */
export function headingNumbers(body: readonly Block[]): (string | null)[] {
  const counts: [number, number, number] = [0, 0, 0];
  return body.map((block) => {
    if (block.kind !== "heading") return null;
    if (block.level === 1) counts.splice(0, 3, counts[0] + 1, 0, 0);
    else if (block.level === 2) counts.splice(1, 2, counts[1] + 1, 0);
    else counts[2] += 1;
    const [first, second, third] = counts;
    if (block.level === 1) return `${roman(first)}.`;
    return block.level === 2 ? `${second}.` : `${letters[(third - 1) % letters.length]})`;
  });
}

/** Place and date: two digits for days below 10 and for January and February, as the decree asks. */
export function placeAndDate(place: string, date: Day | null, locale: "vi" | "en"): string {
  if (date === null) return locale === "vi" ? `${place}, ngày … tháng … năm …` : `${place}, … … …`;
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  if (locale === "en") return `${place}, ${day} ${englishMonths[month - 1]} ${year}`;
  const [dd, mm] = [day < 10 ? `0${day}` : day, month < 3 ? `0${month}` : month];
  return `${place}, ngày ${dd} tháng ${mm} năm ${year}`;
}

const englishMonths =
  "January February March April May June July August September October November December".split(" ");

/** The recipients as they are printed: dashes, semicolons, the file copy last. */
export function recipientLines({ recipients, locale }: OfficialDocument): string[] {
  const lines = recipients.map((recipient) => `- ${recipient};`);
  return lines.length === 0 ? [] : [...lines, `- ${documentsText[locale].filed}`];
}

/** Share of a table's width for each column; they add up to 1. */
export function columnShares(columns: readonly { width: number }[]): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  return columns.map(({ width }) => width / whole);
}

/** The upper line of a table's head: neighbours of one group, or a single column without one. */
export function columnGroups(
  columns: readonly { group?: string }[],
): { group: string | null; from: number; count: number }[] {
  const groups: { group: string | null; from: number; count: number }[] = [];
  columns.forEach(({ group = null }, from) => {
    const last = groups.at(-1);
    if (last && group !== null && last.group === group) last.count += 1;
    else groups.push({ group, from, count: 1 });
  });
  return groups;
}
