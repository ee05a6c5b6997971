import { describe, expect, test } from "vitest";
import {
  editableText,
  figuresOf,
  naturalUnit,
  readCell,
  valuesOf,
  writeCell,
  writeReading,
} from "@/components/results/entry/cell";
import { moveOf } from "@/components/results/entry/keyboard";
import { movementText, valueAt } from "@/components/results/entry/movement";
import { pastedValues, pastePlan } from "@/components/results/entry/paste-plan";
import { rateStanding } from "@/components/results/entry/standing";
import { BASE_VERSION } from "@/lib/form/version";

describe("writing a cell", () => {
  test("hides no đồng: an amount that is not whole thousands is written out with its unit", () => {
    expect(writeCell(12_500_000n, "money", "thousands", "vi")).toBe("12.500");
    expect(writeCell(1_234_500n, "money", "thousands", "vi")).toBe("1.234.500 đ");
  });

  test("is read back as the same value in either language", () => {
    for (const locale of ["vi", "en"] as const) {
      for (const unit of ["thousands", "dong"] as const) {
        for (const value of [0n, 999n, 1_234_500n, 951_501_187_648n, 7_301_304_089_000n]) {
          expect(readCell(editableText(value, "money", unit, locale), "money", unit)).toEqual({
            kind: "value",
            value,
          });
        }
      }
    }
  });

  test("chooses đồng when one stored amount is not whole thousands", () => {
    expect(naturalUnit({ "money:completed": 400_582_000_000n })).toBe("thousands");
    expect(naturalUnit({ "money:completed": 951_501_187_648n })).toBe("dong");
    expect(naturalUnit({ "cases:completed": 4_316n })).toBe("thousands");
  });

  test("offers readings in words for money and as a number for cases", () => {
    expect(writeReading(400_582_000_000n, "money", "vi")).toBe("400 tỷ 582 triệu đồng");
    expect(writeReading(1234n, "cases", "vi")).toBe("1.234");
  });

  test("keeps missing cells missing on the way to a form and back", () => {
    const values = { "cases:completed": 0n, "money:reduced": 5n } as const;
    expect(figuresOf(values)).toEqual({ total: { cases: { completed: 0n }, money: { reduced: 5n } } });
    expect(valuesOf(figuresOf(values))).toEqual(values);
  });
});

describe("the movement of the month", () => {
  test("is the difference with its sign, and nothing when either side is missing", () => {
    expect(movementText(333n, 290n, "cases", "dong", "vi")).toBe("+43");
    expect(movementText(34_196_546_000n, 29_784_089_000n, "money", "thousands", "vi")).toBe("+4.412.457");
    expect(movementText(null, 290n, "cases", "dong", "vi")).toBe("–");
  });

  test("covers computed columns", () => {
    const figures = { cases: { carriedOver: 303n, newlyAccepted: 474n }, money: {} };
    expect(valueAt(figures, "cases", "totalToResolve", BASE_VERSION)).toBe(777n);
    expect(valueAt(figures, "cases", "eligible", BASE_VERSION)).toBeNull();
  });
});

describe("keys in a cell", () => {
  const key = {
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    selectionStart: 1,
    selectionEnd: 1,
    length: 3,
  };

  test("Enter goes down, Shift Enter up, arrows up and down", () => {
    expect(moveOf({ ...key, key: "Enter" })).toBe("down");
    expect(moveOf({ ...key, key: "Enter", shiftKey: true })).toBe("up");
    expect(moveOf({ ...key, key: "ArrowDown" })).toBe("down");
    expect(moveOf({ ...key, key: "ArrowUp" })).toBe("up");
  });

  test("left and right leave the cell only from the ends of its text", () => {
    expect(moveOf({ ...key, key: "ArrowLeft" })).toBeNull();
    expect(moveOf({ ...key, key: "ArrowLeft", selectionStart: 0, selectionEnd: 0 })).toBe("left");
    expect(moveOf({ ...key, key: "ArrowRight", selectionStart: 3, selectionEnd: 3 })).toBe("right");
    expect(moveOf({ ...key, key: "ArrowRight", selectionStart: 0, selectionEnd: 3 })).toBeNull();
  });
});

describe("a block from Excel", () => {
  const start = { slice: "total", column: "carriedOver", measure: "cases" } as const;

  test("is planned cell by cell: changes, the same, empty, questions, refusals", () => {
    const { lines } = pastePlan("303\t62.054.687\n\t1,234 tỷ\nabc\t5", start, BASE_VERSION, "thousands", {
      "cases:carriedOver": 303n,
    });
    expect(lines.map(({ outcome }) => outcome)).toEqual(["same", "change", "empty", "ask", "skip", "change"]);
  });

  test("applies what was read and the readings that were chosen, nothing else", () => {
    const { lines } = pastePlan("1,234\t5", start, BASE_VERSION, "thousands", {});
    expect(pastedValues(lines, {})).toEqual({ "money:carriedOver": 5_000n });
    expect(pastedValues(lines, { "cases:carriedOver": 1234n })).toEqual({
      "cases:carriedOver": 1234n,
      "money:carriedOver": 5_000n,
    });
  });
});

describe("the rate beside the form", () => {
  const figures = {
    cases: {
      completed: 4_000n,
      terminated: 316n,
      inProgress: 819n,
      postponedByAgreement: 0n,
      suspendedEligible: 0n,
      otherEligible: 0n,
    },
    money: {},
  };
  const target = { comparison: "above", basisPoints: 8300, inheritedFrom: null } as const;

  test("stands against the target exactly", () => {
    const standing = rateStanding(figures, "cases", BASE_VERSION, target, 12);
    expect(standing.verdict).toBe("MET");
    expect(standing.ratio).toEqual({ numerator: 4316n, denominator: 5135n });
    expect(standing.remaining).toBe(0n);
  });

  test("says nothing while figures are missing or no target is assigned", () => {
    expect(rateStanding(figures, "money", BASE_VERSION, target, 12).verdict).toBeNull();
    expect(rateStanding(figures, "cases", BASE_VERSION, null, 12).verdict).toBeNull();
  });
});
