"use server";

import { defineAction } from "@/lib/actions/define-action";
import { paths } from "@/lib/paths";
import { importDraft, importHistory } from "./operations";

export const importDraftAction = defineAction(importDraft, {
  revalidates: () => [paths.work(), paths.completeness()],
});

export const importHistoryAction = defineAction(importHistory, {
  revalidates: () => [paths.results()],
});
