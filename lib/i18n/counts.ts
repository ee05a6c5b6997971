/** The second part of the report: counts beside the form. */
export const countsText = {
  title: { vi: "Chỉ tiêu khác", en: "Other indicators" },
  lead: {
    vi: "Số lũy kế từ đầu năm. Số nào không có thì để trống; để trống không phải là 0.",
    en: "Cumulative since the year began. Leave empty what you do not have; empty is not zero.",
  },
  save: { vi: "Lưu chỉ tiêu khác", en: "Save other indicators" },
  saved: { vi: "Đã lưu chỉ tiêu khác.", en: "Other indicators saved." },
  count: { vi: "Nội dung", en: "Count" },
  value: { vi: "Số lũy kế", en: "Cumulative" },
  unit: { vi: "Đơn vị tính", en: "Unit" },
  stale: {
    vi: "Có người vừa sửa các chỉ tiêu này nên chưa lưu. Số bạn gõ vẫn ở đây; số đang lưu ghi dưới từng ô. Tải lại trang để sửa tiếp trên số mới.",
    en: "Somebody just changed these, so nothing was saved. What you typed is still here; what is stored stands under each field. Reload the page to go on from there.",
  },
  storedNow: {
    vi: (name: string, value: string) => `${name}: đang lưu ${value}`,
    en: (name: string, value: string) => `${name}: stored now ${value}`,
  },
  figuresFirst: {
    vi: "Hãy nhập số vào biểu kết quả và chờ lưu xong, rồi lưu chỉ tiêu khác.",
    en: "Enter figures in the form first and wait until they are saved, then save the other indicators.",
  },
} as const;
