import type { Locale, Text } from "@/lib/core/locale";
import type { Evidence } from "@/lib/metrics/signals/types";

const vi = {
  name: "Dấu hiệu cần hỏi",
  title: (questions: number, agencies: number, year: number) =>
    questions === 0
      ? `Năm ${year} không có câu hỏi nào về số liệu`
      : `${questions} câu hỏi về số liệu năm ${year} gửi ${agencies} cơ quan`,
  answered: (answered: number, questions: number) => `đã trả lời ${answered}/${questions}`,
  compared: (count: string) => `so với ${count} cơ quan báo cáo đủ 12 tháng`,
  note: "Mỗi mục là một câu hỏi, không phải kết luận. Cơ quan hoặc cấp trên trả lời; câu trả lời được lưu và không sửa được.",
  tooFew: "Chưa đủ cơ quan báo cáo trọn năm này để so sánh, nên chưa hỏi gì. Hãy chọn năm khác.",
  nothing: "Số liệu cuối năm của các cơ quan trong phạm vi tài khoản này không có gì khác thường.",
  official: "Tỷ lệ về việc đã báo cáo",
  counterfactual: "Tỷ lệ nếu không có điều này",
  evidence: "Số liệu làm căn cứ",
  column: "Chỉ số",
  when: "Tháng thống kê",
  what: "Cách tính",
  value: "Giá trị",
  period: (month: number, year: number) => `${month}/${year}`,
  proof: "Xem báo cáo tháng 12",
  money: "đồng",
  cases: "việc",
  illustrative: "Số liệu minh họa",
  answer: "Trả lời",
  answerAgain: "Trả lời lại",
  noAnswer: "Chưa có trả lời.",
  answerOf: (name: string, at: string) => `${name}, ${at}`,
  outdated: "Số liệu của cơ quan đã thay đổi sau câu trả lời này.",
  code: "Nội dung",
  choose: "Chọn",
  words: "Nói rõ, để người đọc sau kiểm tra được",
  send: "Gửi trả lời",
  as: { value: "lũy kế", movement: "phát sinh", usual: "mức thường thấy" } as Record<Evidence["as"], string>,
};

const en: typeof vi = {
  name: "Figures to ask about",
  title: (questions, agencies, year) =>
    questions === 0
      ? `Nothing to ask about the figures of ${year}`
      : `${questions} ${questions === 1 ? "question" : "questions"} about the figures of ${year} to ${agencies} ${agencies === 1 ? "agency" : "agencies"}`,
  answered: (answered, questions) => `${answered} of ${questions} answered`,
  compared: (count) => `compared with ${count} agencies that reported all 12 months`,
  note: "Each is a question, not a finding. The agency or the level above answers; answers are kept and cannot be changed.",
  tooFew:
    "Too few agencies have reported the whole of this year to compare, so nothing is asked. Choose another year.",
  nothing: "Nothing unusual in the year-end figures of the agencies that this account may see.",
  official: "Rate of cases as reported",
  counterfactual: "Rate without the pattern",
  evidence: "Figures it rests on",
  column: "Figure",
  when: "Statistical month",
  what: "Counted",
  value: "Value",
  period: (month, year) => `${month}/${year}`,
  proof: "Report of month 12",
  money: "đồng",
  cases: "cases",
  illustrative: "Illustrative data",
  answer: "Answer",
  answerAgain: "Answer again",
  noAnswer: "Not answered yet.",
  answerOf: (name, at) => `${name}, ${at}`,
  outdated: "The agency's figures have changed since this answer.",
  code: "What it is",
  choose: "Choose",
  words: "In words that a later reader can check",
  send: "Send the answer",
  as: { value: "cumulative", movement: "movement", usual: "usual among peers" },
};

export const signalPageText: Readonly<Record<Locale, typeof vi>> = { vi, en };

/** What may be answered, by code. */
export const answerLabels = {
  CONFIRMED: {
    vi: "Số liệu đúng, có căn cứ trong hồ sơ",
    en: "The figures are right, the files show why",
  },
  CORRECTING: {
    vi: "Sẽ điều chỉnh bằng báo cáo bổ sung",
    en: "They will be corrected by a supplementary report",
  },
  WORKLOAD: { vi: "Do đặc điểm công việc trong năm", en: "It is the year's workload" },
  CHECKING: { vi: "Đang kiểm tra", en: "It is being checked" },
  OTHER: { vi: "Lý do khác", en: "Another reason" },
} as const satisfies Record<string, Text>;

/** Figures a question rests on, by the form's own numbers. */
export const evidenceLabels: Readonly<Partial<Record<Evidence["column"], Text>>> = {
  newlyAccepted: { vi: "Thụ lý mới (03)", en: "Newly accepted (03)" },
  entrustedOut: { vi: "Ủy thác (04)", en: "Entrusted (04)" },
  done: {
    vi: "Xong: thi hành xong, đình chỉ, giảm (09 + 10 + 10b)",
    en: "Done: completed, terminated, reduced (09 + 10 + 10b)",
  },
  eligible: { vi: "Có điều kiện (08)", en: "Eligible (08)" },
  notYetEligible: { vi: "Chưa có điều kiện (15)", en: "Not yet eligible (15)" },
  neededForTarget: { vi: "Cần để đạt chỉ tiêu", en: "Needed for the target" },
};
