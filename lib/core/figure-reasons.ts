import type { Text } from "@/lib/core/locale";

/** Why a written figure is refused, for the person who typed it. */
export const figureReasons = {
  negative: { vi: "Không nhận số âm.", en: "A negative number is not accepted." },
  tooLong: { vi: "Số dài quá 25 chữ số.", en: "The number has more than 25 digits." },
  malformed: { vi: "Không đọc được số này.", en: "This number cannot be read." },
  fraction: {
    vi: "Phải là số nguyên, không có phần lẻ nhỏ hơn đơn vị.",
    en: "It must be whole, without a part smaller than one unit.",
  },
  fractionInside: {
    vi: "Chỉ nhóm số cuối cùng được có phần thập phân.",
    en: "Only the last group of digits may have decimals.",
  },
  order: {
    vi: "Các đơn vị phải giảm dần: tỷ, triệu, nghìn, đồng.",
    en: "Units must go down: tỷ, triệu, nghìn, đồng.",
  },
  overflow: {
    vi: "Một nhóm số vượt quá một đơn vị lớn hơn đứng trước nó.",
    en: "A group of digits exceeds one of the larger unit before it.",
  },
  unitInCount: {
    vi: "Số lượng không kèm đơn vị tiền.",
    en: "A count has no unit of money.",
  },
  noUnit: { vi: "Thiếu đơn vị sau một nhóm số.", en: "A unit is missing after a group of digits." },
} as const satisfies Record<string, Text>;

/** Refuses a word that is no unit of money. Example: unknownWord("usd").vi names "usd". */
export function unknownWord(word: string): Text {
  return { vi: `Không hiểu “${word}” trong một con số.`, en: `“${word}” is not understood in a number.` };
}
