import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { docxOf } from "@/lib/documents/docx/write";
import { pdfOf } from "@/lib/documents/pdf/write";
import { documentResponse } from "@/lib/documents/response";
import type { Block, OfficialDocument } from "@/lib/documents/types";
import { officialDocument, partsOf, readPdf, VIETNAMESE } from "@/tests/factories/documents";

const at = new Date("2022-02-05T03:00:00Z");
const bytesOf = (given: Partial<OfficialDocument> = {}) => docxOf(officialDocument(given));
const mainPart = async (given: Partial<OfficialDocument> = {}) =>
  partsOf(await bytesOf(given)).get("word/document.xml") ?? "";

async function textOf(given: Partial<OfficialDocument> = {}): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await bytesOf(given)) });
  return value;
}

const full: Block[] = [
  { kind: "heading", level: 1, text: "Kết quả" },
  {
    kind: "paragraph",
    text: [{ text: "Thi hành xong " }, { text: "6.687 việc", bold: true }, { text: "." }],
  },
  { kind: "figures", figures: [{ value: "81,50 %", label: "Tỷ lệ về việc" }] },
  { kind: "list", entries: ["Một", "Hai"] },
  {
    kind: "table",
    caption: "Bảng 1. Theo cơ quan",
    columns: [
      { title: "Cơ quan", align: "left", width: 4 },
      { title: "Xong", group: "Việc", align: "right", width: 2 },
      { title: "Tỷ lệ", group: "Việc", align: "right", width: 2 },
    ],
    rows: [
      { kind: "group", cells: ["Cụm số 1"] },
      { cells: ["Hưng Yên", "4.316", "84,05 %"] },
      { kind: "total", cells: ["Cộng", "4.316", "84,05 %"] },
    ],
  },
  { kind: "bars", caption: "Hình 1", bars: [{ label: "Cụm 1", value: "70 %", share: 0.7, target: 0.8 }] },
  { kind: "notes", lines: ["Nguồn: báo cáo đã duyệt."] },
];

test("the file opens in another reader with the words of the PDF", async () => {
  const document = officialDocument({ body: full, illustrative: true, addressees: ["Bộ trưởng"] });
  const words = (text: string) => text.replace(/\s+/g, " ").split(" ").filter(Boolean);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docxOf(document)) });
  const { pages } = await readPdf(await pdfOf(document, at));
  const furniture = words("Số liệu minh họa");
  expect([...words(value), ...furniture].sort()).toEqual(words(pages.join(" ")).sort());
});

test("every Vietnamese letter is kept, composed, in the decree's face", async () => {
  const body: Block[] = [{ kind: "paragraph", text: VIETNAMESE.normalize("NFD") }];
  expect(await textOf({ body })).toContain(VIETNAMESE);
  const xml = await mainPart({ body });
  const faces = new Set(xml.match(/w:ascii="[^"]+"/g));
  expect([...faces]).toEqual(['w:ascii="Times New Roman"']);
  expect(partsOf(await bytesOf()).get("word/fontTable.xml")).toContain('<w:altName w:val="Tinos"/>');
});

test("paper and margins are those of the decree: A4, 20 above and below, 30 left, 15 right", async () => {
  const xml = await mainPart();
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  expect(await mainPart({ orientation: "landscape" })).toMatch(/<w:pgSz w:w="16838" w:h="11906"/);
});

test("a table's head is repeated, its numbers stand at the right and its rows keep together", async () => {
  const xml = await mainPart({ body: full });
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml).toMatch(/<w:gridSpan w:val="2"\/>/);
  expect(xml).toMatch(/<w:jc w:val="right"\/>/);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await bytesOf({ body: full })) });
  expect(value).toMatch(/<td><p>Hưng Yên<\/p><\/td><td><p>4\.316<\/p><\/td><td><p>84,05 %<\/p><\/td>/);
  expect(value).toMatch(/rowspan="2"[^>]*>.*Cơ quan/);
});

test("page numbers begin on the second page, and the mark of generated data is on the first too", async () => {
  const parts = partsOf(await bytesOf({ illustrative: true }));
  expect(parts.get("word/document.xml")).toContain("<w:titlePg/>");
  const footers = [...parts].filter(([path]) => path.startsWith("word/footer"));
  expect(footers).toHaveLength(2);
  for (const [, footer] of footers) expect(footer).toContain("Số liệu minh họa");
  expect([...parts.keys()].filter((path) => path.startsWith("word/footer")).length).toBe(2);
  const plain = partsOf(await bytesOf());
  expect([...plain.values()].join("")).not.toContain("Số liệu minh họa");
});

describe("hostile text", () => {
  test("with control characters, turned text and markup leaves the XML whole", async () => {
    const text = "</w:t><w:evil/>&amp;\u0000\u000B\u202Etxt\uFFFF\uD800]]> hết";
    const body: Block[] = [
      { kind: "paragraph", text },
      { kind: "notes", lines: [text] },
    ];
    const read = await textOf({ body, title: { kind: text, about: text } });
    expect(read).toContain("</w:t><w:evil/>&amp;\ntxt\uFFFD\uFFFD]]> hết".split("\n").at(-1));
    expect(await mainPart({ body })).not.toContain("<w:evil/>");
  });

  test("of 200 rows and 5.000 letters is written whole", async () => {
    const rows = Array.from({ length: 200 }, (_, row) => ({
      cells: [`Dòng ${row}`, "ệ".repeat(row === 0 ? 5000 : 1)],
    }));
    const columns = ["Tên", "Số"].map((title) => ({ title, align: "left" as const, width: 1 }));
    const text = await textOf({ body: [{ kind: "table", columns, rows }] });
    expect(text).toContain("Dòng 199");
    expect(text).toContain("ệ".repeat(5000));
  });
});

test("a download names its type and file and is kept by nobody", async () => {
  for (const format of ["pdf", "docx"] as const) {
    const answer = await documentResponse(officialDocument(), format, at);
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="bao-cao.${format}"`);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const start = Buffer.from(await answer.arrayBuffer()).toString("latin1", 0, 4);
    expect(start).toBe(format === "pdf" ? "%PDF" : "PK\u0003\u0004");
  }
});
