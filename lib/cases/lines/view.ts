import { Failure } from "@/lib/core/failure";
import type { CaseImportReport } from "../imports/types";
import type { ImportLine } from "./types";

/** What a page asks for when it wants to see how far the work is. */
export const LINES = "application/x-ndjson";

type Work = (progress: (done: number, of: number | null) => void) => Promise<CaseImportReport>;

/** Work as a stream of JSON lines: its progress, then its report, or why it was refused. */
export function linesOf(work: Work, failed: { vi: string; en: string }): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: async (controller) => {
      const say = (line: ImportLine) => controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      try {
        say({ report: await work((done, of) => say({ done, of })) });
      } catch (error) {
        say({ refusal: error instanceof Failure ? error.text : failed });
      }
      controller.close();
    },
  });
}

/** The whole lines of what has come so far, and what is left of the last one. */
export function readLines(text: string): { lines: readonly ImportLine[]; rest: string } {
  const parts = text.split("\n");
  const rest = parts.pop() ?? "";
  return { lines: parts.filter((part) => part !== "").map((part): ImportLine => JSON.parse(part)), rest };
}
