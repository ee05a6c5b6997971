import type { Locale } from "@/lib/core/locale";

const vi = {
  title: {
    none: "Chọn từ 2 đến 6 cơ quan để so sánh",
    one: (who: string, rate: string, about: string) =>
      `${who}: ${rate} ${about}; chọn thêm cơ quan để so sánh`,
    noFigures: "Các cơ quan đã chọn chưa có số liệu trong kỳ này",
    some: (first: string, high: string, last: string, low: string, about: string) =>
      `${first} cao nhất ${about} với ${high}, ${last} thấp nhất với ${low}`,
  },
  about: { cases: "về việc", money: "về tiền" },
  parts: {
    distance: "Cách chỉ tiêu",
    trend: "Tỷ lệ lũy kế từng tháng",
    years: "Cùng kỳ các năm",
    docket: "Thành phần phải thi hành",
    flow: "Chuyển kỳ sau, thụ lý và tải",
  },
  distanceTitle: (met: number, of: number, isFinal: boolean) =>
    `${met} / ${of} cơ quan ${isFinal ? "đạt chỉ tiêu" : "đã đạt hoặc đúng tiến độ"}`,
  distanceNote: "Bên trái vạch giữa là còn thiếu, bên phải là vượt so với chỉ tiêu năm của chính cơ quan đó.",
  trendTitle: (gap: string) => `Nơi cao nhất và thấp nhất cách nhau ${gap} điểm %`,
  trendOne: "Tỷ lệ lũy kế năm nay và năm trước",
  trendNote:
    "Mọi hình cùng một thước. Nét đậm: năm nay; nét nhạt: năm trước; nét đứt: chỉ tiêu năm; chấm: nhịp đều.",
  yearsTitle: (who: string, points: string) =>
    `${who} tăng nhiều nhất so với cùng kỳ năm trước: ${points} điểm %`,
  yearsFell: "Không cơ quan nào tăng so với cùng kỳ năm trước",
  yearsOne: "Cùng kỳ năm năm gần nhất",
  yearsNote:
    "Thước đo không bắt đầu từ 0. Tính lại trên tổ chức của kỳ đang xem. Năm nào chưa đủ 19/20 đơn vị có báo cáo thì để trống.",
  docketTitle: (who: string, share: string) => `${who} có phần có điều kiện cao nhất: ${share}`,
  flowTitle: {
    fell: (who: string, share: string) => `${who} giảm chuyển kỳ sau nhiều nhất: ${share}`,
    none: "Không cơ quan nào giảm được số chuyển kỳ sau so với số năm trước chuyển sang",
    unknown: "Số chuyển kỳ sau, thụ lý mới và thời gian giải quyết",
  },
  flowNote:
    "Chuyển kỳ sau: cột 18 so với cột 2. Giải quyết trên thụ lý: số xong chia số thụ lý mới; trên 100 % là giảm tồn. Thời gian: số tồn sẽ hết sau bao nhiêu ngày nếu giữ nhịp từ đầu năm. Bình quân trên một Chấp hành viên chưa tính được: ứng dụng chưa có số Chấp hành viên từng nơi.",
  missing: (codes: string) => `Không có trong kỳ này, hoặc tài khoản không được xem: ${codes}.`,
  search: "Tìm cơ quan để thêm",
  searchHint: "Gõ không dấu cũng được, ví dụ: hung yen",
  find: "Tìm",
  found: "Bấm để thêm",
  notFound: (text: string) => `Không tìm thấy cơ quan nào có “${text}”.`,
  full: "Đã đủ 6 cơ quan: bỏ bớt để thêm nơi khác.",
  suggested: "Gợi ý: những nơi cao nhất và thấp nhất",
  chosen: "Đang so sánh",
  remove: (who: string) => `Bỏ ${who}`,
  columns: {
    name: "Cơ quan",
    month: "Tháng",
    year: "Năm",
    completed: "Xong",
    eligible: "Có điều kiện",
    rate: "Tỷ lệ %",
    target: "Chỉ tiêu %",
    points: "Cách chỉ tiêu, điểm %",
    verdict: "Đánh giá",
    remaining: "Còn thiếu",
    yearBefore: "So cùng kỳ, điểm %",
    handedDown: "Năm trước chuyển sang",
    accepted: "Thụ lý mới",
    handedOn: "Chuyển kỳ sau",
    change: "Tăng giảm %",
    clearance: "Giải quyết trên thụ lý %",
    days: "Thời gian, ngày",
    load: "Bình quân / Chấp hành viên",
  },
  empty:
    "Tìm tên cơ quan ở trên, hoặc bắt đầu bằng một gợi ý. Địa chỉ trang giữ nguyên lựa chọn để gửi cho người khác.",
  exportTitle: (part: string, period: string) => `So sánh: ${part}, ${period}`,
};

