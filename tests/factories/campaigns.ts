import type pg from "pg";
import { audited } from "./loaded-reports";

/** A campaign of the whole nation that runs on the figures of 2022: code "thu-ca-nuoc". */
export async function runningCampaign(owner: pg.Pool): Promise<void> {
  await audited(owner, async (client) => {
    await client.query(
      `INSERT INTO campaign (code, agency_code, kind, level, name, starts_on, ends_on, scoring_year, scoring_month,
         scope_kinds, scope_agencies, state, drafted_by, drafted_at, issued_by, issued_at)
       VALUES ('thu-ca-nuoc', 'tc', 'PLAN', 'SYSTEM', 'Thi đua cả nước', '2022-01-01', '2022-12-31', 2022, 12,
         ARRAY['PROVINCE', 'DISTRICT'], ARRAY['tc'], 'RUNNING', 'test', now(), 'test', now())`,
    );
    await client.query(
      `INSERT INTO campaign_line (campaign_code, position, kind, wording, scope, indicator, comparison, basis_points)
       VALUES ('thu-ca-nuoc', 1, 'INDICATOR', 'Việc', 'EACH', 'R_C', 'atLeast', 4000)`,
    );
  });
}

/** A dot, as a whole PNG. */
const DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

/** The ids of the activity that `reportedActivity` makes of an agency, and of its picture. */
export function activityOf(agency: string) {
  const tail = Buffer.from(agency.padEnd(6, "0").slice(-6)).toString("hex");
  return { activity: `00000000-0000-4000-8000-${tail}`, file: `00000000-0000-4000-9000-${tail}` };
}

/** An activity of an agency in "thu-ca-nuoc" with a picture. */
export async function reportedActivity(owner: pg.Pool, agency: string): Promise<void> {
  const { activity, file } = activityOf(agency);
  await audited(owner, async (client) => {
    await client.query(
      `INSERT INTO campaign_activity (id, campaign_code, agency_code, kind, place, happened_on, quantity, description,
         reported_by, reported_at)
       VALUES ($1, 'thu-ca-nuoc', $2, 'OUTREACH', 'Xã thử', '2022-01-10', 1, 'Tuyên truyền', 'test', now())`,
      [activity, agency],
    );
    await client.query(
      `INSERT INTO campaign_evidence (id, activity_id, agency_code, name, type, size, sha256, bytes, added_by, added_at)
       SELECT $1, $2, $3, 'anh.png', 'image/png', octet_length(b), encode(sha256(b), 'hex'), b, 'test', now()
       FROM decode($4, 'base64') b`,
      [file, activity, agency, DOT],
    );
  });
}
