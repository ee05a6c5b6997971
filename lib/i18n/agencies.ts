import type { AgencyKind, EventKind } from "@/lib/agencies/types";
import type { Locale, Text } from "@/lib/core/locale";

export const KIND_LABELS: Readonly<Record<AgencyKind, Text>> = {
  GENERAL_DEPARTMENT: { vi: "Cấp trung ương", en: "National" },
  PROVINCE: { vi: "Cấp tỉnh", en: "Province" },
  DISTRICT: { vi: "Cấp huyện", en: "District" },
};

export const EVENT_LABELS: Readonly<Record<EventKind, Text>> = {
  FOUND: { vi: "Thành lập", en: "Founded" },
  MERGE: { vi: "Hợp nhất, sáp nhập", en: "Merged" },
  SPLIT: { vi: "Chia tách", en: "Split" },
  MOVE: { vi: "Chuyển cơ quan quản lý", en: "Moved" },
  RENAME: { vi: "Đổi tên", en: "Renamed" },
  ABOLISH: { vi: "Giải thể", en: "Abolished" },
};

const vi = {
  title: (count: number, day: string) => `${count} cơ quan vào ngày ${day}`,
  metaTitle: "Cơ quan",
  asOf: "Vào ngày",
  search: "Tìm cơ quan",
  show: "Xem",
  code: "Mã",
  name: "Tên",
  parent: "Cơ quan cấp trên",
  units: "Đơn vị trực thuộc",
  validity: "Hiệu lực",
  from: "từ",
  until: "đến hết",
  still: "đang hoạt động",
  none: "Không có cơ quan nào khớp.",
  history: "Tên và cấp trên qua các thời kỳ",
  events: "Thay đổi tổ chức",
  noEvents: "Chưa ghi nhận thay đổi nào.",
  decision: (number: string, day: string) => `Quyết định ${number} ngày ${day}, có hiệu lực`,
  predecessors: "Kế thừa từ",
  successors: "Được kế thừa bởi",
};

type AgenciesText = typeof vi;

const en: AgenciesText = {
  title: (count, day) => `${count} agencies on ${day}`,
  metaTitle: "Agencies",
  asOf: "On",
  search: "Find an agency",
  show: "Show",
  code: "Code",
  name: "Name",
  parent: "Superior",
  units: "Units under it",
  validity: "Validity",
  from: "from",
  until: "until",
  still: "active",
  none: "No agency matches.",
  history: "Names and superiors over time",
  events: "Changes of organisation",
  noEvents: "No change was recorded.",
  decision: (number, day) => `Decision ${number} of ${day}, in force`,
  predecessors: "Succeeds",
  successors: "Succeeded by",
};

export const agenciesText: Readonly<Record<Locale, AgenciesText>> = { vi, en };
