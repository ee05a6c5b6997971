import { useState } from "react";
import type { CaseImportReport } from "@/lib/cases/imports/types";
import type { ImportLine } from "@/lib/cases/lines/types";
import { readLines } from "@/lib/cases/lines/view";
import type { Text } from "@/lib/core/locale";
import { caseImportPageText } from "@/lib/i18n/case-import-page";
import { paths } from "@/lib/paths";

/** How far an import is. */
export type CaseImportStep =
  | { status: "empty" }
  | { status: "chosen"; file: File; refusal: Text | null }
  | { status: "working"; file: File; dryRun: boolean; done: number; of: number | null }
  | { status: "checked"; file: File; report: CaseImportReport; refusal: Text | null }
  | { status: "imported"; report: CaseImportReport };

const failed: Text = { vi: caseImportPageText.vi.failed, en: caseImportPageText.en.failed };

/** From file to dry run to import; every piece of progress the server tells is shown. */
export function useCaseImport(isIllustrative: boolean) {
  const [step, setStep] = useState<CaseImportStep>({ status: "empty" });
  const send = async (file: File, dryRun: boolean): Promise<CaseImportReport | Text> => {
    setStep({ status: "working", file, dryRun, done: 0, of: null });
    let last: CaseImportReport | Text = failed;
    await sendFile(file, { dryRun, isIllustrative }, (line) => {
      if ("done" in line) setStep({ status: "working", file, dryRun, done: line.done, of: line.of });
      else last = "report" in line ? line.report : line.refusal;
    }).catch(() => undefined);
    return last;
  };
  const choose = (file: File | undefined) =>
    setStep(file ? { status: "chosen", file, refusal: null } : { status: "empty" });
  const check = async (file: File) => {
    const answer = await send(file, true);
    if ("rows" in answer) setStep({ status: "checked", file, report: answer, refusal: null });
    else setStep({ status: "chosen", file, refusal: answer });
  };
  const confirm = async (file: File, checked: CaseImportReport) => {
    const answer = await send(file, false);
    if (!("rows" in answer)) setStep({ status: "checked", file, report: checked, refusal: answer });
    else if (answer.issueCount > 0) setStep({ status: "checked", file, report: answer, refusal: null });
    else setStep({ status: "imported", report: answer });
  };
  return { step, choose, check, confirm };
}

type Options = { dryRun: boolean; isIllustrative: boolean };

async function sendFile(
  file: File,
  { dryRun, isIllustrative }: Options,
  onLine: (line: ImportLine) => void,
): Promise<void> {
  const address = paths.caseImportLines({ dryRun: String(dryRun), illustrative: String(isIllustrative) });
  const answer = await fetch(address, {
    method: "POST",
    body: file,
    headers: { "content-type": "text/csv" },
  });
  const reader = answer.ok ? answer.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined;
  let rest = "";
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    const found = readLines(rest + read.value);
    rest = found.rest;
    found.lines.forEach(onLine);
  }
}
