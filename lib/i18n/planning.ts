import type { Locale, Text } from "@/lib/core/locale";

/** Refusals of what a reader supposes; the same words in the form and in the card. */
export const planRefusals = {
  ambiguous: (readings: readonly string[]): Text => ({
    vi: `Số này đọc được nhiều cách (${readings.join("; ")}): hãy viết rõ hơn.`,
    en: `This can be read in several ways (${readings.join("; ")}): write it more clearly.`,
  }),
  tooMuchOut: (out: string, open: string): Text => ({
    vi: `Không thể chuyển ra ${out} khi chỉ còn ${open} có điều kiện chưa xong: việc đã xong không phân loại lại được.`,
    en: `${out} cannot leave the eligible group while only ${open} in it is not done: what is done is not reclassified.`,
  }),
};

const vi = {
  title: {
    refused: (who: string) => `Chưa lập được kế hoạch cho ${who}`,
    met: (who: string) => `${who} không còn thiếu gì để đạt hai chỉ tiêu`,
    left: (who: string, what: string, weeks: number) =>
      `${who} còn thiếu ${what}, trong ${weeks} tuần còn lại`,
    over: (who: string, what: string) => `Năm thống kê đã hết: ${who} còn thiếu ${what}`,
    and: " và ",
  },
  measure: { cases: "Về việc", money: "Về tiền" },
  needed: "Còn thiếu ít nhất",
  nothing: "Không còn thiếu",
  perWeek: (amount: string, weeks: number, from: string) =>
    `mỗi tuần ${amount}, trong ${weeks} tuần kể từ ${from}`,
  noWeek: "không còn tuần nào trong năm thống kê",
  facts: {
    now: "Hiện nay",
    supposed: "Theo giả định",
    target: "Chỉ tiêu",
    open: "Có điều kiện, chưa xong",
    pace: "Nhịp từ đầu năm",
    paceOf: (amount: string) => `${amount} mỗi tuần`,
    change: "So với khi không giả định",
  },
  out: (open: string) =>
    `Không thể đạt: dù xong hết ${open} còn lại vẫn chưa đủ. Chỉ thêm việc có điều kiện đã thi hành xong mới đổi được tỷ lệ.`,
  parts: { done: "Đã xong", needed: "Cần xong thêm", rest: "Có thể để lại" },
  note: "Ít nhất: nếu số có điều kiện không đổi ngoài những gì giả định. Tuần lẻ tính trọn một tuần; tuần đầu nhận phần dư.",
  refusals: {
    noFigures: "Kỳ này chưa có báo cáo được duyệt, nên chưa tính được còn thiếu bao nhiêu.",
    noTarget:
      "Chưa giao chỉ tiêu này cho cơ quan hay cấp trên của cơ quan, nên không có mức nào để còn thiếu.",
    nothingDue: "Không phát sinh: không có gì có điều kiện để chia.",
    impossible: "Giả định không thể xảy ra, nên không tính.",
    unreadable: "Có số giả định không đọc được, nên không tính.",
  },
  mixTitle: {
    some: (n: number, what: string) => `Cách ít tốn công nhất: ${n} đơn vị xong thêm ${what}`,
    none: "Không đơn vị nào phải xong thêm",
    short: (what: string) => `Các đơn vị xong hết vẫn thiếu ${what}`,
  },
  mixNote: (hard: number) =>
    `Lấy việc đang thi hành trước; việc hoãn, tạm đình chỉ và trường hợp khác tính nặng gấp ${hard}. Cùng mức nặng thì chia theo số còn lại của từng đơn vị.`,
  ownNote: "Đơn vị còn với tới chỉ tiêu của mình thì được giao đủ trước.",
  silent: (n: number) => `${n} đơn vị chưa có báo cáo không được tính.`,
  columns: {
    name: "Đơn vị",
    now: "Hiện nay %",
    open: "Còn lại",
    amount: "Xong thêm",
    hard: "Trong đó việc khó",
    weekly: "Mỗi tuần",
    after: "Sau đó %",
    own: "Chỉ tiêu của đơn vị",
    measure: "Chỉ tiêu",
  },
  own: { yes: "đạt", no: "chưa đạt", none: "–" },
  form: {
    from: "Tính từ ngày",
    suppose: "Giả định",
    hint: "Bỏ trống là không đổi. Số chuyển phân loại: âm là chuyển ra khỏi có điều kiện. Tiền viết như 12 tỷ 500 triệu.",
    newCases: "Việc mới có điều kiện",
    movedCases: "Việc chuyển phân loại (±)",
    newMoney: "Tiền mới có điều kiện",
    movedMoney: "Tiền chuyển phân loại (±)",
    hard: "Việc khó tính nặng gấp",
    own: "Giao đủ chỉ tiêu riêng của đơn vị trước",
    clear: "Bỏ giả định",
  },
  exportTitle: (who: string, period: string) => `Còn thiếu, ${who}, ${period}`,
  whole: "Toàn bộ",
};

