import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { z } from "zod";
import { type PutCampaign, putCampaignInput } from "@/lib/campaigns/schema";
import { CAMPAIGN_STATES, type CampaignState } from "@/lib/campaigns/types";

type CampaignSeed = PutCampaign & { state: CampaignState };

/** The campaigns of the data folder, through the same schema as the API's. */
function readCampaigns(): CampaignSeed[] {
  const path = fileURLToPath(new URL("./data/campaigns.json", import.meta.url));
  const state = z.enum(CAMPAIGN_STATES);
  return z
    .array(z.looseObject({ state }))
    .parse(JSON.parse(readFileSync(path, "utf8")))
    .map(({ state: stated, ...document }) => ({ ...putCampaignInput.parse(document), state: stated }));
}

/** Writes them as issued documents; every parent stands before its children in the file. */
export async function loadCampaigns(client: pg.Client): Promise<void> {
  for (const campaign of readCampaigns()) {
    await insertHead(client, campaign);
    await insertParts(client, campaign);
  }
}

async function insertHead(client: pg.Client, campaign: CampaignSeed): Promise<void> {
  const { scoring, basis } = campaign;
  await client.query(
    `INSERT INTO campaign (code, agency_code, parent_code, responds_to, kind, level, name, slogan, launched_by, starts_on,
       ends_on, scoring_year, scoring_month, scope_kinds, scope_agencies, basis, state, source, drafted_by, drafted_at,
       issued_by, issued_at, closed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 'system:seed',
       $10::date, 'system:seed', $10::date, CASE WHEN $17 = 'CLOSED' THEN $11::date::timestamptz END)`,
    [
      ...[
        campaign.code,
        campaign.agency,
        campaign.parent,
        campaign.respondsTo,
        campaign.kind,
        campaign.level,
      ],
      ...[campaign.name, campaign.slogan, campaign.launchedBy, campaign.startsOn, campaign.endsOn],
      ...[scoring?.year ?? null, scoring?.month ?? null, campaign.scopeKinds, campaign.scopeAgencies],
      ...[JSON.stringify(basis), campaign.state, campaign.source],
    ],
  );
}

async function insertParts(client: pg.Client, { code, phases, lines }: CampaignSeed): Promise<void> {
  for (const [at, phase] of phases.entries()) {
    const { scoring } = phase;
    await client.query(
      `INSERT INTO campaign_phase (campaign_code, position, kind, name, starts_on, ends_on, scoring_year, scoring_month,
         review, review_on, review_with, anniversaries) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[code, at + 1, phase.kind, phase.name, phase.startsOn, phase.endsOn],
        ...[scoring?.year ?? null, scoring?.month ?? null, phase.review, phase.reviewOn, phase.reviewWith],
        JSON.stringify(phase.anniversaries),
      ],
    );
  }
  for (const [at, line] of lines.entries()) {
    const bands = line.bands?.map(({ over, upTo, pct }) => ({
      over: over.toString(),
      upTo: upTo?.toString() ?? null,
      basisPoints: pct === null ? null : String(pct),
    }));
    await client.query(
      `INSERT INTO campaign_line (campaign_code, position, kind, phase, wording, scope, indicator, comparison,
         basis_points, count_value, baseline_year, bands, activity, quantity, due_on, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        ...[code, at + 1, line.kind, line.phase, line.wording, line.scope, line.indicator, line.comparison],
        ...[
          line.pct,
          line.count?.toString(),
          line.baselineYear,
          bands && JSON.stringify(bands),
          line.activity,
        ],
        ...[line.quantity?.toString(), line.dueOn, line.source],
      ],
    );
  }
}
