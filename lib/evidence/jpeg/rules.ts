const LARGEST_SIDE = 20_000;
const LARGEST_AREA = 100_000_000;
const [SCAN, END] = [0xda, 0xd9];

/** Frame headers: baseline and progressive Huffman, as cameras and browsers write them. */
const frames = new Set([0xc0, 0xc1, 0xc2]);
/** Tables, frames, scans, restarts, JFIF and Adobe's colour note; everything else is metadata or no picture. */
const kept = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdb, 0xdd, 0xe0, 0xee]);

/** A JPEG from its first marker to its end, without EXIF (where, when, with what), comments and tails; null for no JPEG. */
export function cleanJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  const pictures: number[] = [];
  for (let segment = segmentAt(bytes, 2); segment; segment = segmentAt(bytes, segment.next)) {
    const { marker, at, end, next } = segment;
    if (frames.has(marker)) pictures.push(at);
    if (kept.has(marker)) parts.push(bytes.subarray(at, next));
    if (marker !== SCAN || bytes[next + 1] !== END) continue;
    const isOne = pictures.length === 1 && pictures.every((picture) => isOfSaneSize(bytes, picture));
    return isOne && end < next ? joined([...parts, bytes.subarray(next, next + 2)]) : null;
  }
  return null;
}

type Segment = { marker: number; at: number; end: number; next: number };

/** The segment that begins here, fill bytes skipped, and where the next one does; null where there is none. */
function segmentAt(bytes: Uint8Array, from: number): Segment | null {
  let at = from;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1] ?? 0;
  const isKnown = kept.has(marker) || marker === 0xfe || (marker >= 0xe0 && marker <= 0xef);
  if (bytes[at] !== 0xff || !isKnown || at + 4 > bytes.length) return null;
  const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  const end = at + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  const next = marker === SCAN ? endOfScan(bytes, end) : end;
  return next === null ? null : { marker, at, end, next };
}

function isOfSaneSize(bytes: Uint8Array, at: number): boolean {
  const height = ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0);
  const width = ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0);
  return isSaneSize(width, height);
}

/** Sides of a picture that somebody photographed or scanned. */
export function isSaneSize(width: number, height: number): boolean {
  const isBounded = width <= LARGEST_SIDE && height <= LARGEST_SIDE && width * height <= LARGEST_AREA;
  return width > 0 && height > 0 && isBounded;
}

/** Where the marker after a scan's coded data stands; stuffed bytes and restarts are part of the data. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0x00 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) continue;
    return at;
  }
  return null;
}

/** Pieces one after another in an array of their own. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
