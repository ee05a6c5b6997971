/** A caseload band of a campaign plan: docket above `over` up to and including `upTo` asks for a rate. */
export type CaseloadBand = Readonly<{ over: bigint; upTo: bigint; basisPoints: bigint }>;

/** Targets by caseload that a campaign plan sets for provincial agencies. */
export type CaseloadPlan = Readonly<{
  number: string;
  /** The window of the campaign, both days included, and the cumulative month it is measured on. */
  from: string;
  until: string;
  year: number;
  month: number;
  indicator: "R_C";
  bands: readonly CaseloadBand[];
  source: string;
}>;
