import type { ColumnDefinition } from "@/lib/form/columns";
import { defineColumn } from "@/lib/form/versions/definition";

/** Columns 8–14: the eligible docket, denominator of the headline rate (domain.md 1.4, forms.md 7). */
export const ELIGIBLE_COLUMNS: readonly ColumnDefinition[] = [
  defineColumn("eligible", "8", null, {
    label: { vi: "Có điều kiện thi hành", en: "Eligible for enforcement" },
    note: {
      vi: "Cột 8 = cột 9 + 10 + 10b + 11 + 12 + 13 + 14 (10b chỉ có ở phần tiền). Là mẫu số của tỷ lệ thi hành xong; có thể tăng hoặc giảm trong năm.",
      en: "Column 8 = columns 9 + 10 + 10b + 11 + 12 + 13 + 14 (10b for money only). Denominator of the completion rate; may rise or fall in the year.",
    },
  }),
  defineColumn(
    "completed",
    "9",
    "eligible",
    {
      label: { vi: "Thi hành xong", en: "Completed" },
      note: {
        vi: "Gồm cả việc xong một phần mà phần còn lại đã ủy thác, đình chỉ hoặc giảm và đã xóa sổ. Căn cứ: chỉ tiêu thống kê quốc gia (GSO).",
        en: "Includes files partly completed whose rest was entrusted, terminated or reduced and struck off. Source: national statistical indicator (GSO).",
      },
    },
    { flow: true },
  ),
  defineColumn(
    "terminated",
    "10",
    "eligible",
    {
      label: { vi: "Đình chỉ", en: "Terminated" },
      note: {
        vi: "Tính vào kết quả thi hành xong khi tính tỷ lệ. Căn cứ: Điều 50 Luật THADS 2008; chỉ tiêu thống kê quốc gia (GSO).",
        en: "Counts as completed in the rate. Source: Law on THADS 2008, Article 50; national statistical indicator (GSO).",
      },
    },
    { flow: true },
  ),
  defineColumn(
    "reduced",
    "10b",
    "eligible",
    {
      label: { vi: "Giảm nghĩa vụ (tiền)", en: "Obligation reduced (money)" },
      note: {
        vi: "Chỉ có ở phần tiền: số được xét miễn, giảm; tính vào kết quả thi hành xong. Chưa đối chiếu được với biểu in của Thông tư 06/2019/TT-BTP.",
        en: "Money only: exempted or reduced amounts; counts as completed. Not yet checked against the printed form of Circular 06/2019/TT-BTP.",
      },
    },
    { flow: true, measures: ["money"] },
  ),
  defineColumn("inProgress", "11", "eligible", {
    label: { vi: "Đang thi hành", en: "In progress" },
    note: {
      vi: "Số có điều kiện đang tổ chức thi hành tại ngày chốt số liệu, không lũy kế.",
      en: "Eligible and being enforced on the closing day; a stock, not cumulative.",
    },
  }),
  defineColumn("postponedByAgreement", "12", "eligible", {
    label: { vi: "Hoãn (điểm c k1 Điều 48)", en: "Postponed by agreement (Art. 48.1.c)" },
    note: {
      vi: "Đương sự đồng ý hoãn. Từ Thông tư 06/2019/TT-BTP (05/01/2020) vẫn tính là có điều kiện: so sánh tỷ lệ qua mốc này phải ghi chú.",
      en: "Postponed by consent of the parties. Counted as eligible since Circular 06/2019/TT-BTP (05/01/2020): a break in the series.",
    },
  }),
  defineColumn("suspendedEligible", "13", "eligible", {
    label: { vi: "Tạm đình chỉ", en: "Suspended" },
    note: {
      vi: "Tạm đình chỉ thuộc nhóm có điều kiện; căn cứ khác ghi ở cột 17. Chưa đối chiếu được với biểu in.",
      en: "Suspensions that stay eligible; other grounds go to column 17. Not yet checked against the printed form.",
    },
  }),
  defineColumn("otherEligible", "14", "eligible", {
    label: { vi: "Trường hợp khác", en: "Other eligible" },
    note: {
      vi: "Có điều kiện nhưng không thuộc các cột 9–13. Chưa đối chiếu được với biểu in.",
      en: "Eligible but in none of columns 9–13. Not yet checked against the printed form.",
    },
  }),
];
