import type { Locale } from "@/lib/core/locale";

const vi = {
  title: {
    none: (who: string) => `${who} không có đơn vị cấp dưới để xếp hạng`,
    noFigures: (who: string) => `Chưa có số liệu để xếp hạng các đơn vị của ${who}`,
    sure: (who: string, rate: string, about: string) => `${who} chắc chắn dẫn đầu ${about}: ${rate}`,
    shared: (who: string, rate: string, about: string, n: number) =>
      `${who} dẫn đầu ${about} với ${rate}, nhưng riêng may rủi cũng có thể đưa đến hạng ${n}`,
  },
  about: { cases: "về việc", money: "về tiền" },
  section: "Xếp hạng có khoảng",
  note: (min: number) =>
    `Thanh: những hạng mà riêng may rủi cũng có thể cho (95 %); chấm: hạng theo tỷ lệ. Dưới ${min} việc có điều kiện thì không xếp hạng. Tỷ lệ về tiền lấy khoảng theo số việc, nên là khoảng hẹp nhất có nghĩa.`,
  otherNote:
    "Định nghĩa thứ hai chỉ để đối chiếu, không thay tỷ lệ chính thức; xếp hạng trong cùng các nơi được xếp.",
  gateNote:
    "Hạng A–D: những hạng mà hai chỉ tiêu tỷ lệ còn để ngỏ theo Quyết định 1682/QĐ-BTP năm 2015 (điều kiện duy nhất được công bố; C và D không rõ điều kiện). Điểm chấm và chỉ tiêu giảm việc chuyển kỳ sau không có trong ứng dụng, nên không đủ dữ liệu để kết luận hạng.",
  min: "Tối thiểu việc có điều kiện",
  other: "Định nghĩa thứ hai",
  noOther: "Không so",
  columns: {
    rank: "Hạng",
    name: "Cơ quan",
    rate: "Tỷ lệ %",
    range: "Khoảng hạng",
    cases: "Việc có điều kiện",
    verdict: "Đánh giá",
    other: "Định nghĩa thứ hai %",
    otherRank: "Hạng theo đó",
    difference: "Chênh, điểm %",
    grades: "Hạng còn để ngỏ",
  },
  tooFew: "ít việc",
  exportTitle: (who: string, period: string) => `Xếp hạng có khoảng, ${who}, ${period}`,
};

type RankingText = typeof vi;

const en: RankingText = {
  title: {
    none: (who) => `${who} has nobody below to rank`,
    noFigures: (who) => `No figures yet to rank those below ${who}`,
    sure: (who, rate, about) => `${who} certainly leads ${about}: ${rate}`,
    shared: (who, rate, about, n) =>
      `${who} leads ${about} with ${rate}, but chance alone could have put it as low as rank ${n}`,
  },
  about: { cases: "in cases", money: "in money" },
  section: "Ranking with intervals",
  note: (min) =>
    `Bar: the ranks that chance alone could have given (95%); dot: the rank by rate. Below ${min} eligible cases nobody is ranked. A money rate takes its interval from the cases, so it is the narrowest that makes sense.`,
  otherNote:
    "The second definition is for comparison only and never replaces the official rate; ranked among the same agencies.",
  gateNote:
    "A–D: the grades that both rate targets leave open under Decision 1682/QĐ-BTP of 2015 (the only gates published; those of C and D are not known). Scores and the target for fewer carried-over cases are not in the application, so there is not enough data to conclude a grade.",
  min: "Least eligible cases",
  other: "Second definition",
  noOther: "None",
  columns: {
    rank: "Rank",
    name: "Agency",
    rate: "Rate %",
    range: "Rank interval",
    cases: "Eligible cases",
    verdict: "Verdict",
    other: "Second definition %",
    otherRank: "Rank by it",
    difference: "Difference, points",
    grades: "Grades left open",
  },
  tooFew: "too few",
  exportTitle: (who, period) => `Ranking with intervals, ${who}, ${period}`,
};

/** The words of the ranking. */
export const rankingText: Readonly<Record<Locale, RankingText>> = { vi, en };
