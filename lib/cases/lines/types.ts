import type { Text } from "@/lib/core/locale";
import type { CaseImportReport } from "../imports/types";

/** One line of an import's answer while it works: how far it is, then the report or the refusal. */
export type ImportLine =
  | { done: number; of: number | null }
  | { report: CaseImportReport }
  | { refusal: Text };
