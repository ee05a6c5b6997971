import {
  INPUT_COLUMNS as FORM_COLUMNS,
  type InputColumn as FormColumn,
  type Measure,
} from "@/lib/form/columns";

/** The 15 figures a unit enters for one measure: the columns of the form. */
export const INPUT_COLUMNS = FORM_COLUMNS;
export type InputColumn = FormColumn;

export type MeasureKey = Measure;
/** A whole column set: a generated report leaves nothing out, unlike a half-filled form. */
export type Figures = Record<InputColumn, bigint>;

/** One unit's cumulative report of one month of a statistical year. */
export type ReportSeed = {
  agency: string;
  year: number;
  month: number;
  figures: Record<MeasureKey, Figures>;
  illustrative: boolean;
  source: string | null;
};

export type AgencyKind = "GENERAL_DEPARTMENT" | "PROVINCE" | "DISTRICT";

/** `validTo` is the last day of validity (inclusive), null while the agency exists. */
export type AgencySeed = {
  code: string;
  kind: AgencyKind;
  name: string;
  parent: string | null;
  validFrom: string;
  validTo: string | null;
  successor: string | null;
  gsoCode: string | null;
};

export type TargetSeed = {
  agency: string;
  year: number;
  indicator: "R_C" | "R_M";
  comparison: "above";
  /** As printed, two decimals: "81.50". */
  pct: string;
  /** The same number as an integer of hundredths of a percent: 8150. */
  basisPoints: number;
  source: string;
};

export type HolidaySeed = { day: string; kind: "HOLIDAY" | "WORKING"; name: string; source: string };

/** `validUntil` is exclusive, null while the rule is in force. */
export type DeadlineSeed = {
  legalVersion: string;
  validFrom: string;
  validUntil: string | null;
  agencyKind: "PROVINCE" | "DISTRICT";
  kind: "workingDaysAfterEnd" | "dayOfNextMonth";
  count: number;
  source: string;
};

/** A figure as published; amounts in đồng or việc, null where the source prints nothing. */
export type PublishedSeed = {
  scope: string;
  year: number;
  month: number;
  measure: MeasureKey;
  carriedOver: bigint | null;
  newlyAccepted: bigint | null;
  acceptedTotal: bigint | null;
  total: bigint | null;
  eligible: bigint | null;
  suspended: bigint | null;
  done: bigint | null;
  ratePct: string | null;
  approximate: boolean;
  note: string;
  source: string;
};