type PlanningText = typeof vi;

const en: PlanningText = {
  title: {
    refused: (who) => `No plan yet for ${who}`,
    met: (who) => `${who}: nothing is missing for either target`,
    left: (who, what, weeks) => `${who}: ${what} still needed in the ${weeks} weeks left`,
    over: (who, what) => `The statistical year is over: ${who} lacked ${what}`,
    and: " and ",
  },
  measure: { cases: "Cases", money: "Money" },
  needed: "At least still needed",
  nothing: "Nothing is missing",
  perWeek: (amount, weeks, from) => `${amount} a week, over ${weeks} weeks from ${from}`,
  noWeek: "no week of the statistical year is left",
  facts: {
    now: "Now",
    supposed: "As supposed",
    target: "Target",
    open: "Eligible, not done",
    pace: "Pace since the year began",
    paceOf: (amount) => `${amount} a week`,
    change: "Against no supposition",
  },
  out: (open) =>
    `Out of reach: completing all ${open} that are left is not enough. Only more eligible work that is completed would change the rate.`,
  parts: { done: "Done", needed: "Still to complete", rest: "May be left" },
  note: "At least: if the eligible total does not change beyond what is supposed. A begun week counts whole; the first weeks take the remainder.",
  refusals: {
    noFigures: "No report of this period is approved yet, so what is missing cannot be computed.",
    noTarget: "Neither the agency nor any of its superiors has this target, so there is nothing to miss.",
    nothingDue: "Not applicable: nothing is eligible, so there is nothing to divide by.",
    impossible: "What is supposed cannot happen, so nothing was computed.",
    unreadable: "Something supposed cannot be read, so nothing was computed.",
  },
  mixTitle: {
    some: (n, what) => `The cheapest way: ${n} units complete ${what} more`,
    none: "No unit has to complete more",
    short: (what) => `Even if the units complete everything, ${what} is missing`,
  },
  mixNote: (hard) =>
    `What is in progress is taken first; what is postponed, suspended or otherwise open weighs ${hard} times as much. Equal weights are shared by what each unit has left.`,
  ownNote: "Units that can still reach their own target are given enough for it first.",
  silent: (n) => `${n} ${n === 1 ? "unit" : "units"} without a report ${n === 1 ? "is" : "are"} left out.`,
  columns: {
    name: "Unit",
    now: "Now %",
    open: "Left",
    amount: "Complete more",
    hard: "Of that, hard",
    weekly: "A week",
    after: "Then %",
    own: "The unit's own target",
    measure: "Measure",
  },
  own: { yes: "met", no: "not met", none: "–" },
  form: {
    from: "Count from",
    suppose: "What if",
    hint: "Empty means no change. Reclassified: negative leaves the eligible group. Write money as 12 tỷ 500 triệu.",
    newCases: "New eligible cases",
    movedCases: "Reclassified cases (±)",
    newMoney: "New eligible money",
    movedMoney: "Reclassified money (±)",
    hard: "Hard work weighs",
    own: "Give units enough for their own target first",
    clear: "Clear what is supposed",
  },
  exportTitle: (who, period) => `Still needed, ${who}, ${period}`,
  whole: "All",
};

/** The words of the planner. */
export const planningText: Readonly<Record<Locale, PlanningText>> = { vi, en };
