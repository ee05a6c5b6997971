import { describe, expect, test } from "vitest";
import { cleanFile, LARGEST_FILE, safeName } from "@/lib/evidence/rules";
import { chunk, jpeg, packed, pdf, png, segment } from "./files";

const text = (content: string) => Buffer.from(content, "latin1");
const script = "<script>alert(1)</script>";

describe("what is kept", () => {
  test("a JPEG, without where and when it was taken, without comments and without what follows its end", () => {
    const exif = segment(0xe1, text("Exif\0\0GPS 21.0285 105.8542"));
    const comment = segment(0xfe, text(script));
    const found = cleanFile(jpeg({ extra: [exif, comment], tail: text("PK\u0003\u0004zip") }));
    expect(found?.type).toBe("image/jpeg");
    expect(Buffer.from(found?.bytes ?? []).equals(jpeg())).toBe(true);
  });

  test("a PNG, without texts and without what follows its end", () => {
    const found = cleanFile(png({ extra: [chunk("tEXt", text(`Comment\0${script}`))], tail: text(script) }));
    expect(found?.type).toBe("image/png");
    expect(Buffer.from(found?.bytes ?? []).equals(png())).toBe(true);
  });

  test("a PDF as it is, also one whose objects are packed", () => {
    expect(cleanFile(pdf())?.type).toBe("application/pdf");
    const newer = pdf(packed("1 0 << /Type /Catalog >>"));
    expect(Buffer.from(cleanFile(newer)?.bytes ?? []).equals(newer)).toBe(true);
  });

  test("a PDF in whose compressed pictures chance wrote a short name", () => {
    const body = `6 0 obj\n<< /Filter /DCTDecode /Length 9 >>\nstream\nx/JS y/AA \nendstream\nendobj\n`;
    expect(cleanFile(pdf(body))?.type).toBe("application/pdf");
  });
});

describe("the hostile corpus is refused", () => {
  const large = Buffer.concat([jpeg(), Buffer.alloc(LARGEST_FILE)]);
  const cut = jpeg().subarray(0, jpeg().length - 2);
  const two = Buffer.concat([
    jpeg().subarray(0, 2),
    segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 17, 0])),
    jpeg().subarray(2),
  ]);
  test.each<[string, Buffer]>([
    ["nothing", Buffer.alloc(0)],
    ["more than five megabytes", large],
    ["a page", text(`<!doctype html>${script}`)],
    ["an SVG", text(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
    ["a GIF", text("GIF89a\u0001\0\u0001\0\0\0\0;")],
    ["a program for Windows", text("MZ\u0090\0")],
    ["a program for Linux", text("\u007fELF")],
    ["a zip", text("PK\u0003\u0004")],
    ["a script that says it is a picture", text("\u00ff\u00d8\u00ff/*")],
    [
      "a page behind the first bytes of a JPEG",
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), text(script)]),
    ],
    ["a JPEG that ends in the middle", cut],
    ["a JPEG of two frames", two],
    ["a JPEG without a picture", Buffer.from([0xff, 0xd8, 0xff, 0xd9])],
    ["a JPEG of four thousand million points", jpeg({ width: 65_535, height: 65_535 })],
    ["a JPEG of no height", jpeg({ height: 0 })],
    ["a PNG with a wrong checksum", png({ extra: [chunk("gAMA", Buffer.alloc(4), 7)] })],
    ["a PNG of four thousand million points", png({ width: 65_535, height: 65_535 })],
    ["a PNG with a chunk nobody knows", png({ extra: [chunk("HACK", text(script))] })],
    ["a PNG that ends in the middle", png().subarray(0, 40)],
    ["a PDF after something else", Buffer.concat([text(script), pdf()])],
    ["a PDF with something after its end", pdf(undefined, `${script}${" ".repeat(2000)}`)],
    ["a PDF with a script", pdf("1 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj\n")],
    ["a PDF with a script in other letters", pdf("1 0 obj << /S /J#61va#53cript >> endobj\n")],
    ["a PDF that starts a program", pdf("1 0 obj << /S /Launch /F (cmd.exe) >> endobj\n")],
    ["a PDF that does something when opened", pdf("1 0 obj << /OpenAction 3 0 R >> endobj\n")],
    ["a PDF with a file in it", pdf("1 0 obj << /Type /EmbeddedFile >> endobj\n")],
    ["a PDF behind a password", pdf("1 0 obj << /Encrypt 4 0 R >> endobj\n")],
    ["a PDF with a form that is a program", pdf("1 0 obj << /XFA 4 0 R >> endobj\n")],
    ["a PDF with a script packed away", pdf(packed("1 0 << /S /JavaScript /JS (x) >>"))],
    ["a PDF whose packed objects cannot be opened", pdf(packed("x").replace("/FlateDecode", "/LZWDecode"))],
    [
      "a PDF with a script where a stream seems to be",
      pdf("1 0 obj << >>\nstream\n/S /JavaScript\nendstream endobj\n"),
    ],
  ])("%s", (_what, bytes) => {
    expect(cleanFile(bytes)).toBeNull();
  });
});

test.each([
  ["ảnh xã Tân Lập.JPG", "image/jpeg", "ảnh xã Tân Lập.jpg"],
  ["../../etc/passwd", "image/png", "passwd.png"],
  ["C:\\ảnh\\nhà.php.png", "image/jpeg", "nhà.php.jpg"],
  ["\u202Egpj.exe", "image/png", "gpj.png"],
  ["a\r\nSet-Cookie: x", "application/pdf", "aSet-Cookie x.pdf"],
  ["...", "image/png", "...png"],
  ["", "application/pdf", "minh-chung.pdf"],
] as const)("the name %j of a file is kept as far as it is one", (name, type, expected) => {
  expect(safeName(name, type)).toBe(expected);
});
