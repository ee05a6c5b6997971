import type { Text } from "@/lib/core/locale";
import type { RuleId, Severity } from "@/lib/form/issue";

/** One rule as the side panel shows it; `severity` is the usual one (V03 and V09 also warn). */
export type RuleDescription = Readonly<{ id: RuleId; severity: Severity; title: Text; source: Text }>;

/** The rules of domain.md 1.4 in order. */
export const RULE_CATALOGUE: readonly RuleDescription[] = [
  {
    id: "V01",
    severity: "error",
    title: { vi: "Số nguyên không âm, đủ các cột", en: "Whole numbers from 0, no column missing" },
    source: {
      vi: "Quy tắc V01: việc và đồng là số nguyên ≥ 0; chưa nhập không phải là 0",
      en: "Rule V01: cases and đồng are whole numbers ≥ 0; missing is not zero",
    },
  },
  {
    id: "V02",
    severity: "error",
    title: { vi: "Cột 1 = cột 2 + cột 3", en: "Column 1 = columns 2 + 3" },
    source: {
      vi: "Báo cáo toàn quốc 2023: 299.096 + 636.950 = 936.046",
      en: "National report 2023: 299,096 + 636,950 = 936,046",
    },
  },
  {
    id: "V03",
    severity: "error",
    title: { vi: "Cột 7 = cột 1 − 4 − 5 − 6", en: "Column 7 = columns 1 − 4 − 5 − 6" },
    source: {
      vi: "Báo cáo toàn quốc 2023: 936.046 − 12.004 − 501 = 923.541",
      en: "National report 2023: 936,046 − 12,004 − 501 = 923,541",
    },
  },
  {
    id: "V04",
    severity: "error",
    title: { vi: "Cột 7 = cột 8 + cột 15", en: "Column 7 = columns 8 + 15" },
    source: {
      vi: "TP. Hồ Chí Minh 6 tháng 2019: 78.593 = 54.681 + 23.912",
      en: "Ho Chi Minh City, six months of 2019: 78,593 = 54,681 + 23,912",
    },
  },
  {
    id: "V05",
    severity: "error",
    title: { vi: "Cột 8 và cột 15 bằng tổng các cột con", en: "Columns 8 and 15 equal their parts" },
    source: {
      vi: "Mẫu biểu đang dùng; chưa đối chiếu được bản in TT 06/2019/TT-BTP",
      en: "Working form; not yet checked against the print of Circular 06/2019/TT-BTP",
    },
  },
  {
    id: "V06",
    severity: "error",
    title: { vi: "Cột 18 = cột 7 − đã xong, không âm", en: "Column 18 = column 7 − completed, not negative" },
    source: {
      vi: "Quan sát trên 5 báo cáo đã công bố; tỷ lệ không quá 100 %",
      en: "Observed in 5 published reports; a rate cannot exceed 100%",
    },
  },
  {
    id: "V07",
    severity: "error",
    title: { vi: "Chủ động + theo yêu cầu = tổng số", en: "Ex officio + on request = total" },
    source: {
      vi: "TT 08/2015/TT-BTP (biểu tách chủ động, theo yêu cầu); TT 10/2017/TT-BTP, chỉ tiêu 1902, 1905",
      en: "Circular 08/2015/TT-BTP; Circular 10/2017/TT-BTP, indicators 1902 and 1905",
    },
  },
  {
    id: "V08",
    severity: "error",
    title: { vi: "Số con không vượt tổng số", en: "A subset never exceeds the total" },
    source: { vi: "Quan hệ “trong đó” của biểu", en: "The form's “of which” relation" },
  },
  {
    id: "V09",
    severity: "error",
    title: { vi: "Biểu tổng hợp bằng tổng các đơn vị", en: "A summary equals the sum of its units" },
    source: {
      vi: "TT 06/2019/TT-BTP Điều 9; tỷ lệ tính lại từ tổng. Cấp Cục: cảnh báo",
      en: "Circular 06/2019/TT-BTP Article 9; rates from sums. A warning for provinces",
    },
  },
  {
    id: "V10",
    severity: "warning",
    title: { vi: "Số lũy kế không giảm trong năm", en: "Cumulative figures do not fall in the year" },
    source: {
      vi: "TT 05/2024/TT-BTP Điều 7 (lũy kế), Điều 11 (báo cáo bổ sung)",
      en: "Circular 05/2024/TT-BTP Articles 7 (cumulative) and 11 (supplementary reports)",
    },
  },
  {
    id: "V11",
    severity: "warning",
    title: { vi: "Năm trước chuyển sang khớp năm trước", en: "Carried over agrees with last year" },
    source: {
      vi: "Nhãn cột 2 trong báo cáo 2023; giảm do chuyển sổ theo dõi riêng là bình thường (Bến Tre 2020)",
      en: "Label of column 2 in the 2023 report; falls by moves to the separate register are normal (Bến Tre 2020)",
    },
  },
  {
    id: "V12",
    severity: "warning",
    title: { vi: "Có việc thì có tiền", en: "Cases go with money" },
    source: {
      vi: "Quy tắc V12: có việc không có giá trị nên chỉ cảnh báo",
      en: "Rule V12: files without a money value exist, hence a warning",
    },
  },
  {
    id: "V13",
    severity: "warning",
    title: { vi: "Cột 8, cột 15 không tăng giảm đột ngột", en: "No sudden change of columns 8 and 15" },
    source: {
      vi: "Kết quả kiểm tra: phân loại lại đột ngột cuối năm (thads.moj.gov.vn, Sóc Trăng)",
      en: "Inspection findings: abrupt reclassification near year end (thads.moj.gov.vn, Sóc Trăng)",
    },
  },
  {
    id: "V14",
    severity: "warning",
    title: { vi: "Ủy thác tháng 9 không cao bất thường", en: "No unusual entrustment in September" },
    source: {
      vi: "Kết quả kiểm tra: ủy thác vội, ủy thác vòng cuối năm (thads.moj.gov.vn, Sóc Trăng)",
      en: "Inspection findings: hurried, circular entrustment (thads.moj.gov.vn, Sóc Trăng)",
    },
  },
  {
    id: "V15",
    severity: "warning",
    title: { vi: "Thụ lý mới tháng 9 không giảm bất thường", en: "No unusual fall of intake in September" },
    source: {
      vi: "Kết quả kiểm tra: vận động nộp đơn sau 30/9 (thads.moj.gov.vn, Sóc Trăng)",
      en: "Inspection findings: applicants asked to file after 30/09 (thads.moj.gov.vn, Sóc Trăng)",
    },
  },
  {
    id: "V16",
    severity: "warning",
    title: { vi: "Báo cáo đầu năm có số chuyển sang", en: "The year's first report carries over" },
    source: { vi: "Quy tắc V16: kỳ 1 phải có cột 2", en: "Rule V16: period 1 has column 2 filled" },
  },
  {
    id: "V17",
    severity: "error",
    title: { vi: "Gửi sau khi hết kỳ, lần lượt từng kỳ", en: "Sent after the period, one after another" },
    source: {
      vi: "TT 05/2024/TT-BTP Điều 8: chốt số liệu, khóa sổ cuối kỳ",
      en: "Circular 05/2024/TT-BTP Article 8: close the books at period end",
    },
  },
  {
    id: "V18",
    severity: "warning",
    title: { vi: "Tỷ lệ ghi khớp tỷ lệ tính lại", en: "The stated rate agrees with the recomputed one" },
    source: {
      vi: "Đối chiếu 55 tỷ lệ đã công bố: 2 bị cắt thay vì làm tròn, 4 sai",
      en: "55 published rates checked: 2 cut instead of rounded, 4 wrong",
    },
  },
  {
    id: "V19",
    severity: "error",
    title: {
      vi: "Chỉ tiêu khác: số con không vượt số tổng",
      en: "Other indicators: no part above its whole",
    },
    source: {
      vi: "Kế hoạch thi đua 2022: tỷ lệ đúng hạn, đã giải quyết trên số phải giải quyết",
      en: "Emulation plan 2022: on time and resolved, out of what was due",
    },
  },
];
