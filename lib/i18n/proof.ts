import type { Locale } from "@/lib/core/locale";

const vi = {
  proofOf: (name: string) => `Cách tính: ${name}`,
  formula: "Công thức",
  formulaText:
    "Tỷ lệ = (thi hành xong + đình chỉ + giảm nghĩa vụ) / có điều kiện thi hành. Giảm nghĩa vụ chỉ có về tiền. Số của nhiều đơn vị: cộng tử số, cộng mẫu số, rồi mới chia; làm tròn một lần, hai chữ số thập phân.",
  formulaVersion: (basis: string) => `Phiên bản biểu: ${basis}; phép tính v1.`,
  inputs: "Số liệu góp vào",
  inputsOf: (count: string) => `${count} dòng dưới đây cộng lại thành số trên.`,
  openProvince: "Mở từng tỉnh để xem đến từng biểu.",
  form: "Biểu báo cáo",
  status: "Trạng thái",
  statuses: {
    APPROVED: "Đã duyệt",
    LOCKED: "Đã khóa",
    SUPERSEDED: "Đã thay bằng bản sau",
    none: "Chưa có báo cáo được duyệt",
  },
  revision: "Bản",
  revisionOf: (revision: number, of: number) => `Bản ${revision} / ${of}`,
  kinds: { ORIGINAL: "Báo cáo gốc", SUPPLEMENT: "Báo cáo bổ sung", HISTORY: "Số liệu lịch sử" },
  entered: "Người nhập",
  submitted: "Người gửi",
  approved: "Người duyệt",
  revisions: "Các bản báo cáo",
  reason: "Lý do",
  reportSource: "Nguồn",
  earlier: "Đang xem bản cũ; con số hiện hành lấy từ bản mới nhất.",
  current: "Xem bản hiện hành",
  cite: "Địa chỉ trang này kèm số bản dùng được để trích dẫn.",
  column: "Cột",
  toResults: "Về bảng kết quả",
};

type ProofText = typeof vi;

const en: ProofText = {
  proofOf: (name) => `How it is computed: ${name}`,
  formula: "Formula",
  formulaText:
    "Rate = (completed + terminated + reduced) / eligible. Reductions exist for money only. For several units the numerators are added, the denominators are added, and only then divided; rounded once, to two decimals.",
  formulaVersion: (basis) => `Form version: ${basis}; computation v1.`,
  inputs: "What goes in",
  inputsOf: (count) => `The ${count} rows below add up to the figure above.`,
  openProvince: "Open a province to go down to each form.",
  form: "The form",
  status: "Status",
  statuses: {
    APPROVED: "Approved",
    LOCKED: "Locked",
    SUPERSEDED: "Replaced by a later one",
    none: "No approved report yet",
  },
  revision: "Revision",
  revisionOf: (revision, of) => `Revision ${revision} / ${of}`,
  kinds: { ORIGINAL: "Original", SUPPLEMENT: "Supplementary report", HISTORY: "Historical figures" },
  entered: "Entered by",
  submitted: "Submitted by",
  approved: "Approved by",
  revisions: "Revisions",
  reason: "Reason",
  reportSource: "Source",
  earlier: "This is an earlier revision; the figure in force comes from the newest one.",
  current: "Show the revision in force",
  cite: "The address of this page with its revision number can be cited.",
  column: "Column",
  toResults: "Back to the results",
};

/** The words of the proof of a number. */
export const proofText: Readonly<Record<Locale, ProofText>> = { vi, en };
