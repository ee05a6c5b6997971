import { apiRoute, json } from "@/lib/actions/api";
import { parseStrictly } from "@/lib/actions/parse";
import { perform } from "@/lib/actions/perform";
import type { Text } from "@/lib/core/locale";
import { readCsvBody } from "@/lib/imports/api/schema";
import { importBody, reportOfFailure } from "@/lib/imports/api/view";
import { textOfBytes } from "@/lib/imports/bytes/rules";
import { readCsvFile } from "@/lib/imports/layout/rules";
import { importDraft, importHistory } from "@/lib/imports/operations";
import { importQuery } from "@/lib/imports/schema";

export const POST = apiRoute(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams;
  const { mode, dryRun, source } = parseStrictly(importQuery, Object.fromEntries(search));
  const read = textOfBytes(await readCsvBody(request));
  if ("refusal" in read) return notCsv(read.refusal);
  const file = readCsvFile(read.text);
  if (!file.isReadable) {
    const [first] = file.issues;
    const text = { vi: first?.message ?? "", en: first?.messageEn ?? "" };
    return json(
      importBody({ rows: file.rows, accepted: 0, issues: file.issues }, { code: "invalid", text }),
      422,
    );
  }
  const raw = { csv: read.text, dryRun: dryRun === "true", ...(source === undefined ? {} : { source }) };
  const key = request.headers.get("idempotency-key");
  const options = key ? { idempotencyKey: key } : {};
  try {
    const send =
      mode === "final"
        ? perform(importHistory, actor, raw, options)
        : perform(importDraft, actor, raw, options);
    return importBody(await send);
  } catch (error) {
    const refused = reportOfFailure(error);
    if (refused === null) throw error;
    return json(importBody(refused.report, refused.failure), 422);
  }
});

function notCsv(text: Text): Response {
  const issue = {
    row: null,
    column: null,
    value: null,
    rule: "FILE",
    severity: "error",
    blocks: true,
  } as const;
  const issues = [{ ...issue, message: text.vi, messageEn: text.en }];
  return json(importBody({ rows: 0, accepted: 0, issues }, { code: "invalid", text }), 422);
}
