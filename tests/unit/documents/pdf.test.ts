import { describe, expect, test } from "vitest";
import { pdfOf } from "@/lib/documents/pdf/write";
import type { Block, OfficialDocument } from "@/lib/documents/types";
import { officialDocument, readPdf, VIETNAMESE } from "@/tests/factories/documents";

const at = new Date("2022-02-05T03:00:00Z");
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, row) => ({
    cells: [String(row + 1), `Chi cục số ${row + 1}`, "81,50 %"],
  }));
const table = (given: Partial<Extract<Block, { kind: "table" }>> = {}): Block => ({
  kind: "table",
  caption: "Bảng 1. Kết quả",
  columns: [
    { title: "STT", align: "center", width: 1 },
    { title: "Cơ quan", align: "left", width: 6 },
    { title: "Tỷ lệ đạt", align: "right", width: 2 },
  ],
  rows: rowsOf(3),
  ...given,
});
const written = async (given: Partial<OfficialDocument> = {}) =>
  readPdf(await pdfOf(officialDocument(given), at));
const textOf = async (given: Partial<OfficialDocument> = {}) => (await written(given)).pages.join(" ");

test("everything an official document has can be read back as text", async () => {
  const text = await textOf({ addressees: ["Bộ trưởng Bộ Tư pháp"] });
  for (const part of [
    "BỘ TƯ PHÁP",
    "TỔNG CỤC THI HÀNH ÁN DÂN SỰ",
    "Số: 12/BC-TCTHADS",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Hà Nội, ngày 05 tháng 02 năm 2022",
    "BÁO CÁO",
    "Kính gửi: Bộ trưởng Bộ Tư pháp",
    "Toàn hệ thống thi hành xong 6.687 việc.",
    "KT. TỔNG CỤC TRƯỞNG",
    "PHÓ TỔNG CỤC TRƯỞNG",
    "Nguyễn Văn Ước",
    "Nơi nhận:",
    "- Như trên;",
    "- Lưu: VT.",
  ]) {
    expect(text).toContain(part);
  }
});

test("every Vietnamese letter comes back as itself in all four faces", async () => {
  const letters = Array.from(VIETNAMESE).join(" ");
  const faces = [{}, { bold: true }, { italic: true }, { bold: true, italic: true }];
  const body: Block[] = faces.map((face) => ({ kind: "paragraph", text: [{ text: letters, ...face }] }));
  const text = await textOf({ body });
  expect(text.split(letters)).toHaveLength(5);
});

test("the faces are embedded as subsets, and the file names its language, title and tags", async () => {
  const bytes = await pdfOf(officialDocument(), at);
  const raw = Buffer.from(bytes).toString("latin1");
  const fonts = raw.match(/\/BaseFont \/\S+/g) ?? [];
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(font).toMatch(/\/[A-Z]{6}\+Tinos/);
  expect(raw.match(/\/FontFile2/g)?.length).toBe(new Set(fonts).size);
  expect(raw).toMatch(/\/Lang \(vi-VN\)/);
  expect(raw).toMatch(/\/Marked true/);
  expect(raw).toMatch(/\/DisplayDocTitle true/);
  expect(bytes.length).toBeLessThan(200_000);
});

test("the tags say what is a title, a heading, a list and a table with its heads", async () => {
  const { tags } = await written({
    body: [{ kind: "heading", level: 1, text: "Kết quả" }, { kind: "list", entries: ["một"] }, table()],
  });
  for (const tag of ["Document", "H1", "H2", "L", "LI", "Table"]) expect(tags).toContain(tag);
  expect(tags.filter((tag) => tag === "TH")).toHaveLength(3);
  expect(tags.filter((tag) => tag === "TD")).toHaveLength(9);
});

