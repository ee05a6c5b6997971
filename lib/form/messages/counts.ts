import type { Message } from "@/lib/form/messages/parts";

/** Sentences of V19: the counts beside the form. */
export const COUNT_MESSAGES = {
  countUnusable: {
    vi: (p) => `${p.subject} là ${p.n("value")}. Nhập số nguyên từ 0 đến ${p.n("limit")}.`,
    en: (p) => `${p.subject} is ${p.n("value")}. Enter a whole number from 0 to ${p.n("limit")}.`,
  },
  countAboveWhole: {
    vi: (p) =>
      `${p.subject} là ${p.n("value")}, lớn hơn tổng ${p.n("total")} (thừa ${p.n("difference")}). Kiểm tra lại hai số.`,
    en: (p) =>
      `${p.subject} is ${p.n("value")}, above its whole of ${p.n("total")} (${p.n("difference")} too many). Check both.`,
  },
} as const satisfies Readonly<Record<string, Message>>;
