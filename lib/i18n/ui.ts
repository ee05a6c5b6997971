import type { Locale } from "@/lib/core/locale";

const vi = {
  working: "Đang ghi…",
  secret: (login: string) => `Mật khẩu ban đầu của ${login}, chỉ hiện một lần:`,
  handOver: "Hãy chuyển tận tay. Người dùng sẽ phải đổi ngay khi đăng nhập.",
};

type UiText = typeof vi;

const en: UiText = {
  working: "Saving…",
  secret: (login) => `Initial password of ${login}, shown only once:`,
  handOver: "Hand it over in person. It must be replaced at the first sign-in.",
};

export const uiText: Readonly<Record<Locale, UiText>> = { vi, en };
