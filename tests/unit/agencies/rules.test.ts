import { describe, expect, test } from "vitest";
import {
  agenciesAsOf,
  agencyAsOf,
  everWithin,
  isInForce,
  lineageOf,
  relation,
  subordinatesAsOf,
  superiorsAsOf,
} from "@/lib/agencies/rules";
import { agencyBody, branches } from "@/lib/agencies/view";
import { day } from "@/lib/core/day";
import { nation } from "./organisations";

const [before, last, after] = [day("2019-12-31"), day("2025-06-30"), day("2025-07-01")];

describe("as of a day", () => {
  test("a version holds from its first day until the day before its end", () => {
    const version = { validFrom: day("2020-01-01"), validUntil: day("2025-07-01") };
    expect([before, day("2020-01-01"), last, after].map((each) => isInForce(version, each))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
  test("an agency stands where it stood then, or not at all", () => {
    expect(agencyAsOf(nation, "cc-3", before)?.parent).toBe("cuc-b");
    expect(agencyAsOf(nation, "cc-3", last)?.parent).toBe("cuc-a");
    expect(agencyAsOf(nation, "cc-3", after)).toBeNull();
    expect(agenciesAsOf(nation, after).map(({ code }) => code)).toEqual(["cql", "thads-a"]);
  });
  test("superiors come nearest first, units with the superior of that day", () => {
    expect(superiorsAsOf(nation, "cc-1", last)).toEqual(["cuc-a", "tc"]);
    expect(subordinatesAsOf(nation, "cuc-a", before).map(({ code }) => code)).toEqual(["cc-1", "cc-2"]);
    expect(subordinatesAsOf(nation, "cuc-a", last).map(({ code }) => code)).toEqual(["cc-1", "cc-2", "cc-3"]);
  });
});

describe("who stands how to whom", () => {
  test.each([
    ["cuc-a", "cuc-a", last, "own"],
    ["cuc-a", "cc-3", last, "child"],
    ["cuc-a", "cc-3", before, "none"],
    ["tc", "cc-3", before, "below"],
    ["thads-a", "cuc-a", last, "predecessor"],
    ["thads-a", "cc-1", last, "predecessor"],
    ["thads-a", "cc-3", before, "none"],
    ["thads-a", "cuc-b", last, "none"],
    ["cuc-a", "thads-a", after, "none"],
    ["cc-1", "cuc-a", last, "none"],
  ] as const)("to %s, %s is on %s: %s", (home, agency, on, expected) => {
    expect(relation(nation, home, agency, on)).toBe(expected);
  });
  test("the second line reaches the lineage and all that was ever under it", () => {
    expect([...everWithin(nation, "thads-a")].sort()).toEqual(["cc-1", "cc-2", "cc-3", "cuc-a", "thads-a"]);
    expect([...everWithin(nation, "cc-1")]).toEqual(["cc-1"]);
  });
});

describe("shown", () => {
  test("the last day is inclusive and successors are named", () => {
    const found = agencyAsOf(nation, "cuc-a", last);
    expect(found && agencyBody(found, nation)).toMatchObject({
      validTo: "2025-06-30",
      successors: ["thads-a"],
    });
    const open = agencyAsOf(nation, "thads-a", after);
    expect(open && agencyBody(open, nation)).toMatchObject({ validTo: null, successors: [] });
  });
  test("search ignores diacritics, and a unit found shows with its province", () => {
    expect(
      branches(nation, last, "TEN CC-3").map(({ agency, units }) => [agency.code, units.length]),
    ).toEqual([["cuc-a", 1]]);
    expect(branches(nation, last, "")).toHaveLength(3);
    expect(branches(nation, last, "không có")).toEqual([]);
  });
});

test("a succession takes effect on the day its predecessor ends", () => {
  const { versions, successions } = lineageOf(nation);
  expect(versions).toBe(nation.versions);
  expect(successions).toEqual([
    { predecessor: "tc", successor: "cql", effectiveOn: after },
    { predecessor: "cuc-a", successor: "thads-a", effectiveOn: after },
  ]);
});
