import "server-only";
import { getOrganisation } from "@/lib/agencies/queries";
import { agencyAsOf, unitsWithin } from "@/lib/agencies/rules";
import type { Organisation } from "@/lib/agencies/types";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import { Failure } from "@/lib/core/failure";
import { lastDay } from "@/lib/core/period";
import { inViewOf, type Tx } from "@/lib/db/client";
import { signalQuestion } from "@/lib/i18n/signals";
import type { Signal } from "@/lib/metrics/signals/types";
import { findNames } from "@/lib/results/people/queries";
import { computeSignals } from "./computed/queries";
import { evidenceHash } from "./rules";
import type { SignalsQuery } from "./schema";
import type { AnswerCode, Question, Questions, SignalAnswer } from "./types";

/**
 * The questions of a year to the agencies within the reader's scope, or to one of them and those below it, strongest
 * first. A named agency that may not be read is refused like a missing one.
 */
export async function listSignals(actor: Actor, { year, agency }: SignalsQuery): Promise<Questions> {
  const organisation = await getOrganisation();
  const day = lastDay({ year, month: 12 });
  const mayRead = (code: string) =>
    agencyAsOf(organisation, code, day) !== null &&
    can(actor, "results.read", { agency: code, day }, organisation);
  if (agency !== undefined && !mayRead(agency)) throw notFound();
  const { signals, compared } = await computeSignals(year);
  const within = agency === undefined ? null : new Set([agency, ...unitsWithin(organisation, agency, day)]);
  const seen = signals.filter((signal) => mayRead(signal.agency) && (within?.has(signal.agency) ?? true));
  const questions = await inViewOf(actor, (tx) => withAnswers(tx, actor, organisation, seen));
  return { year, agency: agency ?? null, compared, questions };
}

async function withAnswers(
  tx: Tx,
  actor: Actor,
  organisation: Organisation,
  signals: readonly Signal[],
): Promise<Question[]> {
  const [year] = signals.map((signal) => signal.year);
  if (year === undefined) return [];
  const day = lastDay({ year, month: 12 });
  const agencies = [...new Set(signals.map(({ agency }) => agency))];
  const answers = await readAnswers(tx, agencies, year);
  const invented = await readIllustrative(tx, agencies, year);
  return signals.map((signal) => {
    const { agency, kind } = signal;
    const name = agencyAsOf(organisation, agency, day)?.name ?? agency;
    const hash = evidenceHash(signal);
    const stored = answers.get(`${agency} ${kind}`);
    return {
      ...{ signal, agency, name, text: signalQuestion(signal, name), evidenceHash: hash },
      illustrative: invented.has(agency),
      answer: stored ? { ...stored.answer, isCurrent: stored.hash === hash } : null,
      mayAnswer: can(actor, "signals.answer", { agency, day }, organisation),
    };
  });
}

type Stored = { hash: string; answer: Omit<SignalAnswer, "isCurrent"> };

/** The newest answer to every question of some agencies, with the names of those who gave them. */
async function readAnswers(tx: Tx, agencies: readonly string[], year: number): Promise<Map<string, Stored>> {
  const rows = await tx.signalAnswer.findMany({
    where: { agencyCode: { in: [...agencies] }, year },
    orderBy: [{ agencyCode: "asc" }, { kind: "asc" }, { version: "desc" }],
    distinct: ["agencyCode", "kind"],
  });
  const names = await findNames(
    tx,
    rows.map(({ answeredBy }) => answeredBy),
  );
  return new Map(
    rows.map(({ agencyCode, kind, version, code, words, answeredBy, answeredAt, evidenceHash: hash }) => {
      const by = { id: answeredBy, name: names.get(answeredBy) ?? answeredBy };
      return [
        `${agencyCode} ${kind}`,
        { hash, answer: { version, code: code as AnswerCode, words, by, at: answeredAt } },
      ];
    }),
  );
}

async function readIllustrative(tx: Tx, agencies: readonly string[], year: number): Promise<Set<string>> {
  const rows = await tx.reportRevision.findMany({
    where: {
      agencyCode: { in: [...agencies] },
      year,
      illustrative: true,
      status: { in: ["APPROVED", "LOCKED"] },
    },
    select: { agencyCode: true },
    distinct: ["agencyCode"],
  });
  return new Set(rows.map(({ agencyCode }) => agencyCode));
}

function notFound(): Failure {
  return new Failure("not-found", {
    vi: "Không tìm thấy cơ quan này cuối năm đó, hoặc tài khoản không được xem.",
    en: "This agency was not found at the end of that year, or this account may not see it.",
  });
}
