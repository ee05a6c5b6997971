import { describe, expect, test } from "vitest";
import { planEvent } from "@/lib/agencies/events/rules";
import { agencyEventInput } from "@/lib/agencies/schema";
import type { AgencyVersion } from "@/lib/agencies/types";
import { event, nation } from "./organisations";

const plan = (...given: Parameters<typeof event>) => planEvent(nation, event(...given));
const refusal = (...given: Parameters<typeof event>) => {
  try {
    return plan(...given);
  } catch (error) {
    return error;
  }
};
const brief = (versions: readonly AgencyVersion[]) =>
  versions.map(({ agency, parent, validFrom, validUntil }) => [agency, parent, validFrom, validUntil]);
const unit = (code: string, parent = "cuc-a") => ({
  code,
  kind: "DISTRICT",
  name: `Chi cục ${code}`,
  parent,
});

describe("an event ends versions on its day and begins others", () => {
  test("a new name begins where the old one ends, and ends where it would have ended", () => {
    const { closed, opened } = plan("RENAME", { agency: "cc-1", name: "Chi cục mới" });
    expect(brief(closed)).toEqual([["cc-1", "cuc-a", "2009-11-01", "2025-07-01"]]);
    expect(opened).toEqual([
      {
        agency: "cc-1",
        name: "Chi cục mới",
        parent: "cuc-a",
        validFrom: "2022-10-01",
        validUntil: "2025-07-01",
      },
    ]);
  });

  test("a move changes nothing but the superior", () => {
    const { opened, successions } = plan("MOVE", { agency: "cc-1", parent: "cuc-b" });
    expect(brief(opened)).toEqual([["cc-1", "cuc-b", "2022-10-01", "2025-07-01"]]);
    expect(successions).toEqual([]);
  });

  test("a merger hands the units of its predecessors to the successor, but for those that end with them", () => {
    const founded = { code: "cuc-c", kind: "PROVINCE", name: "Cục C", parent: "tc" };
    const made = plan("MERGE", { predecessors: ["cuc-a", "cuc-b", "cc-2"], successor: founded });
    expect(made.closed.map(({ agency }) => agency).sort()).toEqual([
      "cc-1",
      "cc-2",
      "cc-3",
      "cuc-a",
      "cuc-b",
    ]);
    expect(brief(made.opened)).toEqual([
      ["cuc-c", "tc", "2022-10-01", "2025-07-01"],
      ["cc-1", "cuc-c", "2022-10-01", "2025-07-01"],
      ["cc-3", "cuc-c", "2022-10-01", "2025-07-01"],
    ]);
    expect(made.successions.map(({ predecessor }) => predecessor)).toEqual(["cuc-a", "cuc-b", "cc-2"]);
  });

  test("a merger into one of its own predecessors leaves that one standing", () => {
    const made = plan("MERGE", { predecessors: ["cc-1", "cc-2"], successor: "cc-1" });
    expect(made.closed.map(({ agency }) => agency)).toEqual(["cc-2"]);
    expect(made.successions).toEqual([{ predecessor: "cc-2", successor: "cc-1", share: null }]);
  });

  test("a split makes successors; units move in the same event", () => {
    const provinces = ["x", "y"].map((code) => ({
      code: `cuc-${code}`,
      kind: "PROVINCE",
      name: `Cục ${code}`,
      parent: "tc",
    }));
    const moves = ["cc-1", "cc-2", "cc-3"].map((agency) => ({ agency, parent: "cuc-x" }));
    const made = plan("SPLIT", { agency: "cuc-a", successors: provinces, moves });
    expect(made.founded.map(({ code }) => code)).toEqual(["cuc-x", "cuc-y"]);
    expect(made.opened).toHaveLength(5);
    expect(made.successions).toEqual([
      { predecessor: "cuc-a", successor: "cuc-x", share: null },
      { predecessor: "cuc-a", successor: "cuc-y", share: null },
    ]);
  });

  test("what is founded afterwards stands as long as its superior did; what is founded today has no end", () => {
    expect(brief(plan("FOUND", { founded: unit("cc-9") }).opened)).toEqual([
      ["cc-9", "cuc-a", "2022-10-01", "2025-07-01"],
    ]);
    const later = { founded: unit("pkv-1", "thads-a"), effectiveOn: "2026-01-01" };
    expect(brief(plan("FOUND", later).opened)).toEqual([["pkv-1", "thads-a", "2026-01-01", null]]);
  });
});

