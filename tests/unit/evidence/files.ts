import { deflateSync } from "node:zlib";

const ascii = (text: string) => Buffer.from(text, "latin1");

/** A segment of a JPEG with its length. */
export function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

type JpegTraits = { width?: number; height?: number; extra?: readonly Buffer[]; tail?: Buffer };

/** A small JPEG of whole structure; nobody needs to see it. */
export function jpeg({ width = 4, height = 3, extra = [], tail = Buffer.alloc(0) }: JpegTraits = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, ascii("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0")),
    ...extra,
    segment(0xdb, Buffer.alloc(65, 1)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20, 0)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    tail,
  ]);
}

function crcOf(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

/** A chunk of a PNG with its length and checksum. */
export function chunk(name: string, content: Buffer, checksum?: number): Buffer {
  const whole = Buffer.alloc(content.length + 12);
  whole.writeUInt32BE(content.length, 0);
  whole.write(name, 4, "latin1");
  content.copy(whole, 8);
  whole.writeUInt32BE(checksum ?? crcOf(whole.subarray(4, content.length + 8)), content.length + 8);
  return whole;
}

type PngTraits = { width?: number; height?: number; extra?: readonly Buffer[]; tail?: Buffer };

/** A one-colour PNG. */
export function png({ width = 1, height = 1, extra = [], tail = Buffer.alloc(0) }: PngTraits = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...extra,
    chunk("IDAT", deflateSync(Buffer.from([0, 0]))),
    chunk("IEND", Buffer.alloc(0)),
    tail,
  ]);
}

/** A PDF with these objects. */
export function pdf(objects = "1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", tail = ""): Buffer {
  return ascii(`%PDF-1.7\n${objects}xref\n0 1\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n${tail}`);
}

/** An object stream that holds this text, packed as newer files pack their objects. */
export function packed(text: string): string {
  const body = deflateSync(ascii(text)).toString("latin1");
  return `5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n`;
}
