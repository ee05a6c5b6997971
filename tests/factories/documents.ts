import { inflateRawSync } from "node:zlib";
import { getDocumentProxy } from "unpdf";
import { day } from "@/lib/core/day";
import type { OfficialDocument } from "@/lib/documents/types";

/** Every Vietnamese letter, small and capital. */
export const VIETNAMESE =
  "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ" +
  "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

/** A report of two lines; tests put in what they are about. */
export function officialDocument(given: Partial<OfficialDocument> = {}): OfficialDocument {
  return {
    locale: "vi",
    name: "bao-cao",
    head: {
      superior: "Bộ Tư pháp",
      agency: "Tổng cục Thi hành án dân sự",
      number: "12/BC-TCTHADS",
      place: "Hà Nội",
      date: day("2022-02-05"),
    },
    title: { kind: "Báo cáo", about: "Sơ kết phong trào thi đua" },
    body: [{ kind: "paragraph", text: "Toàn hệ thống thi hành xong 6.687 việc." }],
    signatures: [
      { authority: "KT. Tổng cục trưởng", position: "Phó Tổng cục trưởng", name: "Nguyễn Văn Ước" },
    ],
    recipients: ["Như trên", "Các cơ quan trực thuộc"],
    illustrative: false,
    ...given,
  };
}

/** What a reader of the PDF gets: the text of each page, and the tags in reading order. */
export async function readPdf(bytes: Uint8Array): Promise<{ pages: string[]; tags: string[] }> {
  const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const pages: string[] = [];
  const tags: string[] = [];
  for (let at = 1; at <= file.numPages; at += 1) {
    const page = await file.getPage(at);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    pages.push(text.replace(/ +/g, " "));
    collectTags(await page.getStructTree(), tags);
  }
  await file.cleanup();
  return { pages, tags };
}

function collectTags(node: unknown, into: string[]): void {
  if (node === null || typeof node !== "object") return;
  if ("role" in node && typeof node.role === "string") into.push(node.role);
  if ("children" in node && Array.isArray(node.children))
    for (const each of node.children) collectTags(each, into);
}

/** The files inside a .docx, as text, by path. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const file = Buffer.from(bytes);
  const end = file.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  const parts = new Map<string, string>();
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, name, extra, comment] = [20, 28, 30, 32].map((offset, column) =>
      column === 0 ? file.readUInt32LE(at + offset) : file.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    const header = file.readUInt32LE(at + 42);
    const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28);
    const packed = file.subarray(start, start + size);
    const path = file.toString("utf8", at + 46, at + 46 + name);
    parts.set(path, (file.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString("utf8"));
    at += 46 + name + extra + comment;
  }
  return parts;
}
