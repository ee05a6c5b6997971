import { z } from "zod";
import { agencyParam, flagParam, monthParam, yearParam } from "@/lib/scoreboard/schema";

/** Query of GET /api/v1/forecast. */
export const forecastSchema = z.strictObject({
  agency: agencyParam,
  year: yearParam,
  month: monthParam,
  children: flagParam.default(false),
});

/** Of whom and when; with `at`, from what was known at that instant. */
export type ForecastQuery = Pick<z.output<typeof forecastSchema>, "agency" | "year" | "month"> & {
  at?: Date | undefined;
};
