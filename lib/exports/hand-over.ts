import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { exportTable } from "./operations";
import { fileResponse } from "./response";
import type { ExportFormat, ExportTable } from "./types";

/** What is recorded about a table that leaves the product. */
type Handed = {
  table: "leaders" | "overview" | "indicators" | "plan" | "ranking" | "comparison";
  agency: string;
  others?: readonly string[];
  year: number;
  month: number;
};

/** A table as a file for somebody who may read it, recorded in the audit before it leaves. */
export async function handOver(
  actor: Actor,
  table: ExportTable,
  format: ExportFormat,
  handed: Handed,
): Promise<Response> {
  await perform(exportTable, actor, { ...handed, format, rows: table.rows.length });
  return fileResponse(table, format);
}
