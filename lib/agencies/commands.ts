import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import type { Day } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { foldText } from "@/lib/core/slug";
import { dateOfDay } from "@/lib/db/day";
import { agencyAsOf, subordinatesAsOf } from "./rules";
import type { AgencyEventInput, Founded } from "./schema";
import type { Agency } from "./types";

type Event<Kind extends AgencyEventInput["kind"]> = Extract<AgencyEventInput, { kind: Kind }>;
export type RecordedEvent = { eventId: string };

/** Records a change of organisation: versions end and begin, successions are noted, nothing is erased. */
export async function recordAgencyEvent(
  context: WriteContext,
  input: AgencyEventInput,
): Promise<RecordedEvent> {
  const { kind, decisionNumber, decisionDate, effectiveOn, note } = input;
  const eventId = randomUUID();
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
  await apply(context, input, eventId);
  await context.audit({
    chain: "organisation",
    action: "agency.event",
    subject: `event:${eventId}`,
    payload: input,
  });
  return { eventId };
}

async function apply(context: WriteContext, input: AgencyEventInput, eventId: string): Promise<void> {
  switch (input.kind) {
    case "RENAME":
      return changeVersion(context, input.agency, input.effectiveOn, { name: input.name });
    case "MOVE":
      assertInForce(context, input.parent, input.effectiveOn);
      return changeVersion(context, input.agency, input.effectiveOn, { parent: input.parent });
    case "ABOLISH":
      return endAgency(context, input.agency, input.effectiveOn);
    case "FOUND":
      return foundAgency(context, input.founded, input.effectiveOn);
    case "MERGE":
      return merge(context, input, eventId);
    case "SPLIT":
      return split(context, input, eventId);
  }
}

/** The successor takes over what stood under its predecessors. */
async function merge(context: WriteContext, input: Event<"MERGE">, eventId: string): Promise<void> {
  const { successor, predecessors, effectiveOn } = input;
  const code = typeof successor === "string" ? successor : successor.code;
  if (typeof successor === "string") assertInForce(context, successor, effectiveOn);
  else await foundAgency(context, successor, effectiveOn);
  for (const predecessor of new Set(predecessors)) {
    if (predecessor === code) continue;
    for (const unit of subordinatesAsOf(context.organisation, predecessor, effectiveOn)) {
      await changeVersion(context, unit.code, effectiveOn, { parent: code });
    }
    await closeVersion(context, assertInForce(context, predecessor, effectiveOn), effectiveOn);
    await context.tx.agencySuccession.create({
      data: { predecessorCode: predecessor, successorCode: code, eventId },
    });
  }
}

async function split(context: WriteContext, input: Event<"SPLIT">, eventId: string): Promise<void> {
  const { agency, successors, effectiveOn } = input;
  await endAgency(context, agency, effectiveOn);
  for (const successor of successors) {
    await foundAgency(context, successor, effectiveOn);
    const succession = { predecessorCode: agency, successorCode: successor.code, eventId };
    await context.tx.agencySuccession.create({ data: succession });
  }
}

async function endAgency(context: WriteContext, code: string, effectiveOn: Day): Promise<void> {
  const agency = assertInForce(context, code, effectiveOn);
  const units = subordinatesAsOf(context.organisation, code, effectiveOn);
  if (units.length > 0) {
    throw new Failure("precondition", {
      vi: `${agency.name} còn ${units.length} đơn vị trực thuộc: hãy chuyển chúng trước.`,
      en: `${agency.name} still has ${units.length} units under it: move them first.`,
    });
  }
  await closeVersion(context, agency, effectiveOn);
}

async function foundAgency(
  context: WriteContext,
  { code, kind, name, parent }: Founded,
  validFrom: Day,
): Promise<void> {
  assertInForce(context, parent, validFrom);
  if (context.organisation.kinds.has(code)) {
    throw new Failure("conflict", {
      vi: `Mã ${code} đã dùng cho cơ quan khác.`,
      en: `The code ${code} is already taken.`,
    });
  }
  await context.tx.agency.create({ data: { code, kind } });
  await openVersion(context, { code, kind, name, parent, validFrom, validUntil: null });
}

async function changeVersion(
  context: WriteContext,
  code: string,
  effectiveOn: Day,
  change: { name?: string; parent?: string },
): Promise<void> {
  const agency = assertInForce(context, code, effectiveOn);
  await closeVersion(context, agency, effectiveOn);
  await openVersion(context, { ...agency, ...change, validFrom: effectiveOn });
}

async function closeVersion(
  { tx }: WriteContext,
  { code, name, validFrom }: Agency,
  effectiveOn: Day,
): Promise<void> {
  if (validFrom >= effectiveOn) {
    throw new Failure("precondition", {
      vi: `${name} mới có hiệu lực từ ${validFrom}: ngày thay đổi phải sau ngày đó.`,
      en: `${name} is in force only from ${validFrom}: the change must be later.`,
    });
  }
  await tx.agencyVersion.updateMany({
    where: { agencyCode: code, validFrom: dateOfDay(validFrom) },
    data: { validUntil: dateOfDay(effectiveOn) },
  });
}

async function openVersion({ tx }: WriteContext, agency: Agency): Promise<void> {
  const { code, name, parent, validFrom, validUntil } = agency;
  await tx.agencyVersion.create({
    data: {
      agencyCode: code,
      name,
      searchName: foldText(name),
      parentCode: parent,
      validFrom: dateOfDay(validFrom),
      validUntil: validUntil && dateOfDay(validUntil),
    },
  });
}

function assertInForce({ organisation }: WriteContext, code: string, day: Day): Agency {
  const agency = agencyAsOf(organisation, code, day);
  if (agency) return agency;
  throw new Failure("precondition", {
    vi: `Cơ quan ${code} không tồn tại vào ngày ${day}.`,
    en: `The agency ${code} does not exist on ${day}.`,
  });
}