test("the same document at the same instant is the same bytes", async () => {
  const [first, second] = [await pdfOf(officialDocument(), at), await pdfOf(officialDocument(), at)];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

describe("generated data", () => {
  test("is marked on every page", async () => {
    const { pages } = await written({ illustrative: true, body: [table({ rows: rowsOf(60) })] });
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain("Số liệu minh họa");
  });

  test("is not claimed where there is none", async () => {
    expect(await textOf()).not.toContain("Số liệu minh họa");
  });
});

describe("a table", () => {
  test("of 200 rows repeats its head on every page and loses no row", async () => {
    const { pages } = await written({ body: [table({ rows: rowsOf(200) })], signatures: [], recipients: [] });
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page).toContain("Tỷ lệ đạt");
    const text = pages.join(" ");
    for (let row = 1; row <= 200; row += 1) expect(text).toContain(`Chi cục số ${row} `);
    expect(pages[1]).toMatch(/^2 /);
  });

  test("breaks a row that no page can hold, with its head again on the next page", async () => {
    const long = Array.from({ length: 900 }, (_, at) => `từ${at}`).join(" ");
    const { pages } = await written({ body: [table({ rows: [{ cells: ["1", long, "x"] }] })] });
    const text = pages.join(" ").replace(/ /g, "");
    for (const word of ["từ0", "từ450", "từ899"]) expect(text).toContain(word);
    expect(pages.filter((page) => page.includes("Tỷ lệ đạt")).length).toBeGreaterThan(1);
  });

  test("has headings over groups of columns, total rows and rows across its width", async () => {
    const { pages, tags } = await written({
      body: [
        table({
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
        }),
      ],
    });
    expect(pages.join()).toContain("Cụm số 1");
    expect(tags.filter((tag) => tag === "TH")).toHaveLength(4);
    expect(tags.filter((tag) => tag === "TD")).toHaveLength(7);
  });
});

describe("hostile text", () => {
  test("with control characters, turned text and markup stays one plain line", async () => {
    const text = await textOf({
      body: [{ kind: "paragraph", text: "</Title>&<script>\u0000\u0007\u202Etxt.exe\uD800 hết" }],
      title: { kind: "<b>Báo & cáo</b>", about: "(a) \\ %PDF endobj" },
    });
    expect(text).toContain("</Title>&<script>txt.exe\uFFFD hết");
  });

  test("in the title leaves the file's XML readable", async () => {
    const bytes = await pdfOf(officialDocument({ title: { kind: "<x>&", about: "]]><a" } }), at);
    const raw = Buffer.from(bytes).toString("utf8");
    const xml = raw.slice(raw.indexOf("<x:xmpmeta"), raw.indexOf("</x:xmpmeta>"));
    expect(xml).toContain("‹x›+");
    expect(xml.replace(/<[^<>]+>/g, "")).not.toMatch(/[<&]/);
  });

  test("as one word of 5.000 letters is cut into lines within the margins", async () => {
    const text = await textOf({ body: [{ kind: "paragraph", text: "ệ".repeat(5000) }] });
    expect(text.match(/ệ/g)).toHaveLength(5000 + 0);
  });

  test("without a shape in the face becomes a box, not another letter", async () => {
    const text = await textOf({ body: [{ kind: "paragraph", text: "trước 漢😀 sau" }] });
    expect(text).toContain("trước □□ sau");
  });

  test("of a thousand addressees, recipients and notes still ends", async () => {
    const many = Array.from({ length: 300 }, (_, at) => `Cơ quan số ${at}`);
    const { pages } = await written({
      addressees: many,
      recipients: many,
      body: [{ kind: "notes", lines: many }],
      head: { superior: "x".repeat(900), agency: "y ".repeat(900), number: null, place: "z", date: null },
    });
    expect(pages.join(" ")).toContain("Cơ quan số 299");
  });
});

test("figures, bars and a sheet without head are drawn", async () => {
  const text = await textOf({
    head: null,
    orientation: "landscape",
    body: [
      {
        kind: "figures",
        figures: Array.from({ length: 5 }, (_, at) => ({ value: `${at},5 %`, label: "tỷ lệ" })),
      },
      { kind: "bars", caption: "Hình 1", bars: [{ label: "Cụm 1", value: "70 %", share: 0.7, target: 0.8 }] },
      { kind: "page-break" },
      { kind: "paragraph", text: "Phụ lục", align: "center" },
    ],
    signatures: [
      { position: "Thư ký", name: null },
      { position: "Chủ tịch", name: "Trần Thị Đẹp" },
    ],
  });
  for (const part of ["4,5 %", "Cụm 1", "70 %", "Phụ lục", "THƯ KÝ", "CHỦ TỊCH", "Trần Thị Đẹp"]) {
    expect(text).toContain(part);
  }
  expect(text).not.toContain("CỘNG HÒA");
});
