import { expect, test } from "vitest";
import { COUNT_CODES, COUNT_LABELS, COUNT_PARTS } from "@/lib/form/counts";
import { describeIssue, issueKey } from "@/lib/form/issue";
import { blocksSubmission } from "@/lib/form/rules";
import { issuesOf } from "./support";

test.each(COUNT_PARTS)("$part may not exceed $whole, but may equal it", ({ part, whole }) => {
  const broken = issuesOf("V19", { counts: { [part]: 13n, [whole]: 12n } });
  expect(broken.map(issueKey)).toEqual([`V19:all:total:${part}`]);
  expect(blocksSubmission(broken)).toBe(true);
  expect(issuesOf("V19", { counts: { [part]: 12n, [whole]: 12n } })).toEqual([]);
});

test("a count that was not stated is not judged, alone or against its whole", () => {
  expect(issuesOf("V19", {})).toEqual([]);
  expect(issuesOf("V19", { counts: {} })).toEqual([]);
  expect(issuesOf("V19", { counts: { D02: 5n, K01: 0n } })).toEqual([]);
});

test("says which count is wrong and by how much, in both languages", () => {
  const [issue] = issuesOf("V19", { counts: { D01: 1_200n, D02: 1_300n } });
  expect(issue && describeIssue(issue, "vi")).toBe(
    "D02 (Quyết định thi hành án ra đúng thời hạn) là 1.300, lớn hơn tổng 1.200 (thừa 100). Kiểm tra lại hai số.",
  );
  expect(issue && describeIssue(issue, "en")).toContain(
    "D02 (Enforcement decisions issued on time) is 1,300",
  );
});

test("refuses counts below zero or beyond what can be stored", () => {
  expect(issuesOf("V19", { counts: { N01: -1n, N02: 2_147_483_648n } }).map(({ count }) => count)).toEqual([
    "N01",
    "N02",
  ]);
});

test("every count has a label and a unit in both languages", () => {
  const texts = COUNT_CODES.flatMap((code) => {
    const { label, unit } = COUNT_LABELS[code];
    return [label.vi, label.en, unit.vi, unit.en];
  });
  expect(texts.filter((text) => text.length < 2)).toEqual([]);
});
