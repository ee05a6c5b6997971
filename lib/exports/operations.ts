import { z } from "zod";
import { defineOperation } from "@/lib/actions/operation";
import { periodKey } from "@/lib/core/period";
import { EXPORT_FORMATS } from "./types";

const input = z.strictObject({
  table: z.enum(["leaders", "overview", "proof", "indicators", "plan", "ranking", "comparison"]),
  agency: z.string().min(1).max(64),
  /** The others in a table about several agencies. */
  others: z.array(z.string().min(1).max(64)).max(5).default([]),
  year: z.int().min(2010).max(2027),
  month: z.int().min(1).max(12),
  format: z.enum([...EXPORT_FORMATS, "pdf"]),
  rows: z.int().min(0),
});

/** Records that a table of results left the product: who, which, how many rows. The file is made by the caller. */
export const exportTable = defineOperation({
  name: "exportTable",
  permission: "results.read",
  input,
  subjects: ({ agency, others, year, month }) =>
    [agency, ...others].map((each) => ({ agency: each, period: { year, month } })),
  run: async (context, { table, agency, others, year, month, format, rows }) => {
    const subject = `export:${table}:${[agency, ...others].join("+")}:${periodKey({ year, month })}`;
    await context.audit({ chain: "system", action: "export.table", subject, payload: { format, rows } });
    return { rows };
  },
});
