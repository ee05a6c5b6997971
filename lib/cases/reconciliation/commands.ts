import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { caseRefusals } from "@/lib/i18n/cases";
import { readDifference } from "./queries";
import type { ExplainInput } from "./schema";

export type Explained = { agency: string; year: number; month: number; version: number };

/** Keeps why a typed report differs from the register in a column; an earlier reason stays beside it. */
export async function explainDifference(context: WriteContext, input: ExplainInput): Promise<Explained> {
  const { tx, actor, now } = context;
  const { agency, year, month, measure, column, reason } = input;
  const difference = await readDifference(tx, { agency, year, month }, measure, column);
  if (difference === null || difference === 0n) throw new Failure("precondition", caseRefusals.noDifference);
  if (difference.toString() !== input.difference) throw new Failure("conflict", caseRefusals.otherDifference);
  const last = await tx.caseDifferenceReason.aggregate({
    where: { agencyCode: agency, year, month, measure, columnName: column },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  await context.audit({
    chain: agency,
    action: "case.explainDifference",
    subject: `report:${agency}:${year}:${month}`,
    payload: { measure, column, difference, reason },
  });
  await tx.caseDifferenceReason.create({
    data: {
      ...{ agencyCode: agency, year, month, measure, columnName: column, version },
      ...{ difference, reason, givenBy: actor.userId, givenAt: now },
    },
  });
  return { agency, year, month, version };
}
