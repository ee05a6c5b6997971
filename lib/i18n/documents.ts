import type { Locale } from "@/lib/core/locale";

const vi = {
  republic: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
  independence: "Độc lập - Tự do - Hạnh phúc",
  number: "Số:",
  openNumber: "…/…",
  addressed: "Kính gửi:",
  recipients: "Nơi nhận:",
  filed: "Lưu: VT.",
  illustrative: "Số liệu minh họa",
  target: "Vạch dọc: chỉ tiêu",
};

type DocumentsText = typeof vi;

const en: DocumentsText = {
  republic: "SOCIALIST REPUBLIC OF VIET NAM",
  independence: "Independence - Freedom - Happiness",
  number: "No.:",
  openNumber: "…/…",
  addressed: "To:",
  recipients: "Recipients:",
  filed: "Filed: registry.",
  illustrative: "Số liệu minh họa (illustrative data)",
  target: "Upright line: target",
};

/** The fixed words of official documents. */
export const documentsText: Readonly<Record<Locale, DocumentsText>> = { vi, en };
