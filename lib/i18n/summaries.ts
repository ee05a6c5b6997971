import type { Text } from "@/lib/core/locale";

/** Why a step on a province's summary is refused. */
export const summaryRefusals = {
  missing: { vi: "Không tìm thấy tổng hợp này.", en: "This summary was not found." },
  notProvince: { vi: "Chỉ cấp Cục có báo cáo tổng hợp.", en: "Only a province has a summary." },
  stale: {
    vi: "Tổng hợp vừa được ký hoặc trả lại. Hãy tải lại.",
    en: "The summary was just changed. Reload it.",
  },
  signedAlready: {
    vi: "Tổng hợp đã ký và số liệu không đổi.",
    en: "The summary is signed and nothing has changed.",
  },
  notSigned: {
    vi: "Tổng hợp chưa được Cục trưởng ký.",
    en: "The province's head has not signed the summary.",
  },
  adjusted: {
    vi: "Số liệu đã điều chỉnh sau khi ký; Cục trưởng cần ký lại.",
    en: "Figures changed after the signature; the province's head has to sign again.",
  },
  reported: {
    vi: "Đơn vị đã có báo cáo được duyệt, không cần miễn.",
    en: "The unit has an approved report already.",
  },
  notExcused: { vi: "Đơn vị không được miễn kỳ này.", en: "The unit is not excused for this period." },
  excuseSigned: {
    vi: "Tổng hợp của tỉnh đã ký với đơn vị này được miễn. Tổng cục trả lại tổng hợp rồi mới bỏ miễn được.",
    en: "The province's summary was signed with this unit excused. The General Department has to return it first.",
  },
  excusedAlready: { vi: "Đơn vị đã được miễn kỳ này.", en: "The unit is already excused for this period." },
} as const satisfies Record<string, Text>;
