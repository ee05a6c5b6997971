/** What fits into one send, before base64. */
const MOST_BYTES = 2_000_000;
const LONGEST_SIDE = 1_600;
const QUALITY = 0.8;

type Sent = { name: string; base64: string };

/** Chosen files as they are sent: photos upright, small and without metadata, the rest as it is; null when too much. */
export async function sentFiles(chosen: readonly unknown[]): Promise<Sent[] | null> {
  const files = chosen.filter((each): each is File => each instanceof File && each.size > 0);
  const blobs: { name: string; blob: Blob }[] = [];
  for (const file of files) blobs.push({ name: file.name, blob: await smaller(file) });
  if (blobs.reduce((sum, { blob }) => sum + blob.size, 0) > MOST_BYTES) return null;
  const sent: Sent[] = [];
  for (const { name, blob } of blobs) sent.push({ name, base64: await base64Of(blob) });
  return sent;
}

/** A photo drawn anew, which turns it upright; a file that cannot be drawn stays what it is, for the server to judge. */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith("image/")) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
    return drawn ?? file;
  } catch {
    return file;
  }
}

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8_192) {
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  }
  return btoa(pieces.join(""));
}
