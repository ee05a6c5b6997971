import type { Role } from "@/lib/auth/actor";
import type { Text } from "@/lib/core/locale";

/** What each role is called on the screen. */
export const ROLE_LABELS: Readonly<Record<Role, Text>> = {
  CLERK: { vi: "Người nhập số liệu", en: "Clerk" },
  APPROVER: { vi: "Thủ trưởng cơ quan", en: "Head of agency" },
  OFFICER: { vi: "Chấp hành viên", en: "Enforcement officer" },
  GENERAL_STAFF: { vi: "Cán bộ Tổng cục", en: "General Department staff" },
  LEADER: { vi: "Lãnh đạo", en: "Leader" },
  AUDITOR: { vi: "Thanh tra, kiểm tra", en: "Auditor" },
  ADMIN: { vi: "Quản trị", en: "Administrator" },
};
