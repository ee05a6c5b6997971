import type { Day } from "@/lib/core/day";
import type { Text } from "@/lib/core/locale";
import type { Ratio } from "@/lib/core/ratio";
import type { Plan } from "@/lib/metrics/planner";
import type { ScenarioResult } from "@/lib/metrics/scenario";
import type { Target } from "@/lib/metrics/target";
import type { GroupSums } from "@/lib/results/sums/types";
import type { BoardNode, Measure, Scoreboard } from "@/lib/scoreboard/types";

/** What the planner computes from: the board, and the typed columns of each agency directly below (or of the unit). */
export type PlanBasis = {
  board: Scoreboard;
  sums: ReadonlyMap<string, GroupSums>;
  /** The demonstration's day, else today. */
  today: Day;
};

/** Why nothing can be planned. */
export type Refusal = "noFigures" | "noTarget" | "nothingDue" | "impossible" | "unreadable";

/** What a reader supposes, in cases or đồng; a text that cannot be read carries its reason. */
export type Supposed = { newlyEligible: bigint; reclassified: bigint; problems: readonly Problem[] };
export type Problem = { field: string; text: Text };

/** What one agency below should still complete. */
export type MixShare = {
  node: BoardNode;
  amount: bigint;
  /** Of that, work that was postponed or stands still, which costs more. */
  hard: bigint;
  weekly: bigint;
  after: Ratio;
  meetsOwn: boolean | null;
};

/** The cheapest way over the agencies below; `short` is missing even if all complete all they can. */
export type PlannedMix = { needed: bigint; short: bigint; shares: readonly MixShare[]; silent: number };

/** The plan of one measure, or why there is none. */
export type MeasurePlan =
  | { kind: "refused"; measure: Measure; reason: Refusal; problems: readonly Problem[] }
  | {
      kind: "planned";
      measure: Measure;
      now: Ratio;
      target: Target;
      plan: Plan;
      /** After what is supposed; null when nothing is. */
      supposed: ScenarioResult | null;
      mix: PlannedMix | null;
    };

/** Both measures' plans over the weeks that are left. */
export type Planned = { from: Day; weeks: number; plans: readonly MeasurePlan[] };
