import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { linesOf, type Measure } from "@/lib/documents/pdf/lines";
import {
  columnGroups,
  columnShares,
  headingNumbers,
  placeAndDate,
  plainText,
  recipientLines,
} from "@/lib/documents/rules";
import type { Block } from "@/lib/documents/types";
import { officialDocument } from "@/tests/factories/documents";

describe("text", () => {
  test("composes letters, so that a mark never stands beside its letter", () => {
    expect(plainText("Nguye\u0302\u0303n")).toBe("Nguyễn");
  });

  test("keeps no control character, no half of a character and nothing that hides or turns text", () => {
    expect(plainText("a\u0000b\u001Bc\uD800d\u202Egpj.exe\u200B\u200F\u2066!\uFEFF")).toBe(
      "abc\uFFFDdgpj.exe!",
    );
    expect(plainText("một\r\nhai\u2028ba\tbốn")).toBe("một\nhai\nba bốn");
  });

  test("of any kind is changed once and never again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const once = plainText(text);
        expect(plainText(once)).toBe(once);
        expect(once.replaceAll("\n", "")).not.toMatch(/\p{Cc}|[\u202A-\u202E]/u);
      }),
    );
  });
});

test("headings are numbered I., 1., a) with đ after d, and lower levels begin again", () => {
  const heading = (level: 1 | 2 | 3): Block => ({ kind: "heading", level, text: "x" });
  const body = [
    heading(1),
    heading(2),
    heading(3),
    heading(3),
    heading(3),
    heading(3),
    heading(3),
    heading(2),
  ];
  const numbers = headingNumbers([...body, { kind: "page-break" }, heading(3), heading(1), heading(2)]);
  expect(numbers).toEqual(["I.", "1.", "a)", "b)", "c)", "d)", "đ)", "2.", null, "a)", "II.", "1."]);
});

test("the ninth chapter is IX and the fourteenth XIV", () => {
  const body: Block[] = Array.from({ length: 14 }, () => ({ kind: "heading", level: 1, text: "x" }));
  expect(headingNumbers(body)).toContain("IX.");
  expect(headingNumbers(body).at(-1)).toBe("XIV.");
});

test("days below ten and the first two months have two digits, other months do not", () => {
  expect(placeAndDate("Hà Nội", day("2022-02-05"), "vi")).toBe("Hà Nội, ngày 05 tháng 02 năm 2022");
  expect(placeAndDate("Hà Nội", day("2022-03-10"), "vi")).toBe("Hà Nội, ngày 10 tháng 3 năm 2022");
  expect(placeAndDate("Hà Nội", null, "vi")).toBe("Hà Nội, ngày … tháng … năm …");
  expect(placeAndDate("Hà Nội", day("2022-03-10"), "en")).toBe("Hà Nội, 10 March 2022");
});

test("recipients end with the file copy, and there is none without recipients", () => {
  expect(recipientLines(officialDocument({ recipients: ["Như trên"] }))).toEqual([
    "- Như trên;",
    "- Lưu: VT.",
  ]);
  expect(recipientLines(officialDocument({ recipients: [] }))).toEqual([]);
});

test("columns of one group stand under one heading; shares add up to the width", () => {
  const groups = columnGroups([{}, { group: "Việc" }, { group: "Việc" }, { group: "Tiền" }, {}, {}]);
  expect(groups.map(({ group, from, count }) => [group, from, count])).toEqual([
    [null, 0, 1],
    ["Việc", 1, 2],
    ["Tiền", 3, 1],
    [null, 4, 1],
    [null, 5, 1],
  ]);
  expect(columnShares([{ width: 1 }, { width: 3 }])).toEqual([0.25, 0.75]);
});

describe("lines", () => {
  const ten: Measure = (text) => Array.from(text).length * 10;
  const textOf = (lines: ReturnType<typeof linesOf>) =>
    lines.map(({ pieces }) =>
      pieces
        .map(({ text, spaced }) => text + (spaced ? " " : ""))
        .join("")
        .trimEnd(),
    );

  test("break between words, and the last line of a paragraph ends it", () => {
    const lines = linesOf([{ text: "một hai ba bốn" }], 80, ten);
    expect(textOf(lines)).toEqual(["một hai", "ba bốn"]);
    expect(lines.map(({ ends }) => ends)).toEqual([false, true]);
  });

  test("keep a word together when its face changes within it", () => {
    expect(textOf(linesOf([{ text: "xin cha", bold: true }, { text: "o!" }], 60, ten))).toEqual([
      "xin",
      "chao!",
    ]);
  });

  test("break where the text says so, also twice in a row", () => {
    expect(textOf(linesOf([{ text: "một\n\nhai" }], 200, ten))).toEqual(["một", "", "hai"]);
  });

  test("are never wider than the width and lose no letter", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "ệ", "Đ", " ", "\n", "x"), maxLength: 80 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.integer({ min: 30, max: 300 }), (texts, width) => {
        const lines = linesOf(
          texts.map((text, at) => ({ text, bold: at % 2 === 0 })),
          width,
          ten,
          20,
        );
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
        const kept = lines.flatMap(({ pieces }) => pieces.map(({ text }) => text)).join("");
        expect(kept).toBe(texts.join("").replace(/[ \n]/g, ""));
      }),
    );
  });
});
