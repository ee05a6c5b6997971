import { apiRoute, readJson } from "@/lib/actions/api";
import { perform } from "@/lib/actions/perform";
import { keyOfPath, type ReportPath, saveInput } from "@/lib/results/api/schema";
import { writeAnswer } from "@/lib/results/api/view";
import { saveReport } from "@/lib/results/operations";
import { getReport } from "@/lib/results/queries";

export const GET = apiRoute<ReportPath>(({ actor, params }) => getReport(actor, keyOfPath(params)));

export const PUT = apiRoute<ReportPath>(async ({ actor, request, params }) => {
  const input = saveInput(keyOfPath(params), await readJson(request));
  const idempotencyKey = request.headers.get("idempotency-key");
  const saved = await perform(saveReport, actor, input, idempotencyKey === null ? {} : { idempotencyKey });
  return writeAnswer(saved);
});
