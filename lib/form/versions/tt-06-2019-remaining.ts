import type { ColumnDefinition } from "@/lib/form/columns";
import { defineColumn } from "@/lib/form/versions/definition";

/** Columns 15–19: not yet eligible, carried forward, separate register (domain.md 1.4 and 10). */
export const REMAINING_COLUMNS: readonly ColumnDefinition[] = [
  defineColumn("notYetEligible", "15", null, {
    label: { vi: "Chưa có điều kiện", en: "Not yet eligible" },
    note: {
      vi: "Cột 15 = cột 16 + cột 17; không gồm số đã chuyển sổ theo dõi riêng (cột 19).",
      en: "Column 15 = column 16 + column 17; excludes the separate register (column 19).",
    },
  }),
  defineColumn("noCondition", "16", "notYetEligible", {
    label: { vi: "Có QĐ chưa có điều kiện", en: "Decided: no condition" },
    note: {
      vi: "Có quyết định về việc chưa có điều kiện thi hành án. Căn cứ: Điều 9 NĐ 62/2015/NĐ-CP.",
      en: "With a decision that conditions for enforcement are absent. Source: Decree 62/2015/NĐ-CP, Article 9.",
    },
  }),
  defineColumn("postponedOrSuspendedOther", "17", "notYetEligible", {
    label: { vi: "Hoãn, tạm đình chỉ khác", en: "Other postponed or suspended" },
    note: {
      vi: "Hoãn (trừ điểm c khoản 1 Điều 48) và tạm đình chỉ không thuộc nhóm có điều kiện. Có báo cáo để số này ngoài cả cột 8 và cột 15; biểu này tính vào cột 15.",
      en: "Postponed on other grounds than Article 48.1.c, or suspended and not eligible. Some reports keep it outside both 8 and 15; this form counts it in 15.",
    },
  }),
  defineColumn("carriedForward", "18", null, {
    label: { vi: "Chuyển kỳ sau", en: "Carried forward" },
    note: {
      vi: "Cột 18 = cột 7 − cột 9 − cột 10 − cột 10b; không được âm.",
      en: "Column 18 = column 7 − 9 − 10 − 10b; never negative.",
    },
  }),
  defineColumn(
    "separateRegister",
    "19",
    null,
    {
      label: { vi: "Sổ theo dõi riêng (ngoài bảng)", en: "Separate register (off-table)" },
      note: {
        vi: "Số chưa có điều kiện đã chuyển sổ theo dõi riêng, đứng ngoài mọi tổng số. Căn cứ: khoản 5, 6 Điều 9 NĐ 62/2015/NĐ-CP; từ 01/7/2026 Điều 22 NĐ 152/2026/NĐ-CP.",
        en: "Files without conditions moved to the separate register, outside all totals. Source: Decree 62/2015/NĐ-CP Article 9.5–6; since 01/07/2026 Decree 152/2026/NĐ-CP Article 22.",
      },
    },
    { required: false },
  ),
];
