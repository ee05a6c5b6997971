import { z } from "zod";
import { type Asked, defineOperation, type WriteContext } from "@/lib/actions/operation";
import { EXPORT_FORMATS } from "@/lib/exports/types";
import { agencyParam } from "@/lib/scoreboard/schema";
import { subjectOfCases } from "../register/rules";

const input = z.strictObject({
  agency: agencyParam,
  format: z.enum(EXPORT_FORMATS),
  rows: z.int().min(0),
});

const declared = {
  input,
  subjects: ({ agency }: z.output<typeof input>, { organisation }: Asked) => [
    subjectOfCases(organisation, agency),
  ],
  run: async (context: WriteContext, { agency, format, rows }: z.output<typeof input>) => {
    await context.audit({
      chain: "system",
      action: "export.cases",
      subject: `cases:${agency}`,
      payload: { format, rows },
    });
    return { rows };
  },
};

/** Records that a list of cases left the product: who, whose, how many. The caller makes the file. */
export const exportCases = defineOperation({ name: "cases.export", permission: "cases.read", ...declared });

/** The same for an officer, whose list holds their own cases only. */
export const exportOwnCases = defineOperation({
  ...{ name: "cases.exportOwn", permission: "cases.readOwn" },
  ...declared,
});
