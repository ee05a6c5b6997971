import type { Locale, Text } from "@/lib/core/locale";

const vi = {
  title: "Bản tin sáng qua thư điện tử",
  lead: "Mỗi sáng ngày làm việc một thư, đúng nội dung trang Bản tin sáng, theo quyền xem hiện có của bạn.",
  notConfigured: "Máy chủ này chưa được cấu hình gửi thư. Ý muốn của bạn vẫn được giữ cho đến khi có.",
  email: "Địa chỉ thư",
  locale: "Ngôn ngữ",
  active: "Gửi cho tôi",
  yes: "Có, mỗi sáng ngày làm việc",
  no: "Không",
  submit: "Ghi lại",
  done: "Đã ghi.",
};

type DigestMailText = typeof vi;

const en: DigestMailText = {
  title: "Morning digest by e-mail",
  lead: "One message each working morning, the same as the page Morning digest, by the rights you have then.",
  notConfigured: "This server is not set up to send mail yet. Your wish is kept until it is.",
  email: "E-mail address",
  locale: "Language",
  active: "Send it to me",
  yes: "Yes, each working morning",
  no: "No",
  submit: "Save",
  done: "Saved.",
};

export const digestMailText: Readonly<Record<Locale, DigestMailText>> = { vi, en };

/** Why something around the digest by e-mail is refused. */
export const digestRefusals = {
  nobody: { vi: "Không tìm thấy người nhận này.", en: "This recipient was not found." },
  nothingToRead: {
    vi: "Tài khoản này không xem kết quả, nên không có bản tin để nhận.",
    en: "This account reads no results, so there is no digest to send.",
  },
  noAddress: { vi: "Hãy nhập địa chỉ thư.", en: "Give an e-mail address." },
  notConfigured: {
    vi: "Chưa cấu hình gửi thư: cần biến SMTP_URL (smtp://… hoặc smtps://…) và MAIL_FROM (địa chỉ người gửi).",
    en: "Mail is not configured: SMTP_URL (smtp://… or smtps://…) and MAIL_FROM (the sender's address) are needed.",
  },
  badDay: {
    vi: "--day phải là một ngày dạng YYYY-MM-DD.",
    en: "--day must be a day such as 2022-11-03.",
  },
} as const satisfies Record<string, Text>;

/** There is no digest of that day: it is to come, or nobody works. */
export function noMorning(day: string): Text {
  return {
    vi: `Ngày ${day} chưa đến hoặc không phải ngày làm việc, nên không có bản tin.`,
    en: `${day} is to come or no working day, so it has no digest.`,
  };
}

/** The mail server lets nobody in, with what it says. */
export function mailServerRefused(why: string): Text {
  return { vi: `Máy chủ thư không nhận: ${why}.`, en: `The mail server does not let us in: ${why}.` };
}
