import type { ColumnDefinition } from "@/lib/form/columns";
import { defineColumn } from "@/lib/form/versions/definition";

/** Columns 1–7: what came in, what left, what remains to be enforced (domain.md 1.4, forms.md 6b and 7). */
export const INTAKE_COLUMNS: readonly ColumnDefinition[] = [
  defineColumn("totalToResolve", "1", null, {
    label: { vi: "Tổng số giải quyết", en: "Total to resolve" },
    note: {
      vi: "Cột 1 = cột 2 + cột 3. Là số trước khi trừ ủy thác, thu hồi, hủy. Căn cứ: số liệu toàn quốc 2023 (299.096 + 636.950 = 936.046).",
      en: "Column 1 = column 2 + column 3, before entrustments and cancellations. Source: national figures 2023 (299,096 + 636,950 = 936,046).",
    },
  }),
  defineColumn("carriedOver", "2", "totalToResolve", {
    label: { vi: "Năm trước chuyển sang", en: "Carried over from last year" },
    note: {
      vi: "Số chuyển kỳ sau (cột 18) của 12 tháng năm trước, đã trừ số chuyển sổ theo dõi riêng (cột 19). Giữ nguyên trong năm, chỉ giảm khi có việc chuyển sổ theo dõi riêng. Căn cứ: nhãn “Số cũ chuyển sang (trừ số đã chuyển sổ theo dõi riêng)” trong báo cáo toàn quốc 2023.",
      en: "Last year's column 18 at 12 months less files moved to the separate register (column 19). Constant in the year except for moves to that register. Source: label of the 2023 national report.",
    },
  }),
  defineColumn(
    "newlyAccepted",
    "3",
    "totalToResolve",
    {
      label: { vi: "Mới thụ lý", en: "Newly accepted" },
      note: {
        vi: "Lũy kế từ 01/10. Mỗi quyết định thi hành án là một việc; việc nhận ủy thác tính là việc mới của nơi nhận. Căn cứ: TT 08/2015/TT-BTP, Phụ lục 2 phần I.",
        en: "Cumulative from 01/10. One enforcement decision is one case; files received by entrustment are new cases of the receiver. Source: Circular 08/2015/TT-BTP, Annex 2 part I.",
      },
    },
    { flow: true },
  ),
  defineColumn(
    "entrustedOut",
    "4",
    null,
    {
      label: { vi: "Ủy thác thi hành án", en: "Entrusted out" },
      note: {
        vi: "Lũy kế số đã ủy thác cho cơ quan khác; ra khỏi số phải thi hành. Ủy thác một phần chỉ giảm tiền, không giảm việc.",
        en: "Cumulative entrustments to other agencies; they leave the total to be enforced. A partial entrustment moves money only.",
      },
    },
    { flow: true },
  ),
  defineColumn(
    "withdrawnOrCancelled",
    "5",
    null,
    {
      label: { vi: "Thu hồi, hủy quyết định", en: "Withdrawn or cancelled" },
      note: {
        vi: "Lũy kế quyết định thi hành án đã thu hồi, hủy. Căn cứ: Điều 37 Luật THADS 2008.",
        en: "Cumulative enforcement decisions withdrawn or cancelled. Source: Law on THADS 2008, Article 37.",
      },
    },
    { flow: true },
  ),
  defineColumn(
    "pulledUpByProvince",
    "6",
    null,
    {
      label: { vi: "Cục rút hồ sơ lên", en: "Pulled up by the province" },
      note: {
        vi: "Chỉ phát sinh ở Chi cục: hồ sơ Cục rút lên để thi hành; Cục tính là việc mới (cột 3). Căn cứ: số liệu TP. Hồ Chí Minh 6 tháng 2019.",
        en: "District rows only: files the provincial agency took over; there they are new (column 3). Source: Ho Chi Minh City figures, six months of 2019.",
      },
    },
    { flow: true },
  ),
  defineColumn("totalEnforceable", "7", null, {
    label: { vi: "Tổng số phải thi hành", en: "Total to be enforced" },
    note: {
      vi: "Cột 7 = cột 1 − cột 4 − cột 5 − cột 6, và phải bằng cột 8 + cột 15. Căn cứ: số liệu toàn quốc 2023 (936.046 − 12.004 − 501 = 923.541).",
      en: "Column 7 = column 1 − 4 − 5 − 6, and must equal column 8 + column 15. Source: national figures 2023 (936,046 − 12,004 − 501 = 923,541).",
    },
  }),
];
