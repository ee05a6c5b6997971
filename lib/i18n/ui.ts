import type { Locale } from "@/lib/core/locale";

const vi = {
  working: "Đang ghi…",
  secret: (login: string) => `Mật khẩu ban đầu của ${login}, chỉ hiện một lần:`,
  token: "Mã truy cập, chỉ hiện một lần:",
  keepToken: "Hãy chép ngay vào nơi an toàn. Ai có mã này làm được mọi việc tài khoản này làm được.",
  handOver: "Hãy chuyển tận tay. Người dùng sẽ phải đổi ngay khi đăng nhập.",
};

type UiText = typeof vi;

const en: UiText = {
  working: "Saving…",
  secret: (login) => `Initial password of ${login}, shown only once:`,
  token: "The token, shown only once:",
  keepToken: "Copy it to a safe place now. Whoever has it can do everything this account can.",
  handOver: "Hand it over in person. It must be replaced at the first sign-in.",
};

export const uiText: Readonly<Record<Locale, UiText>> = { vi, en };
