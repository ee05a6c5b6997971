import type { Message } from "@/lib/form/messages/parts";

/** Sentences of V07–V09: parts of the docket, and rows a row summarises. */
export const PARTS_AND_UNITS_MESSAGES = {
  partsUnequal: {
    vi: (p) =>
      `${p.subject}: chủ động ${p.n("exOfficio")} + theo yêu cầu ${p.n("onRequest")} ≠ tổng số ${p.n("total")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject}: ex officio ${p.n("exOfficio")} + on request ${p.n("onRequest")} ≠ total ${p.n("total")} (off by ${p.amount("difference")}).`,
  },
  partsIncomplete: {
    vi: (p) =>
      `${p.subject}: phải đủ cả ba số. Chủ động: ${p.n("exOfficio")}; theo yêu cầu: ${p.n("onRequest")}; tổng số: ${p.n("total")}.`,
    en: (p) =>
      `${p.subject}: all three are needed. Ex officio: ${p.n("exOfficio")}; on request: ${p.n("onRequest")}; total: ${p.n("total")}.`,
  },
  subsetAboveTotal: {
    vi: (p) =>
      `${p.subject}: ${p.n("value")} lớn hơn tổng số ${p.n("total")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject}: ${p.n("value")} exceeds the total ${p.n("total")} (off by ${p.amount("difference")}).`,
  },
  unitsUnequal: {
    vi: (p) =>
      `${p.subject}: cộng ${p.n("unitCount")} đơn vị được ${p.n("sum")}, biểu tổng hợp ghi ${p.n("value")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject}: the ${p.n("unitCount")} units sum to ${p.n("sum")}, the summary states ${p.n("value")} (off by ${p.amount("difference")}).`,
  },
  unitsMissing: {
    vi: (p) =>
      `${p.subject}: ${p.n("missingCount")} trong ${p.n("unitCount")} đơn vị chưa có số nên chưa cộng được.`,
    en: (p) =>
      `${p.subject}: ${p.n("missingCount")} of ${p.n("unitCount")} units have no figure, so there is no sum.`,
  },
} as const satisfies Readonly<Record<string, Message>>;
