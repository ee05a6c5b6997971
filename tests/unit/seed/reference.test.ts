import { describe, expect, it } from "vitest";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import {
  readAgencies,
  readDeadlines,
  readHolidays,
  readHungYen2021,
  readPublished2022,
  readTargets,
} from "@/prisma/seed/reference";
import { derived, totals } from "./support";

const agencies = readAgencies();
const codes = new Set(agencies.map((agency) => agency.code));

describe("agencies", () => {
  it("has 804 units with unique codes", () => {
    expect(agencies).toHaveLength(804);
    expect(codes.size).toBe(804);
  });

  it("has 63 Cục and 705 Chi cục in 2022 and 34 provinces since 01/7/2025", () => {
    const valid = agencies.filter((agency) => agency.validTo !== null);
    expect(valid.filter((agency) => agency.kind === "PROVINCE")).toHaveLength(63);
    expect(valid.filter((agency) => agency.kind === "DISTRICT")).toHaveLength(705);
    expect(
      agencies.filter((agency) => agency.kind === "PROVINCE" && agency.validFrom === "2025-07-01"),
    ).toHaveLength(34);
  });

  it("names existing parents and successors only", () => {
    const named = agencies
      .flatMap((agency) => [agency.parent, agency.successor])
      .filter((code) => code !== null);
    expect(named.filter((code) => !codes.has(code))).toEqual([]);
  });
});

describe("targets", () => {
  it("keeps the national ladder with basis points", () => {
    const national = readTargets().filter((target) => target.agency === "tc");
    expect(national.map(({ year, indicator, basisPoints }) => [year, indicator, basisPoints])).toEqual([
      [2020, "R_C", 8000],
      [2020, "R_M", 3800],
      [2022, "R_C", 8150],
      [2022, "R_M", 4010],
      [2023, "R_C", 8250],
      [2023, "R_M", 4550],
      [2024, "R_C", 8325],
      [2024, "R_M", 4645],
      [2025, "R_C", 8390],
      [2025, "R_M", 5190],
    ]);
  });

  it("gives every line an agency, two decimals, a source and only one value", () => {
    const targets = readTargets();
    for (const target of targets) {
      expect(codes).toContain(target.agency);
      expect(target.pct).toMatch(/^\d{2}\.\d{2}$/);
      expect(target.source).not.toBe("");
    }
    expect(new Set(targets.map((t) => `${t.agency}|${t.year}|${t.indicator}`)).size).toBe(targets.length);
  });

  it("leaves 2022 to the two known provinces", () => {
    const own = readTargets().filter((target) => target.year === 2022 && target.agency !== "tc");
    expect(own.map((target) => [target.agency, target.pct])).toEqual([
      ["cuc-tuyen-quang", "82.50"],
      ["cuc-tuyen-quang", "42.10"],
      ["cuc-vinh-phuc", "82.00"],
      ["cuc-vinh-phuc", "40.00"],
    ]);
  });
});

describe("calendar and deadlines", () => {
  const holidays = readHolidays();
  const dayOfWeek = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

  it("lists each day once, in order, from 2010 to 2027", () => {
    const days = holidays.map((holiday) => holiday.day);
    expect(days).toEqual([...new Set(days)].toSorted());
    const years = new Set(days.map((day) => Number(day.slice(0, 4))));
    expect([...years]).toEqual(Array.from({ length: 18 }, (_, index) => 2010 + index));
  });

  it("swaps only Saturdays", () => {
    const worked = holidays.filter((holiday) => holiday.kind === "WORKING");
    expect(worked.length).toBeGreaterThan(10);
    expect(worked.filter((holiday) => dayOfWeek(holiday.day) !== 6)).toEqual([]);
    const swapped = holidays.filter((holiday) => holiday.name.startsWith("Nghỉ hoán đổi"));
    expect(swapped).toHaveLength(worked.length);
    expect(swapped.filter((holiday) => [0, 6].includes(dayOfWeek(holiday.day)))).toEqual([]);
  });

  it("has 01–02/9/2022 as holidays, so that Cục report August by 08/9/2022", () => {
    const september = holidays.filter((holiday) => holiday.day.startsWith("2022-09"));
    expect(september.map((holiday) => [holiday.day, holiday.kind])).toEqual([
      ["2022-09-01", "HOLIDAY"],
      ["2022-09-02", "HOLIDAY"],
    ]);
  });

  it("says where each day and each rule comes from", () => {
    expect([...holidays, ...readDeadlines()].filter(({ source }) => source === "")).toEqual([]);
  });

  it("has one deadline rule per kind and day, without gaps", () => {
    for (const kind of ["DISTRICT", "PROVINCE"] as const) {
      const rules = readDeadlines().filter((rule) => rule.agencyKind === kind);
      expect(rules.map((rule) => rule.validFrom)).toEqual([
        "2015-06-26",
        "2020-01-05",
        "2024-07-26",
        "2026-07-01",
      ]);
      expect(rules.map((rule) => rule.validUntil)).toEqual(["2020-01-05", "2024-07-26", "2026-07-01", null]);
      expect(rules.map((rule) => rule.count)).toEqual(kind === "DISTRICT" ? [4, 2, 2, 2] : [7, 4, 4, 4]);
    }
  });
});

describe("Hưng Yên 2021", () => {
  const reports = readHungYen2021();

  it("has 11 units × 12 months with all columns", () => {
    expect(reports).toHaveLength(132);
    for (const report of reports) {
      expect(Object.keys(report.figures.cases)).toEqual([...INPUT_COLUMNS]);
      expect(Object.keys(report.figures.money)).toEqual([...INPUT_COLUMNS]);
      expect(report.figures.cases.reduced).toBe(0n);
    }
  });

  it("sums to the published year", () => {
    const cases = totals(reports, "cases", 12);
    const money = totals(reports, "money", 12);
    expect([cases.done, cases.c08]).toEqual([4_316n, 5_135n]);
    expect([money.done, money.c08]).toEqual([400_582_000_000n, 951_501_187_648n]);
  });

  it("adds up in every report", () => {
    const broken = reports.filter(({ figures }) =>
      [figures.cases, figures.money].some(
        (half) => derived(half).c07 !== derived(half).c08 + derived(half).c15,
      ),
    );
    expect(broken).toEqual([]);
  });
});

describe("published 2022", () => {
  it("names known agencies and sources", () => {
    for (const row of readPublished2022()) {
      expect(codes).toContain(row.scope);
      expect(row.source).not.toBe("");
    }
  });
});
