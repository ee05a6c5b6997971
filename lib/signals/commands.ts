import type { WriteContext } from "@/lib/actions/operation";
import { Failure } from "@/lib/core/failure";
import { signalRefusals } from "@/lib/i18n/signals";
import { computeSignals } from "./computed/queries";
import { evidenceHash } from "./rules";
import type { AnswerInput } from "./schema";

export type Answered = { agency: string; year: number; kind: string; version: number };

/** Keeps a person's answer to a question as it stands; an earlier answer stays beside it. */
export async function answerSignal(context: WriteContext, input: AnswerInput): Promise<Answered> {
  const { tx, actor, now } = context;
  const { agency, year, kind, code, words } = input;
  const { signals } = await computeSignals(year);
  const signal = signals.find((each) => each.agency === agency && each.kind === kind);
  if (signal === undefined) throw new Failure("precondition", signalRefusals.noQuestion);
  const hash = evidenceHash(signal);
  if (hash !== input.evidenceHash) throw new Failure("conflict", signalRefusals.otherFigures);
  const last = await tx.signalAnswer.aggregate({
    where: { agencyCode: agency, year, kind },
    _max: { version: true },
  });
  const version = (last._max.version ?? 0) + 1;
  if (input.expectedVersion !== version - 1)
    throw new Failure("conflict", signalRefusals.answeredMeanwhile, { details: { version: version - 1 } });
  const { count } = await tx.signalAnswer.createMany({
    data: [
      {
        ...{ agencyCode: agency, year, kind, version, months: [...signal.months], evidenceHash: hash },
        ...{ code, words, answeredBy: actor.userId, answeredAt: now },
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) throw new Failure("conflict", signalRefusals.answeredMeanwhile);
  await context.audit({
    chain: agency,
    action: "signal.answer",
    subject: `signal:${agency}:${year}:${kind}`,
    payload: { version, code, words, evidenceHash: hash },
  });
  return { agency, year, kind, version };
}
