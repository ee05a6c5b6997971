import type { Day } from "@/lib/core/day";
import type { RegisterPlace } from "../list/types";
import type { CaseLine, Docket } from "../register/types";
import type { CaseEventKind } from "../types";

/** A case that left the denominator in the last two months of a statistical year. */
export type Reclassified = Readonly<{
  caseId: string;
  number: string;
  agency: string;
  kind: CaseEventKind;
  day: Day;
  ground: string;
  outstanding: bigint;
  /** It is back among the eligible cases now. */
  isBack: boolean;
}>;

export type LeadersDocket = RegisterPlace &
  Readonly<{
    withUnits: boolean;
    year: number;
    docket: Docket;
    biggest: readonly CaseLine[];
    oldest: readonly CaseLine[];
    reclassified: { cases: number; outstanding: bigint; first: readonly Reclassified[] };
  }>;
