import { apiRoute, readJson } from "@/lib/actions/api";
import { perform } from "@/lib/actions/perform";
import { keyOfPath, type ReportPath, transitionInput } from "@/lib/results/api/schema";
import { writeAnswer } from "@/lib/results/api/view";
import { approveReport, returnReport, submitReport } from "@/lib/results/operations";

export const POST = apiRoute<ReportPath>(async ({ actor, request, params }) => {
  const key = keyOfPath(params);
  const { to, step } = transitionInput(await readJson(request));
  const idempotencyKey = request.headers.get("idempotency-key");
  const options = idempotencyKey === null ? {} : { idempotencyKey };
  const operations = { SUBMITTED: submitReport, APPROVED: approveReport };
  const done =
    to === "RETURNED"
      ? await perform(returnReport, actor, { ...key, ...step }, options)
      : await perform(operations[to], actor, { ...key, ...step }, options);
  return writeAnswer(done);
});
