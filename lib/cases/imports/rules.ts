import { type Day, isDay } from "@/lib/core/day";
import type { CalendarExceptions } from "@/lib/core/working-days";
import { caseImportTexts as texts } from "@/lib/i18n/case-imports";
import { decisionDueOn } from "../due/rules";
import {
  CATEGORIES,
  EVENT_KINDS,
  INITIATIVES,
  OPEN_STATES,
  START_KINDS,
  URGENCIES,
  type Urgency,
} from "../types";
import type { CaseImportIssue, CaseLayout, ReadRow } from "./types";

type Kind = "text" | "long" | "agency" | "year" | "number" | "day" | "amount" | readonly string[];
type Column = Readonly<{ name: string; kind: Kind; optional?: true; default?: string }>;

/** The columns of a file of cases, in any order; see docs/case-files.md. */
export const CASE_COLUMNS: readonly Column[] = [
  { name: "agency", kind: "agency" },
  { name: "year", kind: "year" },
  { name: "number", kind: "number" },
  { name: "court", kind: "text" },
  { name: "judgmentNumber", kind: "text" },
  { name: "judgmentDate", kind: "day" },
  { name: "effectiveDate", kind: "day" },
  { name: "receivedOn", kind: "day" },
  { name: "decisionNumber", kind: "text" },
  { name: "decisionDate", kind: "day" },
  { name: "initiative", kind: INITIATIVES },
  { name: "category", kind: CATEGORIES, optional: true, default: "OTHER" },
  { name: "urgency", kind: URGENCIES, optional: true, default: "NORMAL" },
  { name: "amount", kind: "amount" },
  { name: "obligation", kind: "long", optional: true, default: "" },
  { name: "enteredOn", kind: "day" },
  { name: "start", kind: START_KINDS, optional: true, default: "ACCEPTED" },
  { name: "officer", kind: "text", optional: true, default: "" },
  { name: "debtor", kind: "long", optional: true, default: "" },
  { name: "creditor", kind: "long", optional: true, default: "" },
];

/** The columns of a file of events, oldest first within a case. */
export const EVENT_COLUMNS: readonly Column[] = [
  { name: "agency", kind: "agency" },
  { name: "year", kind: "year" },
  { name: "number", kind: "number" },
  { name: "kind", kind: EVENT_KINDS },
  { name: "day", kind: "day" },
  { name: "amount", kind: "amount", optional: true },
  { name: "aside", kind: OPEN_STATES, optional: true },
  { name: "ground", kind: "text", optional: true, default: "" },
  { name: "reference", kind: "text", optional: true, default: "" },
  { name: "note", kind: "long", optional: true, default: "" },
];

/** How to read the rows under a header, or why they cannot be read. */
export type Layout = Readonly<{
  layout: CaseLayout;
  /** Where in a row each column of the layout stands; -1 = left out. */
  places: readonly number[];
  width: number;
}>;

/** The layout a header announces: a file of events has a column `kind`. */
export function layoutOf(header: readonly string[]): Layout | { issues: readonly CaseImportIssue[] } {
  const names = header.map((name) => name.trim().replace(/^\ufeff/, ""));
  const layout = names.includes("kind") ? "events" : "cases";
  const columns = columnsOf(layout);
  const missing = columns.filter(({ name, optional }) => !optional && !names.includes(name));
  const unknown = names.filter((name) => !columns.some((column) => column.name === name));
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  const issues = [
    ...missing.map(({ name }) => issue(1, name, null, texts.missingColumn)),
    ...unknown.map((name) => issue(1, name, name, texts.unknownColumn)),
    ...twice.map((name) => issue(1, name, name, texts.columnTwice)),
  ];
  if (issues.length > 0) return { issues };
  return { layout, width: names.length, places: columns.map(({ name }) => names.indexOf(name)) };
}

/** The columns of a layout's staging table after the import's number and the row. */
export function stagedColumns(layout: CaseLayout): readonly string[] {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = columnsOf(layout).map(({ name }) => snake(name));
  return layout === "events" ? names : [...names, "decision_due"];
}

function columnsOf(layout: CaseLayout): readonly Column[] {
  return layout === "events" ? EVENT_COLUMNS : CASE_COLUMNS;
}

