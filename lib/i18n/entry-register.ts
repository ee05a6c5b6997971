import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Lập báo cáo từ sổ thụ lý",
  same: "Biểu đang khớp với sổ thụ lý ở mọi ô.",
  differs: (cells: number) => `Sổ thụ lý tính ra ${cells} ô khác với biểu này.`,
  lead: "Điền từ sổ chỉ là bản nháp: xem lại từng ô rồi mới gửi duyệt.",
  illustrative: "Sổ này là số liệu minh họa.",
  list: "Các ô sẽ đổi: đang có → theo sổ",
  parts: "Điền cả các phần (chủ động, tín dụng, …)",
  fill: (cells: number) => `Điền ${cells} ô từ sổ`,
  filled: (cells: number) => `Đã điền ${cells} ô từ sổ. Hãy kiểm tra rồi gửi duyệt.`,
  none: "chưa nhập",
  compare: "Đối chiếu từng cột với sổ",
  cell: "Theo sổ thụ lý",
  openCell: "Các việc làm nên ô này",
};

const en: typeof vi = {
  title: "Fill from the case register",
  same: "The form agrees with the register in every cell.",
  differs: (cells) => `The register gives ${cells} ${cells === 1 ? "cell" : "cells"} other than this form.`,
  lead: "What comes from the register is a draft: look at every cell before you submit.",
  illustrative: "This register is illustrative.",
  list: "Cells that change: now → register",
  parts: "Also the parts (ex officio, credit, …)",
  fill: (cells) => `Fill ${cells} ${cells === 1 ? "cell" : "cells"} from the register`,
  filled: (cells) =>
    `${cells} ${cells === 1 ? "cell" : "cells"} filled from the register. Check them, then submit.`,
  none: "not entered",
  compare: "Compare each column with the register",
  cell: "By the register",
  openCell: "The cases behind this cell",
};

/** Words about the register on the entry form. */
export const entryRegisterText = { vi, en } satisfies Record<Locale, typeof vi>;
