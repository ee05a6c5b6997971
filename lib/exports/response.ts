import { csvOf } from "./csv";
import type { ExportFormat, ExportTable } from "./types";
import { workbookOf } from "./workbook";

/** The table as a file to download. */
export async function fileResponse(table: ExportTable, format: ExportFormat): Promise<Response> {
  const headers = {
    "content-disposition": `attachment; filename="${table.name}.${format}"`,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  };
  if (format === "csv") {
    return new Response(csvOf(table), { headers: { ...headers, "content-type": "text/csv; charset=utf-8" } });
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return new Response(await workbookOf(table), { headers: { ...headers, "content-type": type } });
}
