import { describe, expect, test } from "vitest";
import { isLocale } from "@/lib/core/locale";

describe("isLocale", () => {
  test.each(["vi", "en"])("accepts %s", (locale) => expect(isLocale(locale)).toBe(true));
  test.each(["fr", "VI", "", null, undefined, 1])("refuses %s", (other) =>
    expect(isLocale(other)).toBe(false),
  );
});
