import type { Locale, Text } from "@/lib/core/locale";

/** A coded answer people choose; `requiresText` = a sentence of their own must go with it. */
export type Reason = Readonly<{ code: string; label: Text; requiresText: boolean }>;

/** Explanations for a warning (severity W needs a written explanation, domain.md 1.4). */
export const WARNING_REASONS = [
  reason("RECLASSIFIED", "Phân loại lại điều kiện thi hành", "Reclassified eligibility"),
  reason("MOVED_TO_SEPARATE_REGISTER", "Chuyển sổ theo dõi riêng", "Moved to the separate register"),
  reason("SUPPLEMENTARY_REPORT", "Điều chỉnh theo báo cáo bổ sung", "Corrected by a supplementary report"),
  reason("NO_MONEY_VALUE", "Việc không có giá trị bằng tiền", "Files without a money value"),
  reason("PARTIAL_CASE", "Chỉ một phần nghĩa vụ, việc chưa chuyển cột", "Part of the obligation only"),
  reason("LARGE_CASE", "Có việc giá trị lớn", "A file of high value"),
  reason("ENTRUSTMENT_AGREED", "Ủy thác đã thống nhất với nơi nhận", "Entrustment agreed with the receiver"),
  reason("SEASONAL_INTAKE", "Án thụ lý trong tháng ít", "Few judgments received this month"),
  reason("NEW_AGENCY", "Đơn vị mới thành lập, sáp nhập hoặc chia tách", "New, merged or split agency"),
  reason("DATA_CORRECTED", "Sửa sai sót số liệu kỳ trước", "Error of an earlier period corrected"),
  reason("OTHER", "Lý do khác", "Other", true),
] as const satisfies readonly Reason[];

/** Why a report is sent back to the unit that made it. */
export const RETURN_REASONS = [
  reason("ARITHMETIC", "Số liệu không khớp giữa các cột", "Columns do not add up"),
  reason("CLASSIFICATION", "Phân loại có điều kiện, chưa có điều kiện chưa đúng", "Wrong classification"),
  reason("MISSING_EXPLANATION", "Thiếu giải trình", "Explanation missing"),
  reason("WRONG_PERIOD", "Sai kỳ báo cáo", "Wrong period"),
  reason("DISAGREES_WITH_REGISTER", "Không khớp sổ thụ lý, hồ sơ", "Disagrees with the register"),
  reason("OTHER", "Lý do khác", "Other", true),
] as const satisfies readonly Reason[];

/** A coded return with the words that go with it. Example: "Thiếu giải trình: cột 8". */
export function returnReasonText({ code, text }: { code: string; text: string }, locale: Locale): string {
  const label = RETURN_REASONS.find((each) => each.code === code)?.label[locale] ?? code;
  return text === "" ? label : `${label}: ${text}`;
}

function reason<Code extends string>(code: Code, vi: string, en: string, requiresText = false) {
  return { code, label: { vi, en }, requiresText } as const;
}
