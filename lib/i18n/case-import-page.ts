import type { Locale } from "@/lib/core/locale";

const vi = {
  title: "Nhập việc và sự kiện từ tệp CSV",
  lead: "Tệp được kiểm tra trước, chưa ghi gì vào sổ. Chỉ nhập được khi không còn lỗi nào.",
  file: "Tệp CSV",
  fileHint:
    "UTF-8, ngăn cách bằng dấu phẩy, tối đa 2.000.000 dòng. Tệp có cột kind là tệp sự kiện; tệp khác là tệp việc.",
  columns: "Các cột của tệp",
  caseColumns: "Tệp việc",
  eventColumns: "Tệp sự kiện",
  optional: "có thể bỏ",
  illustrative: "Đây là số liệu minh họa (sẽ được đánh dấu)",
  check: "Kiểm tra tệp",
  import: (rows: string) => `Nhập ${rows} dòng vào sổ`,
  checking: (done: string) => `Đang đọc và kiểm tra: ${done} dòng`,
  writing: (done: string, of: string) => `Đang ghi vào sổ: ${done} / ${of} dòng`,
  progress: "Tiến độ",
  layout: { cases: "tệp việc", events: "tệp sự kiện" },
  good: (rows: string, layout: string) => `Kiểm tra xong ${rows} dòng (${layout}): nhập được tất cả.`,
  done: (rows: string) => `Đã ghi ${rows} dòng vào sổ.`,
  bad: (issues: string, rows: string) =>
    `${issues} lỗi trong ${rows} dòng. Chưa ghi gì; hãy sửa tệp rồi chọn lại.`,
  shown: (shown: string) => `Hiện ${shown} lỗi đầu.`,
  row: "Dòng",
  column: "Cột",
  value: "Giá trị",
  message: "Nội dung",
  failed:
    "Không liên lạc được với máy chủ, hoặc máy chủ gặp lỗi. Tệp vẫn được giữ trên trang này; hãy thử lại.",
  register: "Mở sổ thụ lý",
};

const en: typeof vi = {
  title: "Import cases and events from a CSV file",
  lead: "The file is checked first and nothing is written. It is imported only when nothing is wrong with it.",
  file: "CSV file",
  fileHint:
    "UTF-8, commas, at most 2,000,000 rows. A file with a column kind is a file of events; any other of cases.",
  columns: "Columns of the file",
  caseColumns: "File of cases",
  eventColumns: "File of events",
  optional: "may be left out",
  illustrative: "These are illustrative figures (they will be marked)",
  check: "Check the file",
  import: (rows) => `Import ${rows} rows`,
  checking: (done) => `Reading and checking: ${done} rows`,
  writing: (done, of) => `Writing: ${done} of ${of} rows`,
  progress: "Progress",
  layout: { cases: "file of cases", events: "file of events" },
  good: (rows, layout) => `${rows} rows checked (${layout}): all of them can be imported.`,
  done: (rows) => `${rows} rows are in the register.`,
  bad: (issues, rows) =>
    `${issues} problems in ${rows} rows. Nothing was written; mend the file and choose it again.`,
  shown: (shown) => `The first ${shown} are shown.`,
  row: "Row",
  column: "Column",
  value: "Value",
  message: "What is wrong",
  failed: "The server cannot be reached or failed. The file is still on this page; try again.",
  register: "Open the register",
};

/** Words of the import of cases by page. */
export const caseImportPageText = { vi, en } satisfies Record<Locale, typeof vi>;
