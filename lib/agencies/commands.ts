import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { foldText } from "@/lib/core/slug";
import { dateOfDay } from "@/lib/db/day";
import { planEvent } from "./events/rules";
import type { EventPlan } from "./events/types";
import { eventRefusals } from "./events/view";
import type { AgencyEventInput } from "./schema";

export type RecordedEvent = { eventId: string };

/** Records a change of organisation: versions end and begin, successions are noted, nothing is erased. */
export async function recordAgencyEvent(
  context: WriteContext,
  input: AgencyEventInput,
): Promise<RecordedEvent> {
  await assertNothingMeanwhile(context, input.expectedRevision);
  const plan = planEvent(context.organisation, input);
  const eventId = randomUUID();
  const { kind, decisionNumber, decisionDate, effectiveOn, note } = input;
  await context.tx.agencyEvent.create({
    data: {
      id: eventId,
      kind,
      decisionNumber,
      decisionDate: dateOfDay(decisionDate),
      effectiveOn: dateOfDay(effectiveOn),
      note,
      recordedBy: context.actor.userId,
      recordedAt: context.now,
    },
  });
  await carryOut(context, plan, eventId);
  const agencies = [...new Set([...plan.closed, ...plan.opened].map(({ agency }) => agency))].sort();
  await context.audit({
    chain: "organisation",
    action: "agency.event",
    subject: `event:${eventId}`,
    payload: { ...input, expectedRevision: undefined, agencies },
  });
  return { eventId };
}

/** Events are recorded one after the other, each judged on the organisation as the one before left it. */
async function assertNothingMeanwhile(
  { tx, organisation }: WriteContext,
  expected = organisation.revision.toString(),
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('organisation', 0))`;
  const head = await tx.auditHead.findUnique({ where: { chain: "organisation" }, select: { seq: true } });
  const revision = head?.seq ?? 0n;
  if (revision !== organisation.revision || revision.toString() !== expected) {
    throw new Failure("conflict", eventRefusals.recordedMeanwhile);
  }
}

async function carryOut({ tx }: WriteContext, plan: EventPlan, eventId: string): Promise<void> {
  for (const { agency, validFrom } of plan.closed) {
    await tx.agencyVersion.updateMany({
      where: { agencyCode: agency, validFrom: dateOfDay(validFrom) },
      data: { validUntil: dateOfDay(plan.effectiveOn) },
    });
  }
  await tx.agency.createMany({ data: [...plan.founded] });
  await tx.agencyVersion.createMany({
    data: plan.opened.map(({ agency, name, parent, validFrom, validUntil }) => ({
      agencyCode: agency,
      name,
      searchName: foldText(name),
      parentCode: parent,
      validFrom: dateOfDay(validFrom),
      validUntil: validUntil && dateOfDay(validUntil),
    })),
  });
  await tx.agencySuccession.createMany({
    data: plan.successions.map(({ predecessor, successor, share }) => ({
      predecessorCode: predecessor,
      successorCode: successor,
      eventId,
      share: share === null ? null : BigInt(share),
    })),
  });
}
