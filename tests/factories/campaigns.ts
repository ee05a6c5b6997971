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
