import { isSaneSize, joined } from "../jpeg/rules";

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** What a picture is made of; text, times and profiles are left out. */
const kept = new Set(["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA", "pHYs"]);

/** A PNG of whole, undamaged chunks from its signature to its end, without text and tails; null for no PNG. */
export function cleanPng(bytes: Uint8Array): Uint8Array | null {
  if (signature.some((byte, at) => bytes[at] !== byte)) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let hasData = false;
  for (let chunk = chunkAt(bytes, 8); chunk; chunk = chunkAt(bytes, chunk.end)) {
    const { name, at, end } = chunk;
    // An unknown chunk without which the picture cannot be read is no PNG of ours.
    if ((at === 8) !== (name === "IHDR") || (!kept.has(name) && /^[A-Z]/.test(name))) return null;
    hasData ||= name === "IDAT";
    if (kept.has(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return hasData ? joined(parts) : null;
  }
  return null;
}

type Chunk = { name: string; at: number; end: number };

/** The whole, undamaged chunk that begins here; null where there is none. */
function chunkAt(bytes: Uint8Array, at: number): Chunk | null {
  if (at + 12 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const length = view.getUint32(0);
  const end = at + 12 + length;
  const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (end > bytes.length || !/^[A-Za-z]{4}$/.test(name)) return null;
  if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(8 + length)) return null;
  if (name !== "IHDR") return { name, at, end };
  const isSane = length === 13 && isSaneSize(view.getUint32(8), view.getUint32(12));
  return isSane ? { name, at, end } : null;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** The checksum that every chunk ends with; node:zlib has it only since Node 20.15. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (table[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
