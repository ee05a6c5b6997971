import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Đăng nhập",
  product: "Thi đua THADS",
  intro: "Kết quả thi hành án dân sự hằng tháng và chỉ tiêu của các cơ quan thi hành án.",
  login: "Tên đăng nhập",
  password: "Mật khẩu",
  submit: "Đăng nhập",
  wrong: "Tên đăng nhập hoặc mật khẩu không đúng.",
  wait: (until: string) =>
    `Đã thử sai nhiều lần. Hãy thử lại sau ${until}, hoặc nhờ quản trị cấp lại mật khẩu.`,
  foreign: "Yêu cầu không đến từ trang đăng nhập này nên không được nhận. Hãy thử lại tại đây.",
  forgotten: "Quên mật khẩu: nhờ quản trị hệ thống cấp lại.",
  changed: "Đã đổi mật khẩu. Hãy đăng nhập bằng mật khẩu mới.",
  passwordTitle: "Đổi mật khẩu",
  passwordFirst: "Mật khẩu đang dùng do quản trị cấp. Hãy đặt mật khẩu của riêng mình để tiếp tục.",
  passwordEnds: "Đổi xong, mọi phiên đang mở đều kết thúc và cần đăng nhập lại.",
  current: "Mật khẩu hiện tại",
  next: "Mật khẩu mới",
  repeat: "Nhập lại mật khẩu mới",
  rule: (least: number) =>
    `Ít nhất ${least} ký tự. Một câu dài dễ nhớ là tốt nhất; không dùng tên đăng nhập hay tên hệ thống.`,
  change: "Đổi mật khẩu",
  back: "Quay lại",
};

type AuthText = typeof vi;

const en: AuthText = {
  title: "Sign in",
  product: "Thi đua THADS",
  intro: "Monthly civil judgment enforcement results and the targets of every enforcement agency.",
  login: "Login",
  password: "Password",
  submit: "Sign in",
  wrong: "The login or the password is not right.",
  wait: (until: string) =>
    `Too many failed tries. Try again after ${until}, or ask an administrator to reset the password.`,
  foreign: "The request did not come from this page and was not accepted. Try again here.",
  forgotten: "Forgot the password? Ask a system administrator to reset it.",
  changed: "The password was changed. Sign in with the new one.",
  passwordTitle: "Change password",
  passwordFirst: "An administrator gave you this password. Choose one of your own to go on.",
  passwordEnds: "After the change every open session ends and you sign in again.",
  current: "Current password",
  next: "New password",
  repeat: "New password again",
  rule: (least: number) =>
    `At least ${least} characters. A long sentence you remember is best; not the login, not the system's name.`,
  change: "Change password",
  back: "Back",
};

export const authText: Readonly<Record<Locale, AuthText>> = { vi, en };
