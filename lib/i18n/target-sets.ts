import type { Locale, Text } from "@/lib/core/locale";
import type { Comparison } from "@/lib/metrics/target";

/** Why a target set is not written or issued. */
export const targetSetRefusals = {
  missing: { vi: "Không tìm thấy bộ chỉ tiêu này.", en: "There is no such target set." },
  noDraft: {
    vi: "Năm này chưa có dự thảo bộ chỉ tiêu để ban hành.",
    en: "There is no draft of this year's target set to issue.",
  },
  overtaken: {
    vi: "Sau khi lập dự thảo, chỉ tiêu của năm đã được sửa. Hãy xem lại dự thảo và lưu lại trước khi ban hành.",
    en: "The year's targets were amended after the draft was made. Look at the draft again and save it first.",
  },
  unsigned: {
    vi: "Dự thảo phải có số, ngày ký, người ký và căn cứ trước khi ban hành.",
    en: "The draft needs a number, a date, a signer and a legal basis before it is issued.",
  },
  nothingToCascade: {
    vi: "Không giao xuống được: cơ quan này chưa có chỉ tiêu bằng tỷ lệ, không có đơn vị trực thuộc, hoặc không có cách giao nào đạt.",
    en: "Nothing to hand down: the agency has no percentage target, nobody under it, or no demands that would reach it.",
  },
} as const satisfies Readonly<Record<string, Text>>;

export const STATE_LABELS: Readonly<Record<"DRAFT" | "ISSUED" | "REPLACED", Text>> = {
  DRAFT: { vi: "Dự thảo", en: "Draft" },
  ISSUED: { vi: "Đã ban hành", en: "Issued" },
  REPLACED: { vi: "Đã thay thế", en: "Replaced" },
};

export const METHOD_LABELS: Readonly<Record<"copy" | "points" | "weight", Text>> = {
  copy: { vi: "Giao như nhau", en: "The same for all" },
  points: { vi: "Tăng đều điểm % so với kỳ trước", en: "Equal points over the last result" },
  weight: { vi: "Chia theo số đã thi hành xong", en: "By completions of the last period" },
};

export const LINE_COMPARISON_LABELS: Readonly<Record<Comparison | "tracked", Text>> = {
  above: { vi: "trên", en: "above" },
  atLeast: { vi: "ít nhất", en: "at least" },
  equal: { vi: "bằng", en: "equal to" },
  higherThanBaseline: { vi: "cao hơn năm", en: "higher than in" },
  tracked: { vi: "theo dõi", en: "tracked" },
};

