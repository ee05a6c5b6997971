import { describe, expect, test } from "vitest";
import { Failure } from "@/lib/core/failure";

const text = { vi: "Kỳ đã khóa.", en: "The period is closed." };

describe("Failure", () => {
  test("is an error whose message is the Vietnamese sentence", () => {
    const failure = new Failure("precondition", text);
    expect(failure).toBeInstanceOf(Error);
    expect(failure).toMatchObject({ name: "Failure", code: "precondition", text, message: "Kỳ đã khóa." });
    expect(failure.fields).toBeUndefined();
    expect(failure.details).toBeUndefined();
  });

  test("carries the sentences of form fields and details", () => {
    const failure = new Failure("invalid", text, { fields: { money: text }, details: [1, 2] });
    expect(failure.fields).toEqual({ money: text });
    expect(failure.details).toEqual([1, 2]);
  });
});
