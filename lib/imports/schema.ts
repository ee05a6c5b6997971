import { z } from "zod";
import { readCsvFile } from "./layout/rules";
import type { CsvFile } from "./layout/types";

/** The text of a CSV, read once; what is no such CSV is refused with the first of its sentences. */
const csv = z.string().transform((text, context): CsvFile => {
  const file = readCsvFile(text);
  const [first] = file.issues;
  if (!file.isReadable && first) {
    context.addIssue({ code: "custom", message: first.messageEn, params: { vi: first.message } });
  }
  return file;
});

const source = z.string().trim().max(500);

/** Figures of open periods into drafts. */
export const importDraftInput = z.strictObject({ csv, source: source.optional(), dryRun: z.boolean() });

/** History of closed years; where it comes from must be said. */
export const importHistoryInput = z.strictObject({
  csv,
  source: source
    .refine((text) => text !== "", {
      message: "name the source of the figures",
      params: { vi: "phải ghi nguồn số liệu (văn bản, ngày, nơi lưu)" },
    })
    .prefault(""),
  dryRun: z.boolean(),
});

export type ImportInput = { csv: CsvFile; source?: string | undefined; dryRun: boolean };

/** The query of POST /api/v1/imports. */
export const importQuery = z.strictObject({
  mode: z.enum(["draft", "final"]),
  dryRun: z.enum(["true", "false"]).default("false"),
  source: z.string().optional(),
});
