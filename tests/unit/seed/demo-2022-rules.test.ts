import { describe, expect, it } from "vitest";
import { validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { agencies, report2022, reports2022 } from "./support";

const closing2021 = new Map(
  readHungYen2021()
    .filter((r) => r.month === 12)
    .map((r) => [r.agency, r.figures]),
);

const issues = reports2022.flatMap((report) => {
  const { agency, year, month } = report;
  const period = { year, month };
  const previous = report2022(agency, month - 1);
  const yearEnd = closing2021.get(agency);
  const found = validate({
    version: formVersionFor(period),
    period,
    agencyKind: agencies.get(agency)?.kind ?? "DISTRICT",
    figures: { total: report.figures },
    previous: previous === undefined ? null : { total: previous.figures },
    previousYearEnd: yearEnd === undefined ? null : { total: yearEnd },
    history: [],
    previousAccepted: month === 1 ? null : true,
    today: null,
  });
  return found.map((issue) => ({ agency, month, rule: issue.rule, severity: issue.severity }));
});

describe("the form's own rules over all 9.216 reports of 2022", () => {
  it("finds no error", () => {
    expect(issues.filter((issue) => issue.severity === "error")).toEqual([]);
  });

  it("warns only of the six staged reclassifications", () => {
    expect(new Set(issues.map((issue) => `${issue.rule} ${issue.month}`))).toEqual(new Set(["V13 12"]));
    expect(new Set(issues.map((issue) => issue.agency)).size).toBe(6);
  });
});
