import type { Locale, Text } from "@/lib/core/locale";
import type { Comparison } from "@/lib/metrics/target";

export const COMPARISON_LABELS: Readonly<Record<Comparison, Text>> = {
  above: { vi: "trên", en: "above" },
  atLeast: { vi: "ít nhất", en: "at least" },
  equal: { vi: "bằng", en: "equal to" },
  higherThanBaseline: { vi: "cao hơn năm trước", en: "higher than last year" },
};

const vi = {
  title: (assigned: number, year: number) =>
    assigned === 0
      ? `Chưa giao chỉ tiêu năm ${year}`
      : `${assigned} cơ quan được giao chỉ tiêu riêng năm ${year}`,
  metaTitle: "Chỉ tiêu",
  year: "Năm thống kê",
  show: "Xem",
  agency: "Cơ quan",
  cases: "Thi hành xong về việc",
  money: "Thi hành xong về tiền",
  source: "Căn cứ",
  own: "giao riêng",
  inherited: (name: string) => `theo ${name}`,
  notSet: "chưa giao",
  assign: "Giao chỉ tiêu",
  agencyCode: "Mã cơ quan",
  agencyHint: "Ví dụ cuc-hung-yen; cấp huyện: cc-325",
  casesPct: "Tỷ lệ về việc, %",
  moneyPct: "Tỷ lệ về tiền, %",
  comparison: "So sánh",
  sourceHint: "Số, ngày quyết định giao chỉ tiêu",
  done: "Đã giao chỉ tiêu.",
};

type TargetsText = typeof vi;

const en: TargetsText = {
  title: (assigned, year) =>
    assigned === 0
      ? `No targets assigned for ${year}`
      : `${assigned} agencies have targets of their own for ${year}`,
  metaTitle: "Targets",
  year: "Statistical year",
  show: "Show",
  agency: "Agency",
  cases: "Completion, cases",
  money: "Completion, money",
  source: "Basis",
  own: "own",
  inherited: (name) => `from ${name}`,
  notSet: "not set",
  assign: "Assign targets",
  agencyCode: "Agency code",
  agencyHint: "For example cuc-hung-yen; a district: cc-325",
  casesPct: "Cases rate, %",
  moneyPct: "Money rate, %",
  comparison: "Comparison",
  sourceHint: "Number and date of the assigning decision",
  done: "Targets assigned.",
};

export const targetsText: Readonly<Record<Locale, TargetsText>> = { vi, en };
