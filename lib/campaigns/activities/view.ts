import { ACTIVITY_KINDS } from "../types";
import type { Activity, Participation, ShownActivity } from "./types";

/** Sums by kind over what was not rejected or taken back. */
export function totalsOf(activities: readonly Activity[]): Participation["totals"] {
  return ACTIVITY_KINDS.flatMap((kind) => {
    const own = activities.filter((each) => each.kind === kind);
    const sum = (state: string) =>
      own.filter((each) => each.state === state).reduce((total, { quantity }) => total + quantity, 0n);
    const [verified, waiting] = [sum("VERIFIED"), sum("REPORTED")];
    const valueDong = own
      .filter(({ state }) => state === "VERIFIED")
      .reduce((total, each) => total + (each.valueDong ?? 0n), 0n);
    return verified + waiting === 0n ? [] : [{ kind, verified, waiting, valueDong }];
  });
}

/** An activity as the API answers it. */
function activityBody({ mayDecide: _, mayWithdraw: __, reportedAt, decidedAt, ...activity }: ShownActivity) {
  return { ...activity, reportedAt: reportedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}

/** Participation as GET /api/v1/campaigns/{code}/activities answers it. */
export function participationBody({
  progress,
  totals,
  activities,
  registrations,
  idle,
  taking,
}: Participation) {
  return {
    ...{ totals, idle, participants: taking },
    targets: progress.map(({ line, ...numbers }) => ({
      position: line.position,
      wording: line.wording,
      ...numbers,
    })),
    registrations: registrations.map(({ registeredAt, ...each }) => ({
      ...each,
      registeredAt: registeredAt.toISOString(),
    })),
    activities: activities.map(activityBody),
  };
}
