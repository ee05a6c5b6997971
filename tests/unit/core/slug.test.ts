import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareVietnamese, foldText } from "@/lib/core/slug";

describe("foldText", () => {
  test.each([
    ["Đồng Tháp", "dong thap"],
    ["ĐẮK LẮK", "dak lak"],
    ["Thừa Thiên - Huế", "thua thien - hue"],
    ["Bà Rịa - Vũng Tàu", "ba ria - vung tau"],
    ["Quỳnh Nhai ưƯ ơƠ ỹ", "quynh nhai uu oo y"],
  ])("%s is found as %s", (text, folded) => expect(foldText(text)).toBe(folded));

  test("does not care how the diacritics are encoded", () =>
    expect(foldText("Thuận Châu".normalize("NFD"))).toBe(foldText("Thuận Châu".normalize("NFC"))));
  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe("compareVietnamese", () => {
  test.each([
    [
      "the alphabet",
      ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "o", "ô", "ơ", "p", "u", "ư", "v", "y"],
    ],
    ["the tones", ["ma", "mà", "mả", "mã", "má", "mạ"]],
    ["tones after letters", ["cá", "cam", "cám", "can", "căn", "cân"]],
    ["D before Đ", ["Dĩ An", "Đà Nẵng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp"]],
    [
      "provinces",
      ["An Giang", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang", "Bến Tre", "Bình Dương", "Cà Mau"],
    ],
    ["a shorter first word first", ["Hà Nam", "Hà Nội", "Hà Tĩnh", "Hải Dương", "Hải Phòng", "Hậu Giang"]],
    ["numbers by value", ["Quận 1", "Quận 2", "Quận 10", "Quận Bình Thạnh"]],
    ["capitals last of all", ["Sơn La", "sơn la"]],
  ])("orders by %s", (_rule, sorted) => {
    expect([...sorted].reverse().sort(compareVietnamese)).toEqual(sorted);
    const decomposed = sorted.map((text) => text.normalize("NFD"));
    expect([...decomposed].reverse().sort(compareVietnamese)).toEqual(decomposed);
  });

  test("is a total order", () => {
    const words = fc.string({ unit: fc.constantFrom(..."aáăâđdeêoôơ 12"), maxLength: 4 });
    fc.assert(
      fc.property(words, words, words, (a, b, c) => {
        expect(compareVietnamese(a, b) + compareVietnamese(b, a)).toBe(0);
        fc.pre(compareVietnamese(a, b) <= 0 && compareVietnamese(b, c) <= 0);
        expect(compareVietnamese(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});
