import { expect, test } from "vitest";
import { auditFilter } from "@/lib/audit/schema";
import { momentText, pageQuery, payloadText, problemText } from "@/lib/audit/view";

test("moments are told in Vietnamese time, whatever the server's zone", () => {
  expect(momentText(new Date("2022-09-30T17:05:09Z"))).toBe("01/10/2022 00:05:09");
});

test("a hidden payload is said to be hidden, an empty one is nothing", () => {
  expect(payloadText({ payload: null }, "vi")).toContain("không hiển thị");
  expect(payloadText({ payload: {} }, "en")).toBe("");
  expect(payloadText({ payload: { a: "1" } }, "vi")).toBe('{\n  "a": "1"\n}');
});

test("a broken line is named with its chain and number", () => {
  expect(problemText({ chain: "cc-323", seq: "7", problem: "hash" }, "vi")).toBe("cc-323 #7: sai mã băm");
});

test("what cannot be read in the address counts as not asked", () => {
  const filter = auditFilter.parse({
    chain: ["a", "b"],
    from: "2022-02-30",
    page: "0",
    verify: "yes",
    other: "x",
  });
  expect(filter).toEqual({ page: 1 });
});

test("another page keeps the question and does not verify again", () => {
  const filter = auditFilter.parse({ chain: "cc-323", verify: "1" });
  expect(pageQuery(filter, 2)).toEqual({ chain: "cc-323", page: 2 });
  expect(pageQuery(filter, 1)).toEqual({ chain: "cc-323", page: undefined });
});
