import type { Text } from "@/lib/core/locale";
import type { Indicator, QUALITATIVE_CODES } from "../types";

const none: Text = { vi: "", en: "" };

function task(code: (typeof QUALITATIVE_CODES)[number], vi: string, en: string): Indicator {
  return { code, name: { vi, en }, unit: none, kind: "qualitative", withinYear: null, definitions: [] };
}

/** Tasks, periods and milestones that are followed without a verdict: nobody may turn them into pass or fail. */
export const TRACKED_INDICATORS: readonly Indicator[] = [
  task("T02", "Xác minh, phân loại chính xác việc thi hành án", "Accurate verification and classification"),
  task("T03", "Đăng tải người phải thi hành án chưa có điều kiện", "Publication of debtors without means"),
  task("T11", "Khắc phục vi phạm trong thi hành án dân sự", "Remedying violations in enforcement"),
  task("T15", "Bồi thường nhà nước trong thi hành án", "State compensation in enforcement"),
  task("T17", "Đợt thi đua cao điểm thứ nhất", "First peak emulation period"),
  task("T18", "Đợt thi đua cao điểm thứ hai", "Second peak emulation period"),
  task("T21", "Sơ kết giai đoạn 1", "Interim review of phase 1"),
  task("T22", "Tổng kết giai đoạn 2", "Final review of phase 2"),
  task("T23", "Chi cục vượt mức chỉ tiêu được giao", "District agencies exceed their targets"),
];
