import type { Day } from "@/lib/core/day";
import type { CaseLine } from "../register/types";

export type AgencyChoice = Readonly<{ code: string; name: string; level: 0 | 1 | 2 }>;

/** Whose register is open, and what its reader may do there. */
export type RegisterPlace = Readonly<{
  agency: string;
  name: string;
  /** Superiors that may be read too, the agency itself, and the units directly below it. */
  choices: readonly AgencyChoice[];
  /** Names of the agencies that lines may belong to. */
  names: ReadonlyMap<string, string>;
  hasUnits: boolean;
  officers: readonly { login: string; name: string }[];
  /** An officer sees the cases assigned to them and nothing else. */
  isOwnOnly: boolean;
  mayEnter: boolean;
  mayFindParties: boolean;
  mayErase: boolean;
  today: Day;
}>;

export type CaseList = RegisterPlace &
  Readonly<{ withUnits: boolean; cases: readonly CaseLine[]; next: string | null }>;

/** A case with what it adds to a cell. */
export type CellLine = Readonly<{ case: CaseLine; cases: bigint; money: bigint }>;
export type CellList = RegisterPlace & Readonly<{ lines: readonly CellLine[] }>;
