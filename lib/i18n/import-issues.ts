import type { Text } from "@/lib/core/locale";

/** What a file can break before the rules of the form are asked; the key is the issue's rule. */
export const importIssueText = {
  HEADER: {
    unknown: (column: string): Text => ({
      vi: `Dòng tiêu đề có cột lạ “${column}”. Các cột phải đúng tên như tệp mẫu.`,
      en: `The header has an unknown column “${column}”. Columns must be named as in the sample file.`,
    }),
    missing: (column: string): Text => ({
      vi: `Dòng tiêu đề thiếu cột “${column}”.`,
      en: `The header lacks the column “${column}”.`,
    }),
    duplicated: (column: string): Text => ({
      vi: `Cột “${column}” có hai lần trong dòng tiêu đề.`,
      en: `The column “${column}” stands twice in the header.`,
    }),
    tabs: {
      vi: "Tệp ngăn cách bằng dấu tab. Hãy lưu lại thành CSV ngăn cách bằng dấu phẩy hoặc chấm phẩy.",
      en: "The file is separated by tabs. Save it as a CSV separated by commas or semicolons.",
    },
  },
  FILE: {
    noRows: {
      vi: "Tệp chỉ có dòng tiêu đề, chưa có dòng số liệu nào.",
      en: "The file holds only its header, without a row of figures.",
    },
    tooManyRows: (limit: string): Text => ({
      vi: `Tệp có hơn ${limit} dòng. Hãy chia thành nhiều tệp.`,
      en: `The file has more than ${limit} rows. Split it.`,
    }),
    quotes: {
      vi: "Dấu ngoặc kép mở mà không đóng, hoặc đặt sai chỗ; từ dòng này không đọc tiếp được.",
      en: "A quotation mark is opened and not closed, or misplaced; nothing can be read from this line on.",
    },
    longLine: {
      vi: "Một dòng dài quá 10.000 ký tự, nên đây không phải CSV theo mẫu.",
      en: "A line is longer than 10,000 characters, so this is not a CSV in the expected layout.",
    },
    cells: (found: number, expected: number): Text => ({
      vi: `Dòng có ${found} ô, phải có ${expected} ô như dòng tiêu đề.`,
      en: `The row has ${found} cells; it must have ${expected}, like the header.`,
    }),
  },
  FORMULA: {
    vi: "Ô chứa công thức. Chỉ nhận giá trị: trong Excel dùng Dán đặc biệt → Giá trị.",
    en: "The cell holds a formula. Only values are accepted: in Excel use Paste special → Values.",
  },
  PERIOD: {
    year: { vi: "Năm thống kê phải là số có bốn chữ số.", en: "The statistical year must have four digits." },
    month: {
      vi: "Kỳ phải là số từ 1 đến 12 (1 = tháng 10 năm trước, 12 = cả năm).",
      en: "The month must be from 1 to 12 (1 = October of the year before, 12 = the whole year).",
    },
    unknown: { vi: "Hệ thống không có kỳ báo cáo này.", en: "The system has no such period." },
    open: (year: number): Text => ({
      vi: `Năm ${year} còn kỳ đang mở: số liệu chính thức chỉ nhập cho năm đã khép. Hãy nhập dạng bản thảo.`,
      en: `Year ${year} still has an open period: final figures are only for closed years. Import a draft instead.`,
    }),
    notEnded: { vi: "Kỳ báo cáo này chưa kết thúc.", en: "This period has not ended." },
    closed: {
      vi: "Kỳ báo cáo chưa mở hoặc đã khép cho cơ quan này.",
      en: "The period is not open for this agency.",
    },
  },
  MEASURE: {
    vi: "Cột measure chỉ nhận cases (việc) hoặc money (tiền).",
    en: "The column measure takes only cases or money.",
  },
  V01: {
    negative: { vi: "Không nhận số âm.", en: "A negative number is not accepted." },
    notWhole: {
      vi: "Phải là số nguyên viết liền, không dấu chấm, dấu phẩy hay chữ, ví dụ 1234567 (tiền tính bằng đồng).",
      en: "It must be a whole number without separators or letters, such as 1234567 (money in đồng).",
    },
    tooLarge: { vi: "Số lớn quá mức lưu được.", en: "The number is too large to be stored." },
    reducedCases: {
      vi: "Cột 10b (giảm thi hành án) chỉ có tiền; với việc hãy để 0 hoặc để trống.",
      en: "Column 10b (reduced) exists for money only; for cases leave it 0 or empty.",
    },
  },
  V19: {
    notWhole: {
      vi: "Phải là số nguyên viết liền, không dấu chấm, dấu phẩy hay chữ, ví dụ 1234.",
      en: "It must be a whole number without separators or letters, such as 1234.",
    },
    differs: (row: number): Text => ({
      vi: `Khác với số ở dòng ${row} của cùng báo cáo. Chỉ tiêu khác ghi một lần, ở dòng cases hoặc dòng money.`,
      en: `It differs from row ${row} of the same report. Counts are written once, in the row cases or money.`,
    }),
  },
  AGENCY: {
    unknown: { vi: "Không có cơ quan nào mang mã này.", en: "No agency has this code." },
    notInForce: {
      vi: "Cơ quan này chưa lập hoặc đã giải thể, sáp nhập trong kỳ đó.",
      en: "This agency did not exist in that period.",
    },
    noReport: {
      vi: "Cơ quan này không lập báo cáo kết quả của riêng mình.",
      en: "This agency makes no report of its own.",
    },
  },
  DUPLICATE: (row: number): Text => ({
    vi: `Trùng cơ quan, kỳ và loại số liệu với dòng ${row}.`,
    en: `Same agency, period and measure as row ${row}.`,
  }),
  PAIR: {
    cases: {
      vi: "Thiếu dòng cases (việc) của cơ quan và kỳ này.",
      en: "The row cases of this report is missing.",
    },
    money: {
      vi: "Thiếu dòng money (tiền) của cơ quan và kỳ này.",
      en: "The row money of this report is missing.",
    },
  },
  STATE: {
    differs: {
      vi: "Đã có báo cáo chính thức với số liệu khác. Muốn sửa, hãy lập báo cáo bổ sung.",
      en: "A final report with other figures exists. To change it, make a supplementary report.",
    },
    inProgress: {
      vi: "Báo cáo này đang được lập hoặc chờ duyệt, nên không nhập lịch sử đè lên.",
      en: "This report is being made or waits for approval, so history cannot replace it.",
    },
    submitted: {
      vi: "Báo cáo đã gửi, đang chờ duyệt: phải được trả lại thì mới sửa được.",
      en: "The report was submitted: it must be returned before it can change.",
    },
    final: {
      vi: "Báo cáo đã duyệt. Muốn sửa, hãy lập báo cáo bổ sung.",
      en: "The report is approved. To change it, make a supplementary report.",
    },
  },
} as const;