type ComparisonText = typeof vi;

const en: ComparisonText = {
  title: {
    none: "Choose 2 to 6 agencies to compare",
    one: (who, rate, about) => `${who}: ${rate} ${about}; add agencies to compare`,
    noFigures: "The chosen agencies have no figures in this period yet",
    some: (first, high, last, low, about) =>
      `${first} is highest ${about} with ${high}, ${last} lowest with ${low}`,
  },
  about: { cases: "in cases", money: "in money" },
  parts: {
    distance: "Distance to the target",
    trend: "Cumulative rate by month",
    years: "The same months of earlier years",
    docket: "What the docket is made of",
    flow: "Carry-over, intake and load",
  },
  distanceTitle: (met, of, isFinal) =>
    `${met} of ${of} agencies ${isFinal ? "met the target" : "met the target or are on schedule"}`,
  distanceNote:
    "Left of the middle is what is missing, right of it what is over the agency's own target of the year.",
  trendTitle: (gap) => `The highest and the lowest are ${gap} points apart`,
  trendOne: "Cumulative rate this year and the year before",
  trendNote:
    "All pictures share one scale. Bold: this year; faint: the year before; dashes: target; dots: even pace.",
  yearsTitle: (who, points) => `${who} rose most since the same months of the year before: ${points} points`,
  yearsFell: "No agency rose since the same months of the year before",
  yearsOne: "The same months of the latest five years",
  yearsNote:
    "The scale does not begin at 0. Computed on the organisation of the period shown. A year in which fewer than 19 of 20 units reported is left empty.",
  docketTitle: (who, share) => `${who} has the largest eligible share: ${share}`,
  flowTitle: {
    fell: (who, share) => `${who} cut its carry-over most: ${share}`,
    none: "No agency hands on less than it was handed",
    unknown: "Carry-over, intake and disposition time",
  },
  flowNote:
    "Carry-over: column 18 against column 2. Clearance: completed over newly accepted; above 100% the docket shrinks. Time: how many days what is open would last at the pace since the year began. The load per enforcement officer is not known: the application does not have the number of officers.",
  missing: (codes) => `Not there in this period, or not for this account: ${codes}.`,
  search: "Find an agency to add",
  searchHint: "Diacritics are not needed, for example: hung yen",
  find: "Find",
  found: "Choose to add",
  notFound: (text) => `No agency has “${text}” in its name.`,
  full: "Six agencies are chosen: remove one to add another.",
  suggested: "To begin with: the highest and the lowest",
  chosen: "Compared now",
  remove: (who) => `Remove ${who}`,
  columns: {
    name: "Agency",
    month: "Month",
    year: "Year",
    completed: "Completed",
    eligible: "Eligible",
    rate: "Rate %",
    target: "Target %",
    points: "To the target, points",
    verdict: "Verdict",
    remaining: "Still needed",
    yearBefore: "Since a year ago, points",
    handedDown: "Handed down",
    accepted: "Newly accepted",
    handedOn: "Carried forward",
    change: "Change %",
    clearance: "Clearance %",
    days: "Time, days",
    load: "Per officer",
  },
  empty:
    "Find an agency by name above, or begin with a suggestion. The page's address keeps the choice to be shared.",
  exportTitle: (part, period) => `Comparison: ${part}, ${period}`,
};

/** The words of the comparison. */
export const comparisonText: Readonly<Record<Locale, ComparisonText>> = { vi, en };
