import { z } from "zod";
import { isDay } from "@/lib/core/day";
import { MEASURED_CODES } from "@/lib/indicators/types";
import { agencyParam, yearParam } from "@/lib/scoreboard/schema";

/** Query of GET /api/v1/series. */
export const seriesSchema = z
  .strictObject({
    agency: agencyParam,
    indicator: z.enum(MEASURED_CODES),
    from: yearParam,
    to: yearParam,
    base: z
      .string()
      .refine((text) => text === "then" || text === "today" || isDay(text), {
        error: 'must be "then", "today" or a day such as 2025-07-01',
        params: { vi: 'phải là "then", "today" hoặc một ngày như 2025-07-01' },
      })
      .default("then"),
  })
  .refine(({ from, to }) => from <= to, {
    path: ["to"],
    error: "must not be before from",
    params: { vi: "không được trước from" },
  });
export type SeriesQuery = z.output<typeof seriesSchema>;
