import type { Text } from "@/lib/core/locale";

/** Largest file that is read, in bytes. */
export const MAX_BYTES = 2_000_000;

export const FILE_REFUSALS = {
  tooLarge: {
    vi: "Tệp lớn hơn 2 MB. Hãy chia thành nhiều tệp, mỗi tệp không quá 10.000 dòng.",
    en: "The file is larger than 2 MB. Split it into files of at most 10,000 rows.",
  },
  spreadsheet: {
    vi: "Đây là tệp Excel hoặc tệp nén, không phải CSV. Trong Excel chọn Lưu thành → CSV UTF-8 rồi gửi lại.",
    en: "This is an Excel or zip file, not a CSV. In Excel choose Save as → CSV UTF-8 and send it again.",
  },
  utf16: {
    vi: "Tệp ghi theo UTF-16. Trong Excel chọn Lưu thành → CSV UTF-8 (không phải “Unicode Text”) rồi gửi lại.",
    en: "The file is UTF-16. In Excel choose Save as → CSV UTF-8 (not “Unicode Text”) and send it again.",
  },
  notUtf8: {
    vi: "Tệp không ghi theo UTF-8. Hãy lưu lại thành CSV UTF-8 rồi gửi lại.",
    en: "The file is not UTF-8. Save it as CSV UTF-8 and send it again.",
  },
  control: {
    vi: "Tệp có ký tự không phải chữ (NUL hoặc tương tự), nên không phải CSV.",
    en: "The file holds characters that are not text (NUL or the like), so it is not a CSV.",
  },
  empty: { vi: "Tệp không có nội dung.", en: "The file is empty." },
} as const satisfies Record<string, Text>;

/** The text of a file's bytes, or the sentence why they are not the text of a CSV. */
export function textOfBytes(bytes: Uint8Array): { text: string } | { refusal: Text } {
  if (bytes.length > MAX_BYTES) return { refusal: FILE_REFUSALS.tooLarge };
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) return { refusal: FILE_REFUSALS.spreadsheet };
  if (first === 0xd0 && second === 0xcf) return { refusal: FILE_REFUSALS.spreadsheet };
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { refusal: FILE_REFUSALS.utf16 };
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return { refusal: FILE_REFUSALS.notUtf8 };
  }
}

/** Why a text cannot be a CSV, whoever decoded it; null when nothing speaks against it. */
export function refusalOfText(text: string): Text | null {
  if (text.length > MAX_BYTES || new TextEncoder().encode(text).length > MAX_BYTES)
    return FILE_REFUSALS.tooLarge;
  if (text.startsWith("PK")) return FILE_REFUSALS.spreadsheet;
  if (/\p{Surrogate}/u.test(text)) return FILE_REFUSALS.notUtf8;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) return FILE_REFUSALS.control;
  return text.replace(/^\ufeff/, "").trim() === "" ? FILE_REFUSALS.empty : null;
}
