import type { Locale } from "@/lib/core/locale";

const vi = {
  listTitle: (n: number) => (n === 0 ? "Không có báo cáo nào chờ duyệt" : `${n} báo cáo chờ duyệt`),
  listEmpty:
    "Khi đơn vị gửi báo cáo, báo cáo hiện ở đây. Báo cáo do chính mình nhập hoặc gửi không hiện để tự duyệt.",
  listLead: "Bỏ chọn báo cáo cần xem lại, rồi duyệt những báo cáo còn lại.",
  choose: "Chọn",
  agency: "Cơ quan",
  deadline: "Hạn",
  open: "Xem",
  approveSelected: (n: number) => `Duyệt ${n} báo cáo đã chọn`,
  approved: "đã duyệt",
  skipped: "chưa duyệt",
  title: (months: number) => (months === 12 ? "Duyệt kết quả cả năm" : `Duyệt kết quả ${months} tháng`),
  sinceMonth: (n: number) =>
    n === 0 ? "Không thay đổi so với tháng trước" : `${n} ô đổi so với tháng trước`,
  sinceMonthNone: "Chưa có báo cáo tháng trước đã duyệt để so sánh",
  sinceSubmission: (n: number) =>
    n === 0 ? "Không thay đổi so với lần gửi trước" : `${n} ô đổi so với lần gửi trước`,
  sinceSubmissionNone: "Lần gửi đầu tiên",
  column: "Cột",
  before: "Trước",
  after: "Nay",
  change: "Chênh lệch",
  warnings: (n: number) => (n === 0 ? "Không có cảnh báo" : `${n} cảnh báo và giải trình`),
  noReason: "Chưa giải trình",
  errors: (n: number) => `${n} lỗi theo quy tắc`,
  effect: "Ảnh hưởng đến tỷ lệ và xếp hạng",
  level: { unit: "Đơn vị này", province: "Tỉnh", nation: "Toàn quốc" },
  rate: "Tỷ lệ",
  rank: "Hạng",
  rankOf: (rank: number, of: number) => `${rank}/${of}`,
  noRank: "–",
  decide: "Quyết định",
  approve: "Duyệt",
  approving: "Đang ghi…",
  returnTitle: "Trả lại",
  returnReason: "Lý do trả lại",
  returnChoose: "Chọn lý do…",
  returnText: "Nói rõ cần sửa gì",
  returnTextRequired: "Nói rõ cần sửa gì (bắt buộc)",
  returnDo: "Trả lại đơn vị",
  fourEyes:
    "Số liệu này do chính tài khoản này nhập hoặc gửi nên không tự duyệt được. Người khác có quyền duyệt của cơ quan phải duyệt.",
  notWaiting: "Báo cáo này hiện không chờ duyệt.",
  notAllowed: "Tài khoản này xem được, không duyệt báo cáo của cơ quan này.",
  openForm: "Xem cả biểu",
  people: (name: string, at: string) => `Gửi bởi ${name}, ${at}`,
  source: (text: string) => `Nguồn: ${text}`,
  supplementReason: (text: string) => `Lý do bổ sung: ${text}`,
};

type ReviewText = typeof vi;

const en: ReviewText = {
  listTitle: (n) =>
    n === 0
      ? "No report waits for approval"
      : `${n} ${n === 1 ? "report waits" : "reports wait"} for approval`,
  listEmpty: "Reports appear here when units send them. Nobody finds their own entries here to approve.",
  listLead: "Untick the reports to look at again, then approve the others.",
  choose: "Choose",
  agency: "Agency",
  deadline: "Due",
  open: "Open",
  approveSelected: (n) => `Approve ${n} selected ${n === 1 ? "report" : "reports"}`,
  approved: "approved",
  skipped: "not approved",
  title: (months) =>
    months === 12 ? "Approve the results of the year" : `Approve the results of ${months} months`,
  sinceMonth: (n) => (n === 0 ? "Nothing changed since last month" : `${n} cells changed since last month`),
  sinceMonthNone: "No approved report of last month to compare with",
  sinceSubmission: (n) =>
    n === 0 ? "Nothing changed since the last submission" : `${n} cells changed since the last submission`,
  sinceSubmissionNone: "First submission",
  column: "Column",
  before: "Before",
  after: "Now",
  change: "Difference",
  warnings: (n) => (n === 0 ? "No warnings" : `${n} warnings with their explanations`),
  noReason: "Not explained",
  errors: (n) => `${n} errors by the rules`,
  effect: "Effect on rates and ranks",
  level: { unit: "This unit", province: "Province", nation: "Nation" },
  rate: "Rate",
  rank: "Rank",
  rankOf: (rank, of) => `${rank} of ${of}`,
  noRank: "–",
  decide: "Decision",
  approve: "Approve",
  approving: "Writing…",
  returnTitle: "Return",
  returnReason: "Reason of the return",
  returnChoose: "Choose a reason…",
  returnText: "Say what to correct",
  returnTextRequired: "Say what to correct (required)",
  returnDo: "Return to the unit",
  fourEyes:
    "This account entered or sent these figures and cannot approve them. Somebody else who may approve for the agency must.",
  notWaiting: "This report does not wait for approval now.",
  notAllowed: "This account may read, not approve, the reports of this agency.",
  openForm: "See the whole form",
  people: (name, at) => `Sent by ${name}, ${at}`,
  source: (text) => `Source: ${text}`,
  supplementReason: (text) => `Reason of the supplement: ${text}`,
};

/** Words of approval. */
export const reviewText = { vi, en } satisfies Record<Locale, ReviewText>;
