import type { Text } from "@/lib/core/locale";

/** What is said about a file of cases or events; each sentence names the rule and the numbers. */
export const caseImportTexts = {
  empty: { vi: "Tệp không có dòng nào.", en: "The file has no rows." },
  missingColumn: { vi: "Thiếu cột bắt buộc.", en: "A required column is missing." },
  unknownColumn: { vi: "Không có cột tên này trong mẫu tệp.", en: "The layout has no such column." },
  columnTwice: { vi: "Cột này có hai lần.", en: "This column is there twice." },
  width: (expected: number, found: number): Text => ({
    vi: `Dòng có ${found} ô, tiêu đề có ${expected}.`,
    en: `The row has ${found} fields, the header ${expected}.`,
  }),
  oneOf: (allowed: readonly string[]): Text => ({
    vi: `Phải là một trong: ${allowed.join(", ")}.`,
    en: `Must be one of: ${allowed.join(", ")}.`,
  }),
  day: { vi: "Phải là một ngày có thật dạng 2022-09-30.", en: "Must be a real day such as 2022-09-30." },
  amount: { vi: "Phải là số nguyên đồng không âm, chỉ gồm chữ số.", en: "Must be whole đồng, digits only." },
  number: { vi: "Phải là số thụ lý từ 1.", en: "Must be a case number from 1." },
  year: { vi: "Phải là năm từ 1990 đến 2099.", en: "Must be a year from 1990 to 2099." },
  agencyCode: { vi: "Không phải mã cơ quan.", en: "Not an agency code." },
  text: (most: number): Text => ({
    vi: `Phải có chữ, không quá ${most} ký tự.`,
    en: `Must be text of at most ${most} characters.`,
  }),
  beforeDay: (column: string, day: string): Text => ({
    vi: `Ngày này trước ${column} (${day}).`,
    en: `This day is before ${column} (${day}).`,
  }),
  tooManyRows: (most: number): Text => ({
    vi: `Tệp có hơn ${most} dòng; hãy chia nhỏ.`,
    en: `The file has more than ${most} rows; split it.`,
  }),
  notText: { vi: "Tệp không ghi theo UTF-8.", en: "The file is not UTF-8." },
  refused: { vi: "Tệp còn lỗi, chưa ghi gì vào sổ.", en: "The file has errors; nothing was written." },
} as const;

/** What only the database can tell, by its code. */
export const caseImportProblems: Readonly<Record<string, Text>> = {
  agency: {
    vi: "Không có cơ quan này, hoặc tài khoản không được nhập việc của cơ quan này.",
    en: "There is no such agency, or this account may not enter its cases.",
  },
  agencyThen: {
    vi: "Cơ quan chưa có hoặc đã chấm dứt vào ngày thụ lý.",
    en: "The agency did not exist on that day.",
  },
  twice: { vi: "Số thụ lý này có hai lần trong tệp.", en: "This number is in the file twice." },
  taken: { vi: "Số thụ lý này đã có trong sổ.", en: "This number is already in the register." },
  officer: {
    vi: "Không phải tài khoản chấp hành viên của cơ quan vào ngày thụ lý.",
    en: "Not an enforcement officer of the agency on that day.",
  },
  case: {
    vi: "Sổ không có việc này, hoặc tài khoản không được ghi vào việc này.",
    en: "The register has no such case, or this account may not record in it.",
  },
  kind: {
    vi: "Sự kiện bắt đầu, chuyển cơ quan hoặc hủy không nhập bằng tệp này.",
    en: "Starts, transfers and counter-events are not imported by this file.",
  },
  notAfter: {
    vi: "Sự kiện này không thể theo sau trạng thái của việc.",
    en: "This event cannot follow the state of the case.",
  },
  beforeLast: { vi: "Sớm hơn sự kiện trước đó của việc.", en: "Before the case's previous event." },
  amountNeeded: { vi: "Sự kiện này phải có số tiền lớn hơn 0.", en: "This event needs an amount above 0." },
  amountTooLarge: { vi: "Nhiều hơn số còn phải thi hành.", en: "More than what is outstanding." },
  amountNotRest: {
    vi: "Số tiền khác số còn phải thi hành; để trống thì lấy toàn bộ số còn lại.",
    en: "Differs from what is outstanding; leave it empty to take all of it.",
  },
  asideNeeded: {
    vi: "Phần hoãn, tạm đình chỉ phải ghi thuộc loại nào.",
    en: "The part set aside needs its class.",
  },
  register: {
    vi: "Không chuyển sổ theo dõi riêng trong cùng năm thống kê với ngày thụ lý.",
    en: "No move to the separate register in the statistical year of acceptance.",
  },
  needs: { vi: "Thiếu bước bắt buộc trước đó.", en: "The step it needs is missing." },
};