describe("an event is refused", () => {
  test.each([
    [
      "of an agency that does not exist that day",
      "RENAME",
      { agency: "thads-a", name: "Mới" },
      "không tồn tại",
    ],
    ["of an agency nobody knows", "ABOLISH", { agency: "cc-0" }, "không tồn tại"],
    [
      "on the day the agency's version begins",
      "MOVE",
      { agency: "cc-3", parent: "cuc-b", effectiveOn: "2020-01-01" },
      "mới có hiệu lực từ 01/01/2020",
    ],
    [
      "that ends an agency which changes later",
      "ABOLISH",
      { agency: "cc-3", effectiveOn: "2019-01-01" },
      "sau đó",
    ],
    ["that leaves units without a superior", "ABOLISH", { agency: "cuc-a" }, "không còn cấp trên"],
    ["that moves a unit beneath its own level", "MOVE", { agency: "cc-1", parent: "cc-2" }, "cấp ngay trên"],
    ["that moves a province beneath its unit", "MOVE", { agency: "cuc-a", parent: "cc-1" }, "cấp ngay trên"],
    [
      "that moves beneath what does not exist that day",
      "MOVE",
      { agency: "cc-1", parent: "thads-a" },
      "cấp trên",
    ],
    ["that founds beneath nothing", "FOUND", { founded: { ...unit("cc-9"), parent: null } }, "cấp ngay trên"],
    ["that founds beneath nobody known", "FOUND", { founded: unit("cc-9", "cuc-0") }, "không tồn tại"],
    ["that merges nothing", "MERGE", { predecessors: ["cc-1"], successor: "cc-1" }, "ít nhất"],
    [
      "that merges a province into its unit",
      "MERGE",
      { predecessors: ["cuc-a"], successor: "cc-1" },
      "cấp ngay trên",
    ],
    [
      "that moves a unit of somebody else",
      "SPLIT",
      {
        agency: "cc-1",
        successors: [unit("cc-8"), unit("cc-9")],
        moves: [{ agency: "cc-2", parent: "cuc-b" }],
      },
      "không trực thuộc",
    ],
  ] as const)("%s", (_name, kind, fields, words) => {
    expect(refusal(kind, fields)).toMatchObject({
      code: "precondition",
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ["is taken", { founded: unit("cc-1") }],
    ["was taken by an agency that ended", { founded: unit("cuc-b") }],
  ])("that founds under a code which %s", (_name, fields) => {
    expect(refusal("FOUND", fields)).toMatchObject({ code: "conflict" });
  });

  test("that splits into twice the same code", () => {
    const successors = [unit("cc-9"), unit("cc-9")];
    expect(refusal("SPLIT", { agency: "cc-1", successors })).toMatchObject({ code: "conflict" });
  });
});

describe("a split says how its figures are divided", () => {
  const fields = (...shares: (string | number | undefined)[]) => ({
    agency: "cc-1",
    successors: shares.map((share, at) => ({
      ...unit(`cc-${at + 7}`),
      ...(share !== undefined && { share }),
    })),
  });

  test("for every successor, in whole numbers of any unit", () => {
    const { successions } = planEvent(nation, event("SPLIT", fields("6240", 4160)));
    expect(successions.map(({ successor, share }) => [successor, share])).toEqual([
      ["cc-7", "6240"],
      ["cc-8", "4160"],
    ]);
  });

  test.each([
    ["one successor without", [60, undefined], "successors.1.share"],
    ["nothing altogether", [0, "0"], "successors.0.share"],
    ["less than nothing", [-1, 2], "successors.0.share"],
    ["a fraction", ["0,5", 1], "successors.0.share"],
    ["an exponent", ["1e3", 1], "successors.0.share"],
    ["more than anybody counts", ["1000000000000000", 1], "successors.0.share"],
  ])("refused with %s", (_name, shares, field) => {
    const decision = { decisionNumber: "1", decisionDate: "2022-09-01", effectiveOn: "2022-10-01" };
    const parsed = agencyEventInput.safeParse({ kind: "SPLIT", ...decision, ...fields(...shares) });
    expect(parsed.error?.issues.map(({ path }) => path.join("."))).toEqual([field]);
  });
});

test.each([
  ["RENAME", { agency: "cc-0", name: "Mới" }, "agency"],
  ["RENAME", { agency: "cc-1", name: "Mới", effectiveOn: "2009-11-01" }, "effectiveOn"],
  ["MOVE", { agency: "cc-1", parent: "cc-2" }, "parent"],
  ["ABOLISH", { agency: "cuc-a" }, "moves"],
  ["FOUND", { founded: unit("cc-9", "cuc-0") }, "founded.parent"],
  ["FOUND", { founded: unit("cc-1") }, "founded.code"],
  ["MERGE", { predecessors: ["cc-1"], successor: "cc-1" }, "predecessors"],
  ["MERGE", { predecessors: ["cc-0"], successor: "cc-1" }, "predecessors"],
  ["MERGE", { predecessors: ["cc-1"], successor: "cc-0" }, "successor"],
  ["MERGE", { predecessors: ["cc-1"], successor: unit("cc-2") }, "successor.code"],
  ["MERGE", { predecessors: ["cc-1"], successor: unit("cc-9", "cc-2") }, "successor.parent"],
  ["SPLIT", { agency: "cc-1", successors: [unit("cc-9"), unit("cc-9")] }, "successors"],
] as const)("%s of %o is refused at the field %s", (kind, fields, field) => {
  expect(Object.keys((refusal(kind, fields) as { fields: object }).fields)).toEqual([field]);
});

test("inputs are strict: an unknown kind, field or impossible day is none", () => {
  const good = event("ABOLISH", { agency: "cc-1" });
  expect(agencyEventInput.safeParse(good).success).toBe(true);
  for (const change of [
    { kind: "VANISH" },
    { by: "ai đó" },
    { effectiveOn: "2022-02-30" },
    { decisionNumber: " " },
  ]) {
    expect(agencyEventInput.safeParse({ ...good, ...change }).success).toBe(false);
  }
});
