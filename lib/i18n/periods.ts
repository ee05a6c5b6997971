import type { Locale, Text } from "@/lib/core/locale";

/** Why a step on a period or the calendar is refused. */
export const periodRefusals = {
  noPeriod: { vi: "Không có kỳ báo cáo này.", en: "There is no such period." },
  staysLocked: {
    vi: "Kỳ này đã khóa sổ nên không mở hay khép lại được. Hãy mở lại kỳ cho riêng cơ quan cần nhập.",
    en: "This period is locked and cannot be opened or closed again. Reopen it for the one agency that needs it.",
  },
  untilPast: {
    vi: "Hạn mở lại phải từ hôm nay trở đi.",
    en: "The reopening must end today or later.",
  },
  noAgency: {
    vi: "Không có cơ quan báo cáo mã này trong kỳ đó.",
    en: "No reporting agency had this code in that period.",
  },
  notReopened: {
    vi: "Kỳ này không đang mở lại cho cơ quan đó.",
    en: "The period is not reopened for that agency.",
  },
  worksAnyway: {
    vi: "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.",
    en: "Only a Saturday or Sunday can be worked instead.",
  },
  noCalendarDay: {
    vi: "Lịch không ghi gì cho ngày này.",
    en: "The calendar says nothing about this day.",
  },
} as const satisfies Record<string, Text>;

const vi = {
  title: (year: number, open: number) =>
    open === 0 ? `Năm ${year}: không kỳ nào đang mở` : `Năm ${year}: ${open} kỳ đang mở`,
  span: (from: string, to: string) => `${from} đến ${to}`,
  caption: "Mười hai kỳ của năm",
  period: "Kỳ báo cáo",
  dates: "Số liệu lũy kế",
  status: "Trạng thái",
  deadlines: { DISTRICT: "Hạn của Chi cục", PROVINCE: "Hạn của Cục" },
  noDeadline: "chưa có quy định",
  statuses: { OPEN: "Đang mở", CLOSED: "Đã khép", LOCKED: "Đã khóa sổ" },
  change: "Đổi trạng thái",
  steps: { OPEN: "Mở kỳ", CLOSED: "Khép kỳ", LOCKED: "Khóa sổ" },
  to: "Chuyển thành",
  lockHint: "Khi khóa sổ, mọi báo cáo đã duyệt bị khóa và kỳ không mở hay khép lại được nữa.",
  confirm: "Xác nhận",
  changed: "Đã đổi trạng thái kỳ.",
  reopenings: "Cơ quan đang được mở lại",
  noReopenings: "Không có cơ quan nào đang được mở lại.",
  reopen: "Mở lại cho một cơ quan",
  reopened: "Đã mở lại.",
  endReopening: "Kết thúc mở lại",
  ended: "Đã kết thúc mở lại.",
  until: "Đến hết ngày",
  untilDay: (day: string) => `đến hết ${day}`,
  agency: "Mã cơ quan",
  month: "Kỳ",
  reason: "Lý do",
  calendar: (year: number) => `Ngày nghỉ và ngày làm bù năm ${year}`,
  noDays: "Chưa ghi ngày nào.",
  day: "Ngày",
  kind: "Loại",
  kinds: { HOLIDAY: "Ngày nghỉ", WORKING: "Ngày làm bù" },
  name: "Tên ngày",
  addDay: "Ghi một ngày",
  added: "Đã ghi. Hạn báo cáo được tính lại.",
  removeDay: "Bỏ một ngày",
  removed: "Đã bỏ.",
};

type PeriodsText = typeof vi;

const en: PeriodsText = {
  title: (year: number, open: number) =>
    open === 0
      ? `${year}: no period is open`
      : `${year}: ${open} ${open === 1 ? "period is" : "periods are"} open`,
  span: (from: string, to: string) => `${from} to ${to}`,
  caption: "The twelve periods of the year",
  period: "Period",
  dates: "Cumulative figures",
  status: "Status",
  deadlines: { DISTRICT: "Chi cục due", PROVINCE: "Cục due" },
  noDeadline: "no rule known",
  statuses: { OPEN: "Open", CLOSED: "Closed", LOCKED: "Locked" },
  change: "Change the status",
  steps: { OPEN: "Open", CLOSED: "Close", LOCKED: "Lock" },
  to: "Change to",
  lockHint: "Locking locks every approved report, and the period cannot be opened or closed again.",
  confirm: "Confirm",
  changed: "The status was changed.",
  reopenings: "Reopened for single agencies",
  noReopenings: "No agency has a period reopened.",
  reopen: "Reopen for one agency",
  reopened: "Reopened.",
  endReopening: "End the reopening",
  ended: "The reopening was ended.",
  until: "Until the end of",
  untilDay: (day: string) => `until the end of ${day}`,
  agency: "Agency code",
  month: "Period",
  reason: "Reason",
  calendar: (year: number) => `Holidays and worked weekend days of ${year}`,
  noDays: "No day is recorded.",
  day: "Day",
  kind: "Kind",
  kinds: { HOLIDAY: "Holiday", WORKING: "Worked weekend day" },
  name: "Name",
  addDay: "Record a day",
  added: "Recorded. Deadlines follow.",
  removeDay: "Remove a day",
  removed: "Removed.",
};

export const periodsText: Readonly<Record<Locale, PeriodsText>> = { vi, en };
