import { INPUT_COLUMNS, type InputColumn } from "@/lib/form/columns";
import type { CsvRow } from "./csv";
import { cell, oneOf, optionalBigint, optionalCell, readCsv } from "./csv";
import type {
  AgencySeed,
  DeadlineSeed,
  Figures,
  HolidaySeed,
  PublishedSeed,
  ReportSeed,
  TargetSeed,
} from "./types";

const HUNG_YEN_SOURCE =
  "Bài «Dân vận trong công tác thi hành án dân sự», Hưng Yên, 01/03/2022: chỉ tổng cả tỉnh tháng 12 là số công bố " +
  "(4.316 việc xong; 400 tỷ 582 triệu đồng); phần chia theo đơn vị và tháng là minh họa";

/** All 804 agencies, old and new, with their dates. */
export function readAgencies(): AgencySeed[] {
  return readCsv("agencies.csv").map((row) => ({
    code: cell(row, "code"),
    kind: oneOf(row, "kind", ["GENERAL_DEPARTMENT", "PROVINCE", "DISTRICT"]),
    name: cell(row, "name_vi"),
    parent: optionalCell(row, "parent"),
    validFrom: cell(row, "valid_from"),
    validTo: optionalCell(row, "valid_to"),
    successor: optionalCell(row, "successor"),
    gsoCode: optionalCell(row, "gso_code"),
  }));
}

export function readTargets(): TargetSeed[] {
  return readCsv("targets.csv").map((row) => ({
    agency: cell(row, "agency"),
    year: Number(cell(row, "year")),
    indicator: oneOf(row, "indicator", ["R_C", "R_M"]),
    comparison: oneOf(row, "comparison", ["above"]),
    pct: cell(row, "pct"),
    basisPoints: Number(cell(row, "pct").replace(".", "")),
    source: cell(row, "source"),
  }));
}

export function readHolidays(): HolidaySeed[] {
  return readCsv("holidays.csv").map((row) => ({
    day: cell(row, "day"),
    kind: oneOf(row, "kind", ["HOLIDAY", "WORKING"]),
    name: cell(row, "name_vi"),
    source: cell(row, "source"),
  }));
}

export function readDeadlines(): DeadlineSeed[] {
  return readCsv("deadlines.csv").map((row) => ({
    legalVersion: cell(row, "legal_version"),
    validFrom: cell(row, "valid_from"),
    validUntil: optionalCell(row, "valid_until"),
    agencyKind: oneOf(row, "agency_kind", ["PROVINCE", "DISTRICT"]),
    kind: oneOf(row, "kind", ["workingDaysAfterEnd", "dayOfNextMonth"]),
    count: Number(cell(row, "count")),
    source: cell(row, "source"),
  }));
}

/** What was really published for statistical year 2022; the generated year is built around it. */
export function readPublished2022(): PublishedSeed[] {
  return readCsv("published-2022.csv").map((row) => ({
    scope: cell(row, "scope"),
    year: Number(cell(row, "year")),
    month: Number(cell(row, "month")),
    measure: oneOf(row, "measure", ["cases", "money"]),
    carriedOver: optionalBigint(row, "carried_over"),
    newlyAccepted: optionalBigint(row, "newly_accepted"),
    acceptedTotal: optionalBigint(row, "accepted_total"),
    total: optionalBigint(row, "total"),
    eligible: optionalBigint(row, "eligible"),
    suspended: optionalBigint(row, "suspended"),
    done: optionalBigint(row, "done"),
    ratePct: optionalCell(row, "rate_pct"),
    approximate: cell(row, "approximate") === "1",
    note: cell(row, "note"),
    source: cell(row, "source"),
  }));
}

/** Hưng Yên, statistical year 2021: 11 units × 12 cumulative months. */
export function readHungYen2021(): ReportSeed[] {
  const rows = readCsv("hung-yen-2021.csv");
  const money = new Map(
    rows.filter((row) => cell(row, "measure") === "money").map((row) => [rowKey(row), row]),
  );
  return rows
    .filter((row) => cell(row, "measure") === "cases")
    .map((row) => {
      const pair = money.get(rowKey(row));
      if (pair === undefined) throw new Error(`hung-yen-2021.csv: no money row for ${rowKey(row)}`);
      return {
        agency: cell(row, "agency"),
        year: Number(cell(row, "year")),
        month: Number(cell(row, "month")),
        figures: { cases: figuresOf(row), money: figuresOf(pair) },
        illustrative: true,
        source: HUNG_YEN_SOURCE,
      };
    });
}

function rowKey(row: CsvRow): string {
  return `${cell(row, "agency")}|${cell(row, "year")}|${cell(row, "month")}`;
}

function figuresOf(row: CsvRow): Figures {
  const entries = INPUT_COLUMNS.map((column): [InputColumn, bigint] => [column, BigInt(cell(row, column))]);
  return Object.fromEntries(entries) as Figures;
}
