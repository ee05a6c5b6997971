import { formatCount, formatRate } from "@/lib/core/format";
import type { Locale, Text } from "@/lib/core/locale";
import type { Signal, SignalKind } from "@/lib/metrics/signals/types";

/** Words around the questions: a signal asks, it does not accuse. */
export const signalText = {
  vi: {
    title: "Số liệu cần hỏi lại",
    note: "Đây là câu hỏi, không phải kết luận: cơ quan trả lời và câu trả lời được lưu.",
    kind: {
      lateReclassification: "Phân loại lại cuối năm",
      circularEntrustment: "Ủy thác dồn vào tháng 9",
      septemberDip: "Thụ lý giảm tháng 9, tăng tháng 10",
      bunching: "Vừa đủ chỉ tiêu nhiều lần",
      doneWithoutMoney: "Việc xong mà tiền không tăng",
    },
    value: "lũy kế",
    movement: "phát sinh",
    usual: "thường thấy",
    neededForTarget: "số cần có để đạt chỉ tiêu",
  },
  en: {
    title: "Figures to ask about",
    note: "These are questions, not findings: the agency answers and the answer is kept.",
    kind: {
      lateReclassification: "Reclassified near the year end",
      circularEntrustment: "Entrusted in a rush in September",
      septemberDip: "Fewer new cases in September, more in October",
      bunching: "Just above the target again and again",
      doneWithoutMoney: "More cases done, no more money",
    },
    value: "cumulative",
    movement: "movement",
    usual: "usual",
    neededForTarget: "needed to pass the target",
  },
} as const satisfies Record<Locale, { kind: Record<SignalKind, string> } & Record<string, unknown>>;

type Words = { name: string; cases: string; year: number; instead: string };

const rates = {
  vi: (without: string, reported: string) => `Nếu không thì tỷ lệ về việc là ${without} thay vì ${reported}.`,
  en: (without: string, reported: string) =>
    `Otherwise the rate of cases would be ${without} instead of ${reported}.`,
};

const questions = {
  vi: {
    lateReclassification: ({ name, cases, year, instead }) =>
      `Tháng 8 và 9/${year}, ${name} chuyển sang “chưa có điều kiện” nhiều hơn mức thường thấy khoảng ${cases} việc. ${instead} Căn cứ xác minh của các việc này là gì?`,
    circularEntrustment: ({ name, cases, year, instead }) =>
      `Tháng 9/${year}, ${name} ủy thác nhiều hơn mức thường thấy khoảng ${cases} việc. ${instead} Ủy thác đến đâu, và vì sao dồn vào tháng 9?`,
    septemberDip: ({ name, cases, year, instead }) =>
      `Khoảng ${cases} việc của ${name} dường như đáng lẽ thụ lý trong tháng 9/${year} lại thụ lý trong tháng 10. ${instead} Vì sao thụ lý tháng 9 giảm rồi tăng ngay sau đó?`,
    bunching: ({ name, year, instead }) =>
      `Kết quả năm ${year} của ${name} và các năm gần đây nhiều lần vừa đủ vượt chỉ tiêu. ${instead} Kết quả tháng 9 được chốt như thế nào?`,
    doneWithoutMoney: ({ name, cases, year, instead }) =>
      `Cuối năm ${year}, ${name} báo xong nhiều hơn nhịp thường thấy khoảng ${cases} việc nhưng số tiền thu không tăng theo. ${instead} Các việc này xong bằng cách nào?`,
  },
  en: {
    lateReclassification: ({ name, cases, year, instead }) =>
      `In August and September ${year}, ${name} moved about ${cases} more cases than usual to “not yet eligible”. ${instead} On what verification does this rest?`,
    circularEntrustment: ({ name, cases, year, instead }) =>
      `In September ${year}, ${name} entrusted about ${cases} more cases than usual. ${instead} To whom, and why in September?`,
    septemberDip: ({ name, cases, year, instead }) =>
      `About ${cases} cases of ${name} seem to have been taken up in October rather than in September ${year}. ${instead} Why did new cases fall in September and rise right after?`,
    bunching: ({ name, year, instead }) =>
      `The results of ${name} in ${year} and the years before lie just above the target again and again. ${instead} How was September closed?`,
    doneWithoutMoney: ({ name, cases, year, instead }) =>
      `At the end of ${year}, ${name} reported about ${cases} more cases done than its pace suggests, while the money collected did not rise with them. ${instead} How were these cases finished?`,
  },
} as const satisfies Record<Locale, Record<SignalKind, (words: Words) => string>>;

/** The question that a signal puts to an agency, in both languages, with what the rate would otherwise be. */
export function signalQuestion(signal: Signal, name: string): Text {
  return { vi: questionIn("vi", signal, name), en: questionIn("en", signal, name) };
}

function questionIn(
  locale: Locale,
  { kind, year, excess, counterfactual, reported }: Signal,
  name: string,
): string {
  const instead = rates[locale](formatRate(counterfactual, locale), formatRate(reported, locale));
  return questions[locale][kind]({ name, cases: formatCount(excess, locale), year, instead });
}

/** Why an answer is not kept. */
export const signalRefusals = {
  noQuestion: {
    vi: "Số liệu hiện nay không còn nêu câu hỏi này; hãy tải lại trang.",
    en: "The figures no longer raise this question; load the page again.",
  },
  otherFigures: {
    vi: "Số liệu của cơ quan đã thay đổi sau khi trang này được mở; hãy tải lại và đọc lại câu hỏi.",
    en: "The agency's figures have changed since this page was opened; load it again and read the question anew.",
  },
  answeredMeanwhile: {
    vi: "Vừa có người trả lời câu hỏi này; hãy tải lại trang để xem.",
    en: "Somebody has just answered this question; load the page again to see it.",
  },
} as const satisfies Record<string, Text>;
