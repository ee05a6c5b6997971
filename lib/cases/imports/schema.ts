import { z } from "zod";
import { agencyParam, flagParam } from "@/lib/scoreboard/schema";

const agencies = z.array(agencyParam).min(1).max(2_000);
const whole = z.int().min(0);
const importId = z.string().regex(/^[1-9]\d{0,17}$/);

/** A part of a staged file by its rows. */
export const importCasesInput = z.strictObject({ import: importId, agencies, from: whole, to: whole });
export type ImportCasesInput = z.output<typeof importCasesInput>;
/** A part of a staged file by its cases, so that each case is written whole. */
export const importEventsInput = z.strictObject({
  ...{ import: importId, agencies },
  after: z.string().regex(/^\d{1,18}$/),
  upTo: z.string().regex(/^\d{1,18}$/),
});

export type ImportEventsInput = z.output<typeof importEventsInput>;

/** Query of POST /api/v1/cases/import. */
export const caseImportQuery = z.strictObject({
  dryRun: flagParam.default(false),
  illustrative: flagParam.default(false),
});
