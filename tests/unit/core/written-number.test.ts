import { describe, expect, test } from "vitest";
import { numberReadings } from "@/lib/core/written-number";

describe("numberReadings", () => {
  test.each([
    ["1234", ["1234 vi"]],
    ["1.234", ["1234 vi", "1234/1000"]],
    ["1,234", ["1234/1000 vi", "1234"]],
    ["1.234,5", ["12345/10 vi"]],
    ["1,234.5", ["12345/10"]],
    ["12,5", ["125/10 vi"]],
    ["0.123", ["123/1000"]],
    ["0,123", ["123/1000 vi"]],
    ["1234.567", ["1234567/1000"]],
    ["1 234", ["1234"]],
    ["1.23.4", []],
  ])("%s", (text, expected) => {
    const written = numberReadings(text).map(
      ({ units, decimals, isStandard }) =>
        `${units}${decimals > 0 ? `/${10 ** decimals}` : ""}${isStandard ? " vi" : ""}`,
    );
    expect(written).toEqual(expected);
  });
});
