import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Nhật ký hệ thống",
  lead: "Mọi thay đổi đều có một dòng ở đây; mỗi dòng mang mã băm của dòng trước nên không sửa hay xóa lén được.",
  chain: "Chuỗi",
  allChains: "Tất cả",
  subject: "Đối tượng",
  actor: "Người làm",
  from: "Từ ngày",
  to: "Đến ngày",
  filter: "Lọc",
  verify: "Kiểm tra toàn bộ chuỗi",
  intact: (lines: string, chains: string) =>
    `Đã tính lại ${lines} dòng của ${chains} chuỗi: không có chỗ nào bị sửa, mất hay chèn.`,
  broken: (count: string) =>
    `Có ${count} chỗ không khớp. Hãy giữ nguyên hệ thống và báo ngay người phụ trách an toàn thông tin.`,
  time: "Thời điểm",
  action: "Việc",
  line: "Dòng",
  details: "Chi tiết",
  hidden: "Số liệu không hiển thị cho quản trị",
  none: "Không có dòng nào khớp bộ lọc.",
  found: (count: string) => `${count} dòng`,
  page: (page: string, pages: string) => `Trang ${page} / ${pages}`,
  newer: "Mới hơn",
  older: "Cũ hơn",
  problems: {
    gap: "thiếu dòng",
    link: "đứt liên kết",
    hash: "sai mã băm",
    text: "nội dung bị sửa",
    head: "mất dòng cuối",
  },
};

export type AuditText = typeof vi;

const en: AuditText = {
  title: "Audit",
  lead: "Every change has a line here; each line carries the hash of the one before, so none can be altered unseen.",
  chain: "Chain",
  allChains: "All",
  subject: "Subject",
  actor: "Actor",
  from: "From",
  to: "To",
  filter: "Filter",
  verify: "Verify all chains",
  intact: (lines, chains) =>
    `Recomputed ${lines} lines of ${chains} chains: nothing was altered, removed or inserted.`,
  broken: (count) =>
    `${count} places do not agree. Leave the system as it is and tell the security officer now.`,
  time: "Time",
  action: "Action",
  line: "Line",
  details: "Details",
  hidden: "Figures are not shown to administrators",
  none: "No line matches the filter.",
  found: (count) => `${count} lines`,
  page: (page, pages) => `Page ${page} / ${pages}`,
  newer: "Newer",
  older: "Older",
  problems: {
    gap: "line missing",
    link: "link broken",
    hash: "wrong hash",
    text: "content altered",
    head: "last line lost",
  },
};

export const auditText: Readonly<Record<Locale, AuditText>> = { vi, en };
