import { inflateSync } from "node:zlib";

/** Names of a PDF that run, open, attach, submit or hide something. */
const harmful =
  /\/(?:JavaScript|Launch|OpenAction|EmbeddedFiles?|Filespec|RichMedia|Encrypt|GoToE|GoToR|SubmitForm|ImportData|Rendition)(?![A-Za-z0-9])/;
/** The same, too short to be looked for in compressed data, where chance writes them too. */
const harmfulOutside = /\/(?:JS|AA|EF|XFA|Movie|Sound|3D|U3D|PRC)(?![A-Za-z0-9])/;
const LARGEST_STREAM = 20_000_000;

/** Whether the bytes are a PDF from head to end with nothing that runs, opens, attaches or is hidden by a password. */
export function isHarmlessPdf(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
  if (!/^%PDF-(?:1\.[0-7]|2\.0)[\r\n]/.test(text)) return false;
  if (!/startxref\s+\d+\s+%%EOF\s*$/.test(text.slice(-1024))) return false;
  const outside = plainNames(text.replace(/>>\s*stream\r?\n[\s\S]*?endstream/g, ">>"));
  if (isHarmful(outside) || harmful.test(plainNames(text))) return false;
  return packedObjects(text).every((packed) => packed !== null && !isHarmful(plainNames(packed)));
}

function isHarmful(objects: string): boolean {
  return harmful.test(objects) || harmfulOutside.test(objects);
}

/** Names may hide letters as #xx; white space and comments may not part them from their slash. */
function plainNames(text: string): string {
  return text.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** The contents of object streams, where newer files keep their objects; null for one that cannot be looked into. */
function packedObjects(text: string): (string | null)[] {
  const found: (string | null)[] = [];
  const stream = /(?<!end)stream\r?\n/g;
  for (let match = stream.exec(text); match; match = stream.exec(text)) {
    const head = text.slice(Math.max(0, match.index - 600), match.index);
    const own = plainNames(head.slice(head.lastIndexOf(" obj") + 1));
    if (!/\/ObjStm(?![A-Za-z0-9])/.test(own)) continue;
    const from = match.index + match[0].length;
    const until = text.indexOf("endstream", from);
    found.push(until === -1 ? null : unpacked(own, text.slice(from, until)));
  }
  return found;
}

function unpacked(head: string, body: string): string | null {
  if (!/\/Filter/.test(head)) return body;
  const isFlateAlone = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])/.test(head);
  if (!isFlateAlone || /\/DecodeParms/.test(head)) return null;
  try {
    return inflateSync(Buffer.from(body, "latin1"), { maxOutputLength: LARGEST_STREAM }).toString("latin1");
  } catch {
    return null;
  }
}
