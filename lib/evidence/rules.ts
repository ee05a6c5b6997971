import { createHash } from "node:crypto";
import { cleanJpeg } from "./jpeg/rules";
import { isHarmlessPdf } from "./pdf/rules";
import { cleanPng } from "./png/rules";
import type { CleanFile, EvidenceType } from "./types";

/** The largest file that is kept. */
export const LARGEST_FILE = 5_000_000;

/**
 * The file as it may be kept, told by its content alone: pictures without their metadata and without anything after
 * their end, PDFs without programs, attachments or encryption. Null for everything else.
 */
export function cleanFile(bytes: Uint8Array): CleanFile | null {
  if (bytes.length === 0 || bytes.length > LARGEST_FILE) return null;
  const jpeg = cleanJpeg(bytes);
  if (jpeg) return { type: "image/jpeg", bytes: jpeg };
  const png = cleanPng(bytes);
  if (png) return { type: "image/png", bytes: png };
  return isHarmlessPdf(bytes) ? { type: "application/pdf", bytes } : null;
}

/** SHA-256 of a file as it is kept. */
export function hashOfFile(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const endings: Readonly<Record<EvidenceType, string>> = {
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/pdf": "pdf",
};

/** A name without folders, controls or a false ending. Example: "../ảnh.php.png" of a JPEG is "ảnh.php.jpg". */
export function safeName(name: string, type: EvidenceType): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, "").replace(/\.[^.]*$/, "");
  const kept = [...plain.trim()].slice(0, 120).join("") || "minh-chung";
  return `${kept}.${endings[type]}`;
}
