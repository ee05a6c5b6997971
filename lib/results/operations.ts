import { defineOperation, type Subject } from "@/lib/actions/operation";
import { answerOfReport, givenReport, RECORD_REPORT } from "./recording/commands";
import {
  approveReportsInput,
  openSupplementInput,
  returnReportInput,
  saveReportInput,
  stepInput,
} from "./schema";
import { openSupplement as openSupplementCommand } from "./supplements/commands";
import type { ReportKey } from "./types";
import * as workflow from "./workflow/commands";

function subjectOf({ agency, year, month }: ReportKey): readonly Subject[] {
  return [{ agency, period: { year, month } }];
}

export const saveReport = defineOperation({
  name: "saveReport",
  permission: "results.record",
  input: saveReportInput,
  subjects: subjectOf,
  procedure: RECORD_REPORT,
  given: givenReport,
  answer: answerOfReport,
});

export const submitReport = defineOperation({
  name: "submitReport",
  permission: "results.submit",
  input: stepInput,
  subjects: subjectOf,
  run: workflow.submitReport,
});

export const approveReport = defineOperation({
  name: "approveReport",
  permission: "results.approve",
  input: stepInput,
  subjects: subjectOf,
  run: workflow.approveReport,
});

export const approveReports = defineOperation({
  name: "approveReports",
  permission: "results.approve",
  input: approveReportsInput,
  subjects: ({ agencies, year, month }) => agencies.map((agency) => ({ agency, period: { year, month } })),
  run: workflow.approveReports,
});

export const returnReport = defineOperation({
  name: "returnReport",
  permission: "results.return",
  input: returnReportInput,
  subjects: subjectOf,
  run: workflow.returnReport,
});

export const openSupplement = defineOperation({
  name: "openSupplement",
  permission: "results.supplement",
  input: openSupplementInput,
  subjects: subjectOf,
  run: openSupplementCommand,
});
