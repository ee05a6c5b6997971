import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Bản tin sáng",
  morning: (day: string) => `Sáng ${day}`,
  fell: (n: string) => `${n} cơ quan rơi khỏi tiến độ`,
  cameBack: (n: string) => `${n} cơ quan trở lại tiến độ`,
  late: (n: string) => `${n} đơn vị chậm báo cáo`,
  arrived: (n: string) => `thêm ${n} báo cáo được tính`,
  events: (n: string) => `${n} báo cáo bị trả hoặc được sửa`,
  nothing: "không có gì thay đổi",
  window: (from: string, until: string) => `Từ ${from} đến ${until}`,
  asKnown: "Theo đúng những gì đã biết lúc đó; mở lại sau này vẫn như cũ.",
  measure: { cases: "việc", money: "tiền" },
  rate: (measure: string, before: string, after: string) =>
    before === after ? `Tỷ lệ ${measure}: ${after}` : `Tỷ lệ ${measure}: ${before} → ${after}`,
  coverage: (before: string, after: string, expected: string) =>
    before === after
      ? `Báo cáo được tính: ${after} / ${expected}`
      : `Báo cáo được tính: ${before} → ${after} / ${expected}`,
  none: "chưa có",
  sections: {
    alerts: "Cảnh báo tiến độ",
    corrected: "Được sửa bằng báo cáo bổ sung",
    returned: "Bị trả lại",
    signed: "Được duyệt của kỳ khác",
    arrived: "Có thêm báo cáo được duyệt",
    late: "Chậm báo cáo",
  },
  alertsLead:
    "So tỷ lệ với phần chỉ tiêu phải đạt đến tháng đó (chỉ tiêu × tháng / 12), khi ít nhất một nửa số báo cáo được tính.",
  change: {
    FELL: (before: string, after: string) => `${before} → ${after}`,
    SLIPPED: (_before: string, after: string) => `${after}, mất nhịp nhiều`,
    CAME_BACK: (before: string, after: string) => `${before} → ${after}`,
  },
  about: (name: string, measure: string, what: string) => `${name}, về ${measure}: ${what}`,
  rates: (before: string, after: string) => `${before} → ${after}`,
  inPeriod: (period: string, rate: string) => `${period}: ${rate}`,
  ahead: (points: string) => `hơn nhịp ${points} điểm %`,
  behind: (points: string) => `kém nhịp ${points} điểm %`,
  partly: (reported: string, expected: string) => `mới tính ${reported} / ${expected} báo cáo`,
  event: {
    CORRECTED: (revision: number) => `bổ sung lần ${revision - 1} được duyệt`,
    RETURNED: () => "bị trả lại",
    SIGNED: () => "được duyệt",
  },
  eventLine: (name: string, period: string, what: string) => `${name}, ${period}: ${what}`,
  arrival: (name: string, before: string, after: string, expected: string) =>
    `${name}: ${before} → ${after} / ${expected} báo cáo`,
  arrivedOne: (name: string) => `${name}: báo cáo được duyệt`,
  lateIn: (name: string, n: string) => `${name}: ${n} đơn vị`,
  lateUnit: (name: string, days: string) => `${name}: quá hạn ${days} ngày`,
  due: (day: string) => `hạn ${day}`,
  more: (n: string) => `và ${n} báo cáo nữa`,
  before: "Buổi sáng trước",
  next: "Buổi sáng sau",
  day: "Ngày",
  show: "Xem",
  byMail: "Nhận bản tin qua thư điện tử",
  source: "Nguồn: báo cáo đã duyệt và các bước gửi, duyệt, trả trong hệ thống, tính đến 07:00 ngày làm việc.",
  illustrative: "Số liệu minh họa",
  open: "Mở trong hệ thống",
  stop: "Muốn thôi nhận, tắt bản tin ở trang Tài khoản của tôi.",
};

export type DigestText = typeof vi;

const en: DigestText = {
  title: "Morning digest",
  morning: (day) => `Morning of ${day}`,
  fell: (n) => `${n} fell off the pace`,
  cameBack: (n) => `${n} came back to the pace`,
  late: (n) => `${n} late with their report`,
  arrived: (n) => `${n} more reports count`,
  events: (n) => `${n} reports sent back or corrected`,
  nothing: "nothing changed",
  window: (from, until) => `From ${from} to ${until}`,
  asKnown: "As it was known then; opened again later it stays the same.",
  measure: { cases: "cases", money: "money" },
  rate: (measure, before, after) =>
    before === after ? `Rate, ${measure}: ${after}` : `Rate, ${measure}: ${before} → ${after}`,
  coverage: (before, after, expected) =>
    before === after
      ? `Reports that count: ${after} / ${expected}`
      : `Reports that count: ${before} → ${after} / ${expected}`,
  none: "none yet",
  sections: {
    alerts: "Pace alerts",
    corrected: "Corrected by a supplementary report",
    returned: "Sent back",
    signed: "Approved for other periods",
    arrived: "More reports approved",
    late: "Late with the report",
  },
  alertsLead:
    "The rate against the part of the target due by that month (target × month / 12), where at least half of the reports count.",
  change: {
    FELL: (before, after) => `${before} → ${after}`,
    SLIPPED: (_before, after) => `${after}, losing much of its pace`,
    CAME_BACK: (before, after) => `${before} → ${after}`,
  },
  about: (name, measure, what) => `${name}, ${measure}: ${what}`,
  rates: (before, after) => `${before} → ${after}`,
  inPeriod: (period, rate) => `${period}: ${rate}`,
  ahead: (points) => `${points} points ahead of the pace`,
  behind: (points) => `${points} points behind the pace`,
  partly: (reported, expected) => `${reported} / ${expected} reports count so far`,
  event: {
    CORRECTED: (revision) => `supplement ${revision - 1} approved`,
    RETURNED: () => "sent back",
    SIGNED: () => "approved",
  },
  eventLine: (name, period, what) => `${name}, ${period}: ${what}`,
  arrival: (name, before, after, expected) => `${name}: ${before} → ${after} / ${expected} reports`,
  arrivedOne: (name) => `${name}: report approved`,
  lateIn: (name, n) => `${name}: ${n} units`,
  lateUnit: (name, days) => `${name}: ${days} days overdue`,
  due: (day) => `due ${day}`,
  more: (n) => `and ${n} more reports`,
  before: "Morning before",
  next: "Morning after",
  day: "Day",
  show: "Show",
  byMail: "Get the digest by e-mail",
  source:
    "Source: approved reports and the steps of sending, approving and returning, up to 07:00 of the working day.",
  illustrative: "Illustrative data",
  open: "Open in the system",
  stop: "To stop, switch the digest off on the page My account.",
};

export const digestText: Readonly<Record<Locale, DigestText>> = { vi, en };
