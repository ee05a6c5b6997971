import type { Fate } from "@/lib/agencies/events/types";
import type { EventKind } from "@/lib/agencies/types";
import type { Locale, Text } from "@/lib/core/locale";

export const FATE_LABELS: Readonly<Record<Fate, Text>> = {
  ENDED: { vi: "chấm dứt", en: "ends" },
  FOUNDED: { vi: "thành lập", en: "founded" },
  RENAMED: { vi: "đổi tên", en: "renamed" },
  MOVED: { vi: "đổi cấp trên", en: "new superior" },
};

/** What a form of events is for, as its title. */
export const EVENT_TITLES: Readonly<Record<EventKind, Text>> = {
  FOUND: { vi: "Thành lập cơ quan", en: "Found an agency" },
  MERGE: { vi: "Hợp nhất, sáp nhập cơ quan", en: "Merge agencies" },
  SPLIT: { vi: "Chia tách cơ quan", en: "Split an agency" },
  MOVE: { vi: "Chuyển cơ quan quản lý", en: "Move to another superior" },
  RENAME: { vi: "Đổi tên cơ quan", en: "Rename an agency" },
  ABOLISH: { vi: "Giải thể cơ quan", en: "Abolish an agency" },
};

const vi = {
  lead: "Không xóa gì của quá khứ: tên và cấp trên cũ khép lại, tên và cấp trên mới mở ra từ ngày có hiệu lực.",
  record: "Ghi nhận thay đổi tổ chức",
  decision: "Quyết định",
  decisionNumber: "Số quyết định",
  decisionDate: "Ngày quyết định",
  effectiveOn: "Có hiệu lực từ ngày",
  note: "Ghi chú",
  change: "Thay đổi",
  agency: "Mã cơ quan",
  codeHint: "Gõ mã hoặc tên để tìm",
  newName: "Tên mới",
  newParent: "Mã cơ quan cấp trên mới",
  predecessors: "Các cơ quan được hợp nhất, sáp nhập",
  predecessor: (n: number) => `Cơ quan thứ ${n}`,
  moreRows: "Cần thêm dòng thì bấm Xem trước: luôn còn dòng trống.",
  into: "Cơ quan kế thừa",
  intoExisting: "Là cơ quan đã có",
  intoNew: "Lập cơ quan mới",
  successor: "Mã cơ quan đã có",
  newAgency: (n: number) => `Cơ quan mới ${n}`,
  founded: "Cơ quan mới",
  code: "Mã",
  newCodeHint: "Chữ a–z, số, gạch nối; chưa từng dùng",
  name: "Tên",
  parent: "Mã cơ quan cấp trên",
  parentHint: "Để trống: như cơ quan cũ",
  share: "Phần số liệu nhận từ cơ quan cũ",
  shareHint: "Ví dụ 60 và 40, hoặc số việc bàn giao; ghi cho mọi cơ quan hoặc để trống hết",
  unitsOf: "Đơn vị trực thuộc về đâu",
  unitsLead: "Cơ quan chấm dứt thì mỗi đơn vị trực thuộc phải có cấp trên mới từ ngày ấy.",
  preview: "Xem trước",
  back: "Mọi cơ quan",
  edit: "Sửa lại nội dung quyết định",
  decided: (number: string, day: string) => `Quyết định ${number} ngày ${day}`,
  refused: "Chưa ghi được",
  title: (n: number, day: string) => `Từ ${day}, ${n} cơ quan thay đổi`,
  untilDay: (day: string) => `Đến hết ${day}`,
  fromDay: (day: string) => `Từ ${day}`,
  under: (name: string) => `trực thuộc ${name}`,
  notYet: "chưa có",
  noMore: "không còn",
  endsOn: (day: string) => `đến hết ${day}`,
  succession: (from: string, to: string) => `${to} kế thừa số liệu của ${from}`,
  part: (share: string, all: string, pct: string) => `nhận ${share} trên ${all} phần (${pct})`,
  estimated: "Chuỗi số liệu tính theo các phần này được đánh dấu là ước tính.",
  undivided:
    "Chưa ghi phần số liệu của từng cơ quan mới: chuỗi số liệu theo tổ chức mới sẽ để trống các tháng trước ngày này, vì không đủ dữ liệu.",
  accounts: (n: number) =>
    n === 0 ? "Không tài khoản nào có vai trò tại các cơ quan này" : `${n} vai trò tại các cơ quan này`,
  accountsEnded:
    "Người có vai trò tại cơ quan chấm dứt chỉ còn xem được số liệu cũ. Hãy giao cho họ vai trò tại cơ quan kế thừa.",
  periods: (n: number) =>
    n === 0 ? "Không kỳ đang mở nào bị ảnh hưởng" : `${n} kỳ đang mở tính theo tổ chức mới`,
  periodsLead: "Đơn vị phải báo cáo được xác định theo tổ chức vào ngày cuối kỳ.",
  settled: (n: number) =>
    `Ngày có hiệu lực lùi về quá khứ: ${n} kỳ đã khép hoặc đã khóa cũng đổi danh sách đơn vị.`,
  reopened: (name: string, period: string, day: string) => `${name}: ${period} đang mở lại đến ${day}`,
  stranded: (n: number) =>
    `${n} báo cáo đã nhập của cơ quan chấm dứt, cho kỳ kết thúc sau ngày ấy, sẽ không còn được tính:`,
  confirm: "Ghi nhận thay đổi này",
  confirming: "Đang ghi…",
};