/** Reads one row; every cell that is wrong is an issue. `exceptions` is the working calendar for due days. */
export function readRow(
  layout: Layout,
  row: number,
  fields: readonly string[],
  exceptions: CalendarExceptions,
): ReadRow {
  if (fields.length !== layout.width)
    return { isGood: false, issues: [issue(row, null, null, texts.width(layout.width, fields.length))] };
  const columns = columnsOf(layout.layout);
  const issues: CaseImportIssue[] = [];
  const cells = columns.map((column, at): string | null => {
    const text = fields[layout.places[at] ?? -1]?.trim() ?? "";
    if (text === "" && column.optional) return column.default ?? null;
    const wrong = wrongCell(column.kind, text);
    if (wrong !== null) issues.push(issue(row, column.name, text, wrong));
    return text;
  });
  if (issues.length > 0) return { isGood: false, issues };
  return layout.layout === "events" ? { isGood: true, cells } : caseCells(row, cells, exceptions);
}

/** Days of a case come one after the other; the last cell is the day its decision was due. */
function caseCells(row: number, cells: readonly (string | null)[], exceptions: CalendarExceptions): ReadRow {
  const at = (name: string) => cells[CASE_COLUMNS.findIndex((column) => column.name === name)] ?? "";
  const order = DAY_ORDER.find(([earlier, later]) => at(later) < at(earlier));
  if (order !== undefined) {
    const [earlier, later] = order;
    return { isGood: false, issues: [issue(row, later, at(later), texts.beforeDay(earlier, at(earlier)))] };
  }
  const due = dueDay(at("receivedOn") as Day, at("urgency") as Urgency, exceptions);
  return { isGood: true, cells: [...cells, due] };
}

const DAY_ORDER = [
  ["judgmentDate", "effectiveDate"],
  ["judgmentDate", "receivedOn"],
  ["receivedOn", "decisionDate"],
  ["decisionDate", "enteredOn"],
] as const;

const dues = new WeakMap<CalendarExceptions, Map<string, Day>>();

/** Half a million rows name a few thousand days. */
function dueDay(receivedOn: Day, urgency: Urgency, exceptions: CalendarExceptions): Day {
  const known = dues.get(exceptions) ?? new Map<string, Day>();
  dues.set(exceptions, known);
  const key = `${receivedOn} ${urgency}`;
  const due = known.get(key) ?? decisionDueOn(receivedOn, urgency, exceptions);
  known.set(key, due);
  return due;
}

type Wrong = { vi: string; en: string };

function wrongCell(kind: Kind, text: string): Wrong | null {
  if (typeof kind !== "string") return kind.includes(text) ? null : texts.oneOf(kind);
  return wrongText(kind, text);
}

const patterns: Readonly<Record<"amount" | "number" | "year" | "agency", readonly [RegExp, Wrong]>> = {
  amount: [/^\d{1,18}$/, texts.amount],
  number: [/^[1-9]\d{0,8}$/, texts.number],
  year: [/^(?:199\d|20\d\d)$/, texts.year],
  agency: [/^[a-z0-9][a-z0-9-]{0,63}$/, texts.agencyCode],
};

function wrongText(kind: Exclude<Kind, readonly string[]>, text: string): Wrong | null {
  if (kind === "day") return isDay(text) ? null : texts.day;
  if (kind === "text" || kind === "long") {
    const most = kind === "long" ? 300 : 100;
    return text !== "" && text.length <= most ? null : texts.text(most);
  }
  const [pattern, wrong] = patterns[kind];
  return pattern.test(text) ? null : wrong;
}

export function issue(
  row: number | null,
  column: string | null,
  value: string | null,
  text: Wrong,
): CaseImportIssue {
  return { row, column, value: value?.slice(0, 100) ?? null, message: text.vi, messageEn: text.en };
}

/** The fields of one CSV record; a quoted field may hold commas, quotes doubled, and line ends. */
export function fieldsOf(record: string): string[] {
  if (!record.includes('"')) return record.split(",");
  const fields: string[] = [];
  for (let at = 0; at <= record.length; ) {
    if (record[at] === '"') {
      const [text, end] = quoted(record, at + 1);
      fields.push(text);
      at = end + 1;
    } else {
      const end = record.indexOf(",", at) === -1 ? record.length : record.indexOf(",", at);
      fields.push(record.slice(at, end));
      at = end + 1;
    }
  }
  return fields;
}

function quoted(record: string, from: number): [text: string, end: number] {
  let text = "";
  for (let at = from; at < record.length; at += 1) {
    const end = record.indexOf('"', at);
    if (end === -1) break;
    text += record.slice(at, end);
    if (record[end + 1] !== '"') return [text, Math.max(end + 1, record.indexOf(",", end))];
    text += '"';
    at = end + 1;
  }
  return [text, record.length];
}

/** Whether a piece of text ends inside a quoted field, so that its line end belongs to the field. */
export function isInsideQuotes(text: string): boolean {
  let inside = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) inside = !inside;
  return inside;
}
