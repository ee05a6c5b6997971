import type { Message, MessageParts } from "@/lib/form/messages/parts";

function rightValues(parts: MessageParts): string {
  return parts.related
    .slice(1, -2)
    .map((_, at) => parts.n(`right${at + 1}`))
    .join(" + ");
}

function rightColumns(parts: MessageParts): string {
  return parts.related.slice(1, -2).join(" + ");
}

/** "Cột 7 = cột 8 + cột 15: 770 ≠ 620 + 153". */
function equation(parts: MessageParts): string {
  const [left = ""] = parts.related;
  const head = `${left.charAt(0).toUpperCase()}${left.slice(1)} = ${rightColumns(parts)}`;
  return `${head}: ${parts.n("left")} ≠ ${rightValues(parts)}`;
}

/** Sentences of V01–V06: values and sums within one form. */
export const ARITHMETIC_MESSAGES = {
  missing: {
    vi: (p) => `${p.subject}: chưa nhập. Nhập 0 nếu không phát sinh.`,
    en: (p) => `${p.subject}: not entered. Enter 0 if there was none.`,
  },
  negative: {
    vi: (p) => `${p.subject}: ${p.n("value")} là số âm. Nhập số nguyên từ 0 trở lên.`,
    en: (p) => `${p.subject}: ${p.n("value")} is negative. Enter a whole number from 0 up.`,
  },
  tooLarge: {
    vi: (p) => `${p.subject}: ${p.n("value")} vượt giới hạn ${p.amount("limit")}. Kiểm tra đơn vị tính.`,
    en: (p) => `${p.subject}: ${p.n("value")} exceeds the limit of ${p.amount("limit")}. Check the unit.`,
  },
  statedDiffers: {
    vi: (p) =>
      `${p.subject}: biểu ghi ${p.n("stated")}, cộng lại từ các cột là ${p.n("computed")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject}: the form states ${p.n("stated")}, its columns give ${p.n("computed")} (off by ${p.amount("difference")}).`,
  },
  pulledUpElsewhere: {
    vi: (p) =>
      `${p.subject} chỉ phát sinh ở Chi cục: đang ghi ${p.amount("value")}. Sửa về 0 hoặc giải trình.`,
    en: (p) =>
      `${p.subject} occurs in district rows only: ${p.amount("value")} entered. Set to 0 or explain.`,
  },
  identityBroken: {
    vi: (p) =>
      `${equation(p)} (lệch ${p.amount("difference")}). ${
        p.has("suggested")
          ? `Sửa ${p.related.at(-2)} còn ${p.n("suggested")} hoặc xem lại ${p.related.at(-1)}.`
          : `Xem lại ${rightColumns(p)}.`
      }`,
    en: (p) =>
      `${equation(p)} (off by ${p.amount("difference")}). ${
        p.has("suggested")
          ? `Set ${p.related.at(-2)} to ${p.n("suggested")} or check ${p.related.at(-1)}.`
          : `Check ${rightColumns(p)}.`
      }`,
  },
  reducedCases: {
    vi: (p) => `${p.subject} chỉ có ở phần tiền: đang ghi ${p.amount("value")}. Sửa về 0.`,
    en: (p) => `${p.subject} exists for money only: ${p.amount("value")} entered. Set it to 0.`,
  },
  enforceableNegative: {
    vi: (p) =>
      `${p.subject} âm: ${p.n("value")}. Tổng ${p.related.slice(1).join(", ")} là ${p.n("left")}, vượt ${p.related[0]} là ${p.amount("total")}.`,
    en: (p) =>
      `${p.subject} is negative: ${p.n("value")}. ${capital(p.related.slice(1).join(", "))} sum to ${p.n("left")}, above ${p.related[0]} of ${p.amount("total")}.`,
  },
  doneAboveEnforceable: {
    vi: (p) =>
      `${p.subject} âm: ${p.n("value")}. Đã xong (cột ${p.relatedNumbers.slice(1).join(" + ")}) là ${p.n("done")}, vượt ${p.related[0]} là ${p.amount("enforceable")}.`,
    en: (p) =>
      `${p.subject} is negative: ${p.n("value")}. Completed (columns ${p.relatedNumbers.slice(1).join(" + ")}) is ${p.n("done")}, above ${p.related[0]} of ${p.amount("enforceable")}.`,
  },
  eligibleAboveEnforceable: {
    vi: (p) =>
      `${p.subject} lớn hơn ${p.related[0]}: ${p.n("value")} > ${p.n("enforceable")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject} exceeds ${p.related[0]}: ${p.n("value")} > ${p.n("enforceable")} (off by ${p.amount("difference")}).`,
  },
} as const satisfies Readonly<Record<string, Message>>;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
