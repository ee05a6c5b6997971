import type { Message } from "@/lib/form/messages/parts";

/** Sentences of V10–V16: comparisons in time and between việc and tiền. */
export const PLAUSIBILITY_MESSAGES = {
  flowFalls: {
    vi: (p) =>
      `${p.subject} là số lũy kế nhưng giảm từ ${p.n("previous")} xuống ${p.n("value")} (giảm ${p.amount("difference")}). Sửa lại, hoặc giải trình theo báo cáo bổ sung.`,
    en: (p) =>
      `${p.subject} is cumulative but fell from ${p.n("previous")} to ${p.n("value")} (by ${p.amount("difference")}). Correct it, or explain by a supplementary report.`,
  },
  carriedOverNotYearEnd: {
    vi: (p) =>
      `${p.subject}: ${p.n("value")} khác số năm trước chuyển sang (${p.related[0]} − ${p.related[1]} của 12 tháng): ${p.n("carriedForward")} − ${p.n("separateRegister")} = ${p.n("expected")} (lệch ${p.amount("difference")}).`,
    en: (p) =>
      `${p.subject}: ${p.n("value")} differs from last year's close (${p.related[0]} − ${p.related[1]} at 12 months): ${p.n("carriedForward")} − ${p.n("separateRegister")} = ${p.n("expected")} (off by ${p.amount("difference")}).`,
  },
  carriedOverChanged: {
    vi: (p) =>
      `${p.subject} đổi từ ${p.n("previous")} thành ${p.n("value")} (lệch ${p.amount("difference")}); số chuyển sổ theo dõi riêng (${p.related[0]}) trong tháng: ${p.n("moved")}.`,
    en: (p) =>
      `${p.subject} changed from ${p.n("previous")} to ${p.n("value")} (by ${p.amount("difference")}); moved to the separate register (${p.related[0]}) this month: ${p.n("moved")}.`,
  },
  casesWithoutMoney: {
    vi: (p) =>
      `${p.subject}: có ${p.n("cases")} việc nhưng tiền là 0. Kiểm tra, hoặc ghi rõ việc không có giá trị.`,
    en: (p) =>
      `${p.subject}: ${p.n("cases")} cases but no money. Check, or state that they have no money value.`,
  },
  moneyWithoutCases: {
    vi: (p) =>
      `${p.subject}: có ${p.n("money")} đồng nhưng số việc là 0. Kiểm tra, hoặc ghi rõ chỉ một phần nghĩa vụ.`,
    en: (p) =>
      `${p.subject}: ${p.n("money")} đồng but no case. Check, or state that it is part of an obligation.`,
  },
  jumpUp: {
    vi: (p) =>
      `${p.subject} tăng ${p.n("percent")} % so với tháng trước: ${p.n("previous")} → ${p.n("value")} (ngưỡng ${p.n("limit")} %).`,
    en: (p) =>
      `${p.subject} rose ${p.n("percent")}% on the month before: ${p.n("previous")} → ${p.n("value")} (limit ${p.n("limit")}%).`,
  },
  jumpDown: {
    vi: (p) =>
      `${p.subject} giảm ${p.n("percent")} % so với tháng trước: ${p.n("previous")} → ${p.n("value")} (ngưỡng ${p.n("limit")} %).`,
    en: (p) =>
      `${p.subject} fell ${p.n("percent")}% on the month before: ${p.n("previous")} → ${p.n("value")} (limit ${p.n("limit")}%).`,
  },
  lateEntrustment: {
    vi: (p) =>
      `${p.subject}: riêng tháng 9 là ${p.amount("movement")}, bình quân 11 tháng trước là ${p.n("mean")} mỗi tháng.`,
    en: (p) =>
      `${p.subject}: ${p.amount("movement")} in September alone; the 11 months before average ${p.n("mean")} a month.`,
  },
  lateIntakeFalls: {
    vi: (p) =>
      `${p.subject}: riêng tháng 9 chỉ ${p.amount("movement")}, bình quân 11 tháng trước là ${p.n("mean")} mỗi tháng. Kiểm tra việc để lại sang tháng 10.`,
    en: (p) =>
      `${p.subject}: only ${p.amount("movement")} in September; the 11 months before average ${p.n("mean")} a month. Check for files held over to October.`,
  },
  carriedOverZero: {
    vi: (p) =>
      `${p.subject}: báo cáo đầu tiên của năm ghi ${p.n("value")}. Kiểm tra số năm trước chuyển sang.`,
    en: (p) => `${p.subject}: the first report of the year states ${p.n("value")}. Check last year's close.`,
  },
} as const satisfies Readonly<Record<string, Message>>;
