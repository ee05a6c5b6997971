import type { Role } from "@/lib/auth/actor";

/** The password of every demonstration account; printed at start, never used outside the demonstration. */
export const DEMO_PASSWORD = "ThiDua-THADS-2022";

export type DemoAccount = { login: string; name: string; role: Role; agency: string };

/** One account for each role, and a whole chain in Hưng Yên. The people are invented. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { login: "quantri", name: "Quản trị (minh họa)", role: "ADMIN", agency: "tc" },
  { login: "tongcuc", name: "Nguyễn Thu Hà (minh họa)", role: "GENERAL_STAFF", agency: "tc" },
  { login: "lanhdao", name: "Trần Quốc Bảo (minh họa)", role: "LEADER", agency: "tc" },
  { login: "thanhtra", name: "Lê Minh Đức (minh họa)", role: "AUDITOR", agency: "tc" },
  { login: "hungyen.nhap", name: "Phạm Thị Lan (minh họa)", role: "CLERK", agency: "cuc-hung-yen" },
  { login: "hungyen.duyet", name: "Vũ Văn Hùng (minh họa)", role: "APPROVER", agency: "cuc-hung-yen" },
  { login: "hungyen.lanhdao", name: "Đỗ Thị Mai (minh họa)", role: "LEADER", agency: "cuc-hung-yen" },
  { login: "vanlam.nhap", name: "Hoàng Thị Yến (minh họa)", role: "CLERK", agency: "cc-325" },
  { login: "vanlam.duyet", name: "Bùi Văn Sơn (minh họa)", role: "APPROVER", agency: "cc-325" },
  { login: "vanlam.chv", name: "Trịnh Đình Nam (minh họa)", role: "OFFICER", agency: "cc-325" },
  { login: "vanlam.chv2", name: "Lý Thị Hoa (minh họa)", role: "OFFICER", agency: "cc-325" },
  { login: "yenmy.nhap", name: "Ngô Thị Hạnh (minh họa)", role: "CLERK", agency: "cc-327" },
  { login: "yenmy.duyet", name: "Đặng Quang Vinh (minh họa)", role: "APPROVER", agency: "cc-327" },
];
