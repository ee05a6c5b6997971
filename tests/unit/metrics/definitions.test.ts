import { describe, expect, test } from "vitest";
import { RATE_DEFINITIONS, rateBy, sideBySide } from "@/lib/metrics/definitions";

const inputs = { completed: 70n, terminated: 5n, reduced: 3n, eligible: 100n, totalEnforceable: 150n };

describe("rate definitions", () => {
  test.each([
    ["official", "cases", 75n, 100n],
    ["official", "money", 78n, 100n],
    ["withoutReduction", "money", 75n, 100n],
    ["completedOnly", "money", 70n, 100n],
    ["completedOnly", "cases", 70n, 100n],
    ["overTotal", "money", 78n, 150n],
  ] as const)("%s of %s", (id, measure, numerator, denominator) =>
    expect(rateBy(id, inputs, measure)).toEqual({ numerator, denominator }),
  );

  test("say nothing when an input they need is not known, and ask for no other", () => {
    const { terminated, ...withoutTerminated } = inputs;
    expect(terminated).toBe(5n);
    expect(sideBySide(["official", "completedOnly"], withoutTerminated, "cases")).toEqual({
      left: null,
      right: { numerator: 70n, denominator: 100n },
    });
    expect(rateBy("official", { ...inputs, reduced: null }, "money")).toBeNull();
    expect(rateBy("official", { ...inputs, reduced: null }, "cases")).not.toBeNull();
    expect(rateBy("overTotal", { ...inputs, totalEnforceable: null }, "cases")).toBeNull();
    expect(rateBy("official", { ...inputs, eligible: 0n, completed: 0n, terminated: 0n }, "cases")).toEqual({
      numerator: 0n,
      denominator: 0n,
    });
  });

  test("are each named in both languages, with a source", () => {
    for (const { label, source } of RATE_DEFINITIONS) {
      expect(label.vi).not.toBe(label.en);
      expect(source).not.toBe("");
    }
  });
});
