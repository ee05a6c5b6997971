import { randomUUID } from "node:crypto";
import type { WriteContext } from "@/lib/actions/operation";
import { isInForce } from "@/lib/agencies/rules";
import { dayOfInstant } from "@/lib/core/day";
import { Failure } from "@/lib/core/failure";
import { runsCouncil } from "@/lib/councils/rules";
import { dayOfDate } from "@/lib/db/day";
import { ballotRefusals } from "@/lib/i18n/ballots";
import { ballotRunBy, lineOf, noBallot, refuseField, seatsInForce } from "../conduct/commands";
import { readCounted } from "../counting/queries";
import { type Candid, conflictedWith, groupsOf, ruleOf } from "../rules";
import type { Prepare, SecondRound } from "../schema";
import { secondRound as tiedSlots } from "../tally/rules";
import type { Nominee, VoteRule } from "../types";

type Draft = {
  council: string;
  title: string;
  rule: VoteRule;
  nominees: readonly Omit<Nominee, "slot">[];
  recused: readonly string[];
  holders: readonly string[];
  round?: number;
  previous?: string;
};

/** Drafts a ballot for every group of nominees with the same people kept out. */
export async function prepareBallots(context: WriteContext, input: Prepare): Promise<{ ballots: string[] }> {
  const { tx, actor } = context;
  const council = await tx.council.findUnique({ where: { id: input.council } });
  const seats = await seatsInForce(context, input.council);
  if (council === null || !runsCouncil(seats, actor.userId)) throw noBallot();
  const members = await candidsOf(
    context,
    seats.map(({ login }) => login),
  );
  const holders = await candidsOf(context, input.holders);
  const groups = groupsOf(input.nominees, members, council.agencyCode);
  if (groups.some(({ recused }) => recused.some(({ userId }) => userId === actor.userId)))
    throw new Failure("precondition", ballotRefusals.preparerInConflict);
  const isKeptOut = input.nominees.some(
    (nominee) => conflictedWith(nominee, holders, council.agencyCode).length > 0,
  );
  if (new Set(holders.map(({ userId }) => userId)).size !== 3 || isKeptOut)
    refuseField("holders", ballotRefusals.holders);
  const ballots: string[] = [];
  for (const { nominees, recused } of groups) {
    const draft = {
      ...{ council: council.id, title: input.title, rule: ruleOf(input.rule), nominees },
      recused: recused.map(({ userId }) => userId),
      holders: holders.map(({ userId }) => userId),
    };
    ballots.push(await writeDraft(context, draft));
  }
  return { ballots };
}

/** Drafts the second round of a counted ballot: about those who are tied, or all when too few voted. */
export async function secondRound(
  context: WriteContext,
  { ballot: id }: SecondRound,
): Promise<{ ballot: string }> {
  const { tx } = context;
  const before = await ballotRunBy(context, id, "COUNTED");
  const { results, record } = await readCounted(tx, before);
  const again = new Set(tiedSlots(results));
  if (again.size === 0) throw new Failure("precondition", ballotRefusals.noSecondRound);
  const chosen = results.filter(({ verdict }) => verdict === "PASSED").length;
  const { rule, roll, nominees, holders } = record;
  const draft = {
    ...{ council: before.councilId, title: before.title, round: before.round + 1, previous: id },
    rule: { ...rule, seats: rule.seats && rule.seats - chosen },
    nominees: nominees.filter(({ slot }) => again.has(slot)),
    recused: roll.filter(({ standing }) => standing === "RECUSED").map(({ member }) => member),
    holders: holders.map(({ member }) => member),
  };
  return { ballot: await writeDraft(context, draft) };
}

async function writeDraft(context: WriteContext, draft: Draft): Promise<string> {
  const { tx, actor, now } = context;
  const { council, title, rule, nominees, recused, holders, round = 1, previous = null } = draft;
  const id = randomUUID();
  const head = { id, councilId: council, title, rule, round, previousId: previous };
  await tx.ballot.createMany({ data: [{ ...head, preparedBy: actor.userId, preparedAt: now }] });
  await tx.ballotNominee.createMany({
    data: nominees.map(({ subject, award }, at) => ({ ballotId: id, slot: at + 1, subject, award })),
  });
  await tx.ballotSeat.createMany({
    data: recused.map((userId) => ({ ballotId: id, userId, standing: "RECUSED" })),
  });
  await tx.ballotHolder.createMany({
    data: holders.map((userId, at) => ({ ballotId: id, position: at + 1, userId })),
  });
  await context.audit(lineOf(id, "prepare", { council, title, round, nominees: nominees.length }));
  return id;
}

/** People by their logins, in that order, with the agencies they serve today. */
async function candidsOf({ tx, now }: WriteContext, logins: readonly string[]): Promise<Candid[]> {
  const today = dayOfInstant(now);
  const users = await tx.user.findMany({
    where: { login: { in: [...logins] }, disabledAt: null },
    select: { id: true, login: true, assignments: true },
  });
  const byLogin = new Map(users.map((user) => [user.login, user]));
  return logins.map((login) => {
    const user = byLogin.get(login);
    if (user === undefined) refuseField("holders", ballotRefusals.noSuchPerson);
    const held = user.assignments.filter(({ validFrom, validUntil }) =>
      isInForce({ validFrom: dayOfDate(validFrom), validUntil: validUntil && dayOfDate(validUntil) }, today),
    );
    return { userId: user.id, login, agencies: held.map(({ agencyCode }) => agencyCode) };
  });
}
