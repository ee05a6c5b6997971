import { Failure } from "@/lib/core/failure";
import { caseImportTexts } from "@/lib/i18n/case-imports";
import type { CaseImportReport } from "./types";

/** The answer of POST /api/v1/cases/import; with `error` when nothing was written because of the issues. */
export function caseImportBody({ issues, ...report }: CaseImportReport): object {
  const body = { ...report, issues: issues.map(({ messageEn: _en, ...issue }) => issue) };
  if (report.issueCount === 0) return body;
  return { ...body, error: { code: "invalid", message: caseImportTexts.refused.vi } };
}

/** The text of a stream of bytes, piece by piece; bytes that are no UTF-8 are refused. */
export async function* textChunks(bytes: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = bytes?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
    yield decoded(decoder, read.value);
  yield decoded(decoder);
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes === undefined ? decoder.decode() : decoder.decode(bytes, { stream: true });
  } catch {
    throw new Failure("invalid", caseImportTexts.notText);
  }
}
