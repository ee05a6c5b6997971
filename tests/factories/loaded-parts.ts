import type pg from "pg";
import type { Slice } from "@/lib/form/columns";
import type { Counts } from "@/lib/form/counts";
import { audited } from "./loaded-reports";

type Place = { agency: string; year: number; month: number };

/** Adds counts beside the form to an approved report, as the owner. */
export async function loadCounts(
  owner: pg.Pool,
  { agency, year, month }: Place,
  counts: Counts,
): Promise<void> {
  await audited(owner, async (client) => {
    for (const [code, value] of Object.entries(counts)) {
      await client.query(
        `INSERT INTO report_counts (agency_code, year, month, revision, code, standing, value)
         VALUES ($1, $2, $3, 1, $4, 'EFFECTIVE', $5)`,
        [agency, year, month, code, value.toString()],
      );
    }
  });
}

/** Adds a part of the docket to an approved report: so much done and so much in progress, in both halves. */
export async function loadSlice(
  owner: pg.Pool,
  { agency, year, month }: Place,
  slice: Slice,
  { done, open }: { done: bigint; open: bigint },
): Promise<void> {
  await audited(owner, async (client) => {
    for (const measure of ["cases", "money"]) {
      await client.query(
        `INSERT INTO report_figures (agency_code, year, month, revision, measure, slice, standing, carried_over,
           newly_accepted, entrusted_out, withdrawn_or_cancelled, pulled_up_by_province, completed, terminated, reduced,
           in_progress, postponed_by_agreement, suspended_eligible, other_eligible, no_condition,
           postponed_or_suspended_other)
         VALUES ($1, $2, $3, 1, $4, $5, 'EFFECTIVE', $6, 0, 0, 0, 0, $7, 0, 0, $8, 0, 0, 0, 0, 0)`,
        [agency, year, month, measure, slice, (done + open).toString(), done.toString(), open.toString()],
      );
    }
  });
}
