import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Tài khoản của tôi",
  changePassword: "Đổi mật khẩu",
  tokens: "Mã truy cập API",
  tokensLead:
    "Chương trình dùng mã này thay tài khoản của bạn, với đúng quyền của bạn. Hệ thống không giữ mã, nên không hiện lại được.",
  noTokens: "Chưa có mã nào.",
  label: "Để làm gì",
  labelHint: "Ví dụ: phần mềm tổng hợp của Cục",
  createToken: "Tạo mã",
  created: "Đã tạo mã.",
  createdOn: (day: string) => `tạo ngày ${day}`,
  revoke: "Thu hồi",
  done: "Đã xong.",
  unnamed: "Mã không tên",
  revokedOn: (day: string) => `đã thu hồi ngày ${day}`,
  revokedTokens: (n: number) => `${n} mã đã thu hồi`,
  sessions: "Nơi đang đăng nhập",
  sessionsLead: "Thấy nơi lạ thì kết thúc phiên đó, rồi đổi mật khẩu.",
  current: "phiên này",
  openedAt: (at: string) => `đăng nhập ${at}`,
  seenAt: (at: string) => `dùng gần nhất ${at}`,
  unknownDevice: "Thiết bị không rõ",
  end: "Kết thúc phiên",
};

type AccountText = typeof vi;

const en: AccountText = {
  title: "My account",
  changePassword: "Change password",
  tokens: "API tokens",
  tokensLead:
    "A program uses a token in place of your account, with exactly your rights. The system does not keep it and cannot show it again.",
  noTokens: "None yet.",
  label: "What for",
  labelHint: "Such as: the province's own software",
  createToken: "Create a token",
  created: "The token was created.",
  createdOn: (day) => `created ${day}`,
  revoke: "Revoke",
  done: "Done.",
  unnamed: "Unnamed token",
  revokedOn: (day) => `revoked ${day}`,
  revokedTokens: (n) => `${n} revoked ${n === 1 ? "token" : "tokens"}`,
  sessions: "Where you are signed in",
  sessionsLead: "If you do not know a place, end that session, then change your password.",
  current: "this session",
  openedAt: (at) => `signed in ${at}`,
  seenAt: (at) => `last used ${at}`,
  unknownDevice: "Unknown device",
  end: "End the session",
};

export const accountText: Readonly<Record<Locale, AccountText>> = { vi, en };
