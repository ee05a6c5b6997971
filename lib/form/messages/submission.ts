import type { Message } from "@/lib/form/messages/parts";

/** Sentences of V17 and V18: when a report may be sent, and the rates printed in it. */
export const SUBMISSION_MESSAGES = {
  previousNotAccepted: {
    vi: (p) =>
      `Báo cáo ${p.n("previousMonth")} tháng chưa được chấp nhận nên chưa gửi được báo cáo ${p.n("month")} tháng.`,
    en: (p) =>
      `The ${p.n("previousMonth")}-month report is not accepted yet, so the ${p.n("month")}-month report cannot be sent.`,
  },
  periodNotEnded: {
    vi: (p) =>
      `Chưa hết kỳ: kỳ kết thúc ngày ${p.n("lastDay")}, hôm nay ${p.n("today")}. Gửi được từ ngày ${p.n("from")}.`,
    en: (p) =>
      `The period ends on ${p.n("lastDay")}; today is ${p.n("today")}. It can be sent from ${p.n("from")}.`,
  },
  rateDiffers: {
    vi: (p) =>
      `Tỷ lệ ghi ${p.n("stated")} %, tính lại ${p.n("computed")} % (đã xong ${p.n("completed")} ÷ ${p.amount("eligible")}, ${p.related[0]}).`,
    en: (p) =>
      `Stated rate ${p.n("stated")}%, recomputed ${p.n("computed")}% (completed ${p.n("completed")} ÷ ${p.amount("eligible")}, ${p.related[0]}).`,
  },
  rateUndefined: {
    vi: (p) => `Tỷ lệ ghi ${p.n("stated")} % nhưng ${p.related[0]} bằng 0 nên không có tỷ lệ.`,
    en: (p) => `Stated rate ${p.n("stated")}%, but ${p.related[0]} is 0, so there is no rate.`,
  },
  rateUnreadable: {
    vi: (p) => `Tỷ lệ ghi “${p.n("stated")}” không đọc được. Ghi dạng 58,23.`,
    en: (p) => `Stated rate “${p.n("stated")}” cannot be read. Write it as 58.23.`,
  },
} as const satisfies Readonly<Record<string, Message>>;
