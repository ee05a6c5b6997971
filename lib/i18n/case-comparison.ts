import type { Locale } from "@/lib/core/locale";

const vi = {
  name: "Đối chiếu sổ",
  title: (period: string, cells: number) =>
    cells === 0 ? `${period}: báo cáo khớp với sổ thụ lý` : `${period}: báo cáo lệch sổ thụ lý ở ${cells} ô`,
  titleNone: (period: string) => `${period}: chưa có báo cáo để đối chiếu`,
  titleEmpty: (period: string) => `${period}: sổ thụ lý chưa có việc nào để đối chiếu`,
  illustrative: "Số liệu minh họa",
  revision: (revision: number, at: string) => `Báo cáo lần ${revision}, số liệu lúc ${at}`,
  how: "Chênh lệch = số trong báo cáo trừ số tính từ sổ. Số tiền tính bằng đồng.",
  differences: "Các ô lệch",
  column: "Cột",
  half: "Phần",
  halves: { cases: "việc", money: "đồng" },
  typed: "Báo cáo",
  register: "Sổ",
  difference: "Chênh lệch",
  table: "Toàn bộ biểu",
  casesHalf: "Việc",
  moneyHalf: "Tiền (nghìn đồng)",
  made: "Các việc làm nên chênh lệch",
  why: {
    recordedLater: "ghi vào sổ sau khi lập báo cáo",
    amount: "đúng bằng phần lệch",
  },
  effect: (cases: string, money: string) => `sổ ${cases} việc, ${money} đồng so với báo cáo`,
  noCase: "Không việc nào trong sổ giải thích được chênh lệch này.",
  unexplained: (amount: string) => `Còn ${amount} chưa rõ do việc nào.`,
  openCell: "Mọi việc của ô này trong sổ",
  reason: "Lý do",
  noReason: "Chưa có lý do.",
  by: (name: string) => `${name} ghi`,
  give: "Ghi lý do",
  giveAgain: "Ghi lý do khác",
  reasonHint: "Nói rõ để người duyệt kiểm tra được; lý do được lưu vào nhật ký.",
  send: "Lưu lý do",
  entry: "Mở biểu nhập",
  review: "Mở trang duyệt",
  openRegister: "Mở sổ thụ lý",
  cardTitle: "Đối chiếu với sổ thụ lý",
  cardSame: "▲ Báo cáo khớp với sổ ở mọi cột.",
  cardDiffers: (cells: number, without: number) =>
    without === 0
      ? `◆ ${cells} ô lệch sổ, đều đã có lý do.`
      : `◆ ${cells} ô lệch sổ, ${without} ô chưa có lý do.`,
  cardOpen: "Xem từng ô và các việc làm nên chênh lệch",
};

const en: typeof vi = {
  name: "Reconciliation",
  title: (period, cells) =>
    cells === 0
      ? `${period}: the report agrees with the register`
      : `${period}: the report differs from the register in ${cells} ${cells === 1 ? "cell" : "cells"}`,
  titleNone: (period) => `${period}: there is no report to compare`,
  titleEmpty: (period) => `${period}: the register holds no case to compare with`,
  illustrative: "Illustrative figures",
  revision: (revision, at) => `Report no. ${revision}, figures of ${at}`,
  how: "Difference = the report's figure less the register's. Money in đồng.",
  differences: "Cells that differ",
  column: "Column",
  half: "Half",
  halves: { cases: "cases", money: "đồng" },
  typed: "Report",
  register: "Register",
  difference: "Difference",
  table: "The whole form",
  casesHalf: "Cases",
  moneyHalf: "Money (thousand đồng)",
  made: "Cases that make the difference",
  why: {
    recordedLater: "recorded after the report was made",
    amount: "exactly what is missing",
  },
  effect: (cases, money) => `register ${cases} cases, ${money} đồng against the report`,
  noCase: "No case of the register accounts for this difference.",
  unexplained: (amount) => `${amount} remain without a case.`,
  openCell: "All cases of this cell in the register",
  reason: "Reason",
  noReason: "No reason given.",
  by: (name) => `written by ${name}`,
  give: "Give the reason",
  giveAgain: "Give another reason",
  reasonHint: "So that the approver can check it; the reason is kept in the audit.",
  send: "Keep the reason",
  entry: "Open the entry form",
  review: "Open the review",
  openRegister: "Open the register",
  cardTitle: "Against the case register",
  cardSame: "▲ The report agrees with the register in every column.",
  cardDiffers: (cells, without) =>
    without === 0
      ? `◆ ${cells} cells differ from the register, each with its reason.`
      : `◆ ${cells} cells differ from the register, ${without} without a reason.`,
  cardOpen: "Each cell and the cases that make the difference",
};

/** Words of the reconciliation of a report with the register. */
export const caseComparisonText = { vi, en } satisfies Record<Locale, typeof vi>;