const vi = {
  sets: "Bộ chỉ tiêu theo năm",
  noSets: "Chưa có bộ chỉ tiêu nào.",
  title: (year: number, version: number) => `Bộ chỉ tiêu năm ${year}, bản ${version}`,
  open: (year: number) => `Bộ chỉ tiêu năm ${year}`,
  version: "Bản",
  versions: "Các bản",
  state: "Trạng thái",
  number: "Số văn bản",
  signedOn: "Ngày ký",
  signer: "Người ký",
  legalBasis: "Căn cứ",
  lines: "Dòng chỉ tiêu",
  lineTotal: (count: number) => `${count} dòng`,
  agency: "Cơ quan",
  indicator: "Chỉ tiêu",
  demand: "Yêu cầu",
  scope: "Phạm vi",
  wording: "Nội dung trong văn bản",
  source: "Nguồn",
  check: "Kiểm tra giao xuống",
  checkNote:
    "Chỉ tiêu của các đơn vị, gia quyền theo số có điều kiện, phải đạt chỉ tiêu của cấp trên. Hồ sơ của chính cơ quan cấp trên tính theo chỉ tiêu của cơ quan đó.",
  basis: (month: number, year: number) => `Trọng số: kết quả ${month} tháng năm ${year} đã duyệt.`,
  noBasis: "Chưa có kết quả đã duyệt để làm trọng số, nên chưa kiểm tra được.",
  noCheck: "Chưa cơ quan nào giao chỉ tiêu riêng cho đơn vị trực thuộc.",
  reaches: (name: string, weighted: string, pct: string) =>
    `${name}: các đơn vị cộng lại ${weighted} %, đạt chỉ tiêu ${pct} %`,
  fallsShort: (name: string, weighted: string, pct: string) =>
    `${name}: các đơn vị cộng lại ${weighted} %, chưa tới chỉ tiêu ${pct} %`,
  unweighable: (name: string) => `${name}: không có số có điều kiện để kiểm tra`,
  together: (points: string) => `Muốn đạt, mọi đơn vị phải tăng thêm ${points} điểm %.`,
  impossible: "Không mức nào của các đơn vị đạt được chỉ tiêu này.",
  eligible: "Có điều kiện",
  baseline: "Kỳ làm trọng số, %",
  pct: "Chỉ tiêu, %",
  own: "giao riêng",
  inherited: "theo cấp trên",
  aloneTo: "Nếu chỉ đơn vị này tăng, %",
  notAlone: "không đủ",
  preview: "Xem thử cách giao xuống",
  parent: "Mã cơ quan giao",
  method: "Cách giao",
  show: "Xem thử",
  apply: "Đưa vào dự thảo",
  applied: "Đã đưa vào dự thảo.",
  proposal: (name: string) => `Đề xuất cho các đơn vị của ${name}`,
  noProposal: "Không có đề xuất: cơ quan này chưa có chỉ tiêu tỷ lệ hoặc không có đơn vị trực thuộc.",
  draft: "Lập hoặc sửa dự thảo",
  drafted: "Đã lưu dự thảo.",
  issue: "Ban hành",
  issueNote: "Bản đang có hiệu lực sẽ được thay thế; các bảng kết quả dùng chỉ tiêu mới ngay.",
  issued: "Đã ban hành.",
  cases: "việc",
  money: "đồng",
  back: "Chỉ tiêu",
};

type SetText = typeof vi;

const en: SetText = {
  sets: "Target sets by year",
  noSets: "There are no target sets yet.",
  title: (year, version) => `Target set of ${year}, version ${version}`,
  open: (year) => `Target set of ${year}`,
  version: "Version",
  versions: "Versions",
  state: "State",
  number: "Document number",
  signedOn: "Signed on",
  signer: "Signer",
  legalBasis: "Legal basis",
  lines: "Lines",
  lineTotal: (count) => `${count} lines`,
  agency: "Agency",
  indicator: "Indicator",
  demand: "Demand",
  scope: "Scope",
  wording: "Wording of the document",
  source: "Source",
  check: "Check of the cascade",
  checkNote:
    "The units' targets, weighted by eligible totals, must reach their superior's. The superior's own docket counts with its own target.",
  basis: (month, year) => `Weights: accepted results of ${month} months of ${year}.`,
  noBasis: "There are no accepted results to weigh with, so nothing can be checked yet.",
  noCheck: "No agency has given its units targets of their own.",
  reaches: (name, weighted, pct) => `${name}: its units together ${weighted}%, which reaches ${pct}%`,
  fallsShort: (name, weighted, pct) => `${name}: its units together ${weighted}%, short of ${pct}%`,
  unweighable: (name) => `${name}: nothing eligible to check with`,
  together: (points) => `To reach it, every unit has to rise by ${points} points.`,
  impossible: "No targets of the units would reach it.",
  eligible: "Eligible",
  baseline: "Result of that period, %",
  pct: "Target, %",
  own: "own",
  inherited: "from above",
  aloneTo: "If this one alone rose, %",
  notAlone: "not enough",
  preview: "Try a way of handing down",
  parent: "Code of the agency",
  method: "Way",
  show: "Try",
  apply: "Put into the draft",
  applied: "It is in the draft now.",
  proposal: (name) => `Proposal for the units of ${name}`,
  noProposal: "No proposal: the agency has no percentage target, or nobody under it.",
  draft: "Begin or change the draft",
  drafted: "The draft is saved.",
  issue: "Issue",
  issueNote: "The version in force is replaced; every results table uses the new targets at once.",
  issued: "Issued.",
  cases: "cases",
  money: "đồng",
  back: "Targets",
};

export const targetSetText: Readonly<Record<Locale, SetText>> = { vi, en };
