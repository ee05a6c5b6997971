import { defineOperation, type Subject } from "@/lib/actions/operation";
import type { ReportKey } from "@/lib/results/types";
import * as commands from "./commands";
import { excuseInput, returnSummaryInput, summaryStepInput } from "./schema";

function subjectOf({ agency, year, month }: ReportKey): readonly Subject[] {
  return [{ agency, period: { year, month } }];
}

export const excuseAgency = defineOperation({
  name: "excuseAgency",
  permission: "summaries.excuse",
  input: excuseInput,
  subjects: subjectOf,
  run: commands.excuseAgency,
});

export const withdrawExcuse = defineOperation({
  name: "withdrawExcuse",
  permission: "summaries.excuse",
  input: excuseInput,
  subjects: subjectOf,
  run: commands.withdrawExcuse,
});

export const signSummary = defineOperation({
  name: "signSummary",
  permission: "summaries.sign",
  input: summaryStepInput,
  subjects: subjectOf,
  run: commands.signSummary,
});

export const acceptSummary = defineOperation({
  name: "acceptSummary",
  permission: "summaries.accept",
  input: summaryStepInput,
  subjects: subjectOf,
  run: commands.acceptSummary,
});

export const returnSummary = defineOperation({
  name: "returnSummary",
  permission: "summaries.accept",
  input: returnSummaryInput,
  subjects: subjectOf,
  run: commands.returnSummary,
});
