import { expect, test } from "vitest";
import { RULE_IDS } from "@/lib/form/issue";
import { RETURN_REASONS, WARNING_REASONS } from "@/lib/form/reasons";
import { RULES } from "@/lib/form/rules";

test("describes every rule once, in order", () => {
  expect(RULES.map(({ id }) => id)).toEqual([...RULE_IDS]);
});

test("titles and sources are complete in both languages", () => {
  const texts = RULES.flatMap(({ title, source }) => [title.vi, title.en, source.vi, source.en]);
  expect(texts.filter((text) => text.length < 8)).toEqual([]);
});

test.each([
  ["warning", WARNING_REASONS],
  ["return", RETURN_REASONS],
])("%s reasons have unique codes and only OTHER asks for a sentence", (_, reasons) => {
  const codes = reasons.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(reasons.filter(({ requiresText }) => requiresText).map(({ code }) => code)).toEqual(["OTHER"]);
});