type EventsText = typeof vi;

const en: EventsText = {
  lead: "Nothing of the past is erased: old names and superiors end, new ones begin on the effective day.",
  record: "Record a change of organisation",
  decision: "Decision",
  decisionNumber: "Decision number",
  decisionDate: "Decision date",
  effectiveOn: "In force from",
  note: "Note",
  change: "Change",
  agency: "Agency code",
  codeHint: "Type a code or a name to search",
  newName: "New name",
  newParent: "Code of the new superior",
  predecessors: "Agencies that are merged",
  predecessor: (n) => `Agency ${n}`,
  moreRows: "For more rows press Preview: there are always empty ones.",
  into: "Successor",
  intoExisting: "An agency that exists",
  intoNew: "A new agency",
  successor: "Code of the existing agency",
  newAgency: (n) => `New agency ${n}`,
  founded: "New agency",
  code: "Code",
  newCodeHint: "Letters a–z, digits, dashes; never used before",
  name: "Name",
  parent: "Code of the superior",
  parentHint: "Empty: as the old agency",
  share: "Part of the old agency's figures",
  shareHint: "Such as 60 and 40, or the files handed over; for every agency, or for none",
  unitsOf: "Where the units go",
  unitsLead: "When an agency ends, each unit under it needs a new superior from that day.",
  preview: "Preview",
  back: "All agencies",
  edit: "Change what was typed",
  decided: (number, day) => `Decision ${number} of ${day}`,
  refused: "Cannot be recorded yet",
  title: (n, day) => `From ${day}, ${n} ${n === 1 ? "agency changes" : "agencies change"}`,
  untilDay: (day) => `Until ${day}`,
  fromDay: (day) => `From ${day}`,
  under: (name) => `under ${name}`,
  notYet: "not there yet",
  noMore: "no more",
  endsOn: (day) => `until ${day}`,
  succession: (from, to) => `${to} succeeds to the figures of ${from}`,
  part: (share, all, pct) => `with ${share} of ${all} parts (${pct})`,
  estimated: "Series counted in these parts are marked as estimated.",
  undivided:
    "The parts of the new agencies are not said: series on the new organisation leave the months before that day empty, for want of data.",
  accounts: (n) =>
    n === 0
      ? "No account has a role at these agencies"
      : `${n} ${n === 1 ? "role" : "roles"} at these agencies`,
  accountsEnded:
    "People with a role at an agency that ends can only read its past. Give them a role at the successor.",
  periods: (n) =>
    n === 0
      ? "No open period is touched"
      : `${n} open ${n === 1 ? "period follows" : "periods follow"} the new organisation`,
  periodsLead: "Who has to report is answered by the organisation of the period's last day.",
  settled: (n) =>
    `The effective day lies in the past: ${n} closed or locked periods change their list of units too.`,
  reopened: (name, period, day) => `${name}: ${period} is open again until ${day}`,
  stranded: (n) =>
    `${n} ${n === 1 ? "report" : "reports"} already begun by agencies that end, for periods that end later, will no longer count:`,
  confirm: "Record this change",
  confirming: "Writing…",
};

export const eventsText: Readonly<Record<Locale, EventsText>> = { vi, en };
