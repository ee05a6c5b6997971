"use client";

import { useState } from "react";
import type { Text } from "@/lib/core/locale";
import { importsText } from "@/lib/i18n/imports";
import { importDraftAction, importHistoryAction } from "@/lib/imports/actions";
import { textOfBytes } from "@/lib/imports/bytes/rules";
import type { ImportMode, ImportReport } from "@/lib/imports/reports/types";

/** A file as chosen: its text stays on the page until another one is. */
export type Chosen = { name: string; text: string; rows: number };

export type ImportStep =
  | { status: "empty" }
  | { status: "chosen" | "checking"; file: Chosen; refusal: Text | null }
  | { status: "checked" | "importing"; file: Chosen; report: ImportReport; key: string; refusal: Text | null }
  | { status: "refused"; refusal: Text }
  | { status: "imported"; report: ImportReport };

const failed: Text = { vi: importsText.vi.failed, en: importsText.en.failed };

/** From file to dry run to import. One key per checked file: pressing twice, or again after a cut, writes once. */
export function useImport(mode: ImportMode, source: string) {
  const [step, setStep] = useState<ImportStep>({ status: "empty" });
  const send = async (file: Chosen, dryRun: boolean, key?: string) => {
    const input = { csv: file.text, dryRun, ...(source.trim() === "" ? {} : { source }) };
    try {
      return await (mode === "final" ? importHistoryAction(input, key) : importDraftAction(input, key));
    } catch {
      return { status: "refused" as const, code: "failed", text: failed, details: undefined };
    }
  };
  const choose = async (picked: File | undefined) => {
    if (!picked) return setStep({ status: "empty" });
    const read = textOfBytes(new Uint8Array(await picked.slice(0, 2_000_001).arrayBuffer()));
    if ("refusal" in read) return setStep({ status: "refused", refusal: read.refusal });
    const rows = Math.max(0, read.text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").length - 1);
    setStep({ status: "chosen", file: { name: picked.name, text: read.text, rows }, refusal: null });
  };
  const check = async (file: Chosen) => {
    setStep({ status: "checking", file, refusal: null });
    const state = await send(file, true);
    if (state.status === "refused") return setStep({ status: "chosen", file, refusal: state.text });
    setStep({ status: "checked", file, report: state.result, key: crypto.randomUUID(), refusal: null });
  };
  const confirm = async (file: Chosen, report: ImportReport, key: string) => {
    setStep({ status: "importing", file, report, key, refusal: null });
    const state = await send(file, false, key);
    if (state.status === "done") return setStep({ status: "imported", report: state.result });
    const newer = (state.details as ImportReport | undefined)?.issues
      ? (state.details as ImportReport)
      : report;
    setStep({ status: "checked", file, report: newer, key, refusal: state.text });
  };
  const restart = () =>
    setStep((now) => ("file" in now ? { status: "chosen", file: now.file, refusal: null } : now));
  return { step, choose, check, confirm, restart };
}
