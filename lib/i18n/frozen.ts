import type { Locale } from "@/lib/core/locale";

const vi = {
  freeze: "Chốt bảng xếp hạng",
  freezeNote:
    "Bản chốt ghi tên người ký, thời điểm, từng báo cáo làm căn cứ và mã băm vào nhật ký; chốt rồi không sửa được.",
  whole: "cả phong trào",
  phase: "Chốt cho",
  done: "Đã chốt.",
  title: (name: string) => `Bảng xếp hạng đã chốt: ${name}`,
  signed: (who: string, when: string) => `${who} ký lúc ${when}`,
  hash: "Mã băm",
  inputs: (count: number) => `${count} báo cáo làm căn cứ`,
  rank: "Hạng",
  unit: "Cơ quan",
  met: "Đạt",
  unchanged: "Từ khi chốt, không có số liệu nào làm đổi bảng này.",
  changed: (count: number) => `Từ khi chốt, báo cáo bổ sung làm đổi ${count} ô; bản đã ký giữ nguyên`,
  what: "Nội dung",
  before: "Khi chốt",
  after: "Tính lại hôm nay",
  rankOf: "Hạng",
  none: "Không có cơ quan nào trong phạm vi của tài khoản này.",
};

type FrozenText = typeof vi;

const en: FrozenText = {
  freeze: "Freeze the standings",
  freezeNote:
    "What is frozen names who signed, when, every report it rests on, and its hash goes into the audit; it cannot be changed.",
  whole: "the whole campaign",
  phase: "Freeze",
  done: "Frozen.",
  title: (name) => `Frozen standings: ${name}`,
  signed: (who, when) => `signed by ${who} at ${when}`,
  hash: "Hash",
  inputs: (count) => `rests on ${count} reports`,
  rank: "Rank",
  unit: "Agency",
  met: "Met",
  unchanged: "Nothing has changed these standings since.",
  changed: (count) => `Later corrections would change ${count} cells; what was signed stays`,
  what: "What",
  before: "When frozen",
  after: "Computed today",
  rankOf: "Rank",
  none: "No agency is within this account's reach.",
};

export const frozenText: Readonly<Record<Locale, FrozenText>> = { vi, en };
