import type { Locale } from "@/lib/core/locale";

const vi = {
  tabs: "Các trang về cơ quan này",
  overview: "Tổng quan",
  indicators: "Mọi chỉ tiêu",
  plan: "Còn thiếu",
  ranking: "Xếp hạng",
  comparison: "So sánh",
  results: "Bảng kết quả",
  noData: "không đủ dữ liệu",
  source: "Nguồn: báo cáo đã duyệt của các cơ quan THADS.",
  table: "Xem dạng bảng",
  csv: "CSV",
  excel: "Excel",
  filters: "Chọn cơ quan và kỳ",
  show: "Xem",
  thousands: "nghìn đồng",
  unit: { cases: "việc", money: "đồng" },
};

export type LeadersText = typeof vi;

const en: LeadersText = {
  tabs: "Pages about this agency",
  overview: "Overview",
  indicators: "All indicators",
  plan: "What is missing",
  ranking: "Ranking",
  comparison: "Comparison",
  results: "Results table",
  noData: "not enough data",
  source: "Source: approved reports of the enforcement agencies.",
  table: "Show as a table",
  csv: "CSV",
  excel: "Excel",
  filters: "Agency and period",
  show: "Show",
  thousands: "thousand đồng",
  unit: { cases: "cases", money: "đồng" },
};

/** What the leaders' pages have in common. */
export const leadersText: Readonly<Record<Locale, LeadersText>> = { vi, en };
