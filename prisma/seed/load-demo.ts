import pg from "pg";
import { hashPassword } from "@/lib/auth/password";
import { addDays, type Day, day } from "@/lib/core/day";
import { lastDay } from "@/lib/core/period";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./accounts";
import { hungYenCases } from "./cases/hung-yen";
import { loadCasesWith } from "./cases/load";
import { plantDifferences } from "./cases/planted";
import { DEMO_SEED, generateDemo2022 } from "./demo-2022";
import { type CurrentReport, generateDemoCurrent } from "./demo-2023";
import { loadBallots } from "./demo-ballots";
import { generateDemoHistory } from "./demo-history";
import { explanationsOf } from "./explanations";
import { loadHistory } from "./history/load";
import { insertRevisions, type RevisionSeed } from "./insert-reports";
import { loadActivities } from "./load-activities";
import { loadCampaigns } from "./load-campaigns";
import { loadTargets } from "./load-targets";
import { readAgencies, readHungYen2021 } from "./reference";
import type { ReportSeed } from "./types";

/** The day the demonstration pretends it is: October 2022 is being reported, districts are a day late. */
const referenceDay = day("2022-11-03");

/** Units of 2022 whose year-end report was corrected by a supplementary one. */
const corrected = ["cuc-hung-yen", "cc-001", "cc-323", "cc-760", "cuc-nghe-an", "cc-412"];

/** Loads the demonstration into a database that holds only reference data, in one transaction. */
export async function loadDemo(ownerUrl: string, log: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      "SELECT audit_append('system', 'system:seed', 'demo.load', 'demo', '{\"illustrative\": true}')",
    );
    await loadAccounts(client);
    await loadTargets(client);
    await loadCampaigns(client);
    await loadActivities(client);
    await loadReports(client, log);
    await loadBallots(client);
    await loadRegister(client, log);
    await client.query("UPDATE period SET status = 'OPEN' WHERE (year, month) = (2023, 1)");
    await client.query("INSERT INTO setting (key, value) VALUES ('demo.today', to_jsonb($1::text))", [
      referenceDay,
    ]);
    await client.query("COMMIT");
    await client.query("VACUUM (ANALYZE)");
  } finally {
    await client.end();
  }
}

/** Notes that this installation is a real one, so that a later start does not load the demonstration into it. */
export async function declineDemo(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(
      `WITH line AS (SELECT audit_append('system', 'system:seed', 'demo.decline', 'demo', '{}'))
       INSERT INTO setting (key, value) SELECT 'demo.declined', 'true'::jsonb FROM line`,
    );
  } finally {
    await client.end();
  }
}

async function loadAccounts(client: pg.Client): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await client.query(
    `WITH account AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS r(login text, name text, role text, agency text)),
     added AS (
       INSERT INTO user_account (id, login, name, password_hash, created_at)
       SELECT gen_random_uuid(), login, name, $2, now() FROM account ON CONFLICT (login) DO NOTHING RETURNING id, login)
     INSERT INTO role_assignment (id, user_id, role, agency_code, valid_from)
     SELECT gen_random_uuid(), added.id, account.role, account.agency, '2020-01-01' FROM account JOIN added USING (login)`,
    [JSON.stringify(DEMO_ACCOUNTS), passwordHash],
  );
}

/** The register of Hưng Yên 2021, and two typed supplements under way that differ from it. */
async function loadRegister(client: pg.Client, log: (line: string) => void): Promise<void> {
  const { cases, revisions } = plantDifferences(hungYenCases(), readHungYen2021());
  await insertRevisions(client, revisions, { clerk: "demo:clerk", head: "demo:head" });
  const made = await loadCasesWith(client, cases);
  log(`Nạp sổ thụ lý minh họa: ${made.cases} việc, ${made.events} sự kiện`);
}

async function loadReports(client: pg.Client, log: (line: string) => void): Promise<void> {
  const [year2021, year] = [readHungYen2021(), generateDemo2022()];
  const history = await loadHistory(client, generateDemoHistory({ year2021, year2022: year }, DEMO_SEED));
  log(`Nạp các năm trước, số liệu minh họa: ${history} báo cáo`);
  const revisions = explained(year, [
    ...year2021.map((report) => approved(report)),
    ...year.flatMap(withCorrection),
    ...generateDemoCurrent().map(inProgress),
  ]);
  const people = { clerk: "demo:clerk", head: "demo:head" };
  const step = 2_500;
  for (let start = 0; start < revisions.length; start += step) {
    await insertRevisions(client, revisions.slice(start, start + step), people);
    log(`Nạp số liệu minh họa: ${Math.min(start + step, revisions.length)} / ${revisions.length} báo cáo`);
  }
}

/** Year-end and current reports carry the reasons their warnings needed. */
function explained(year: readonly ReportSeed[], revisions: readonly RevisionSeed[]): RevisionSeed[] {
  const kinds = new Map(readAgencies().map(({ code, kind }) => [code, kind]));
  const at = new Map(year.map((report) => [`${report.agency} ${report.month}`, report]));
  return revisions.map((revision) => {
    const { report } = revision;
    const isYearEnd = report.year === 2022 && report.month === 12;
    if (revision.status === "DRAFT" || (!isYearEnd && report.year !== 2023)) return revision;
    const previous = (isYearEnd && at.get(`${report.agency} 11`)) || null;
    const previousYearEnd = (!isYearEnd && at.get(`${report.agency} 12`)) || null;
    const kind = kinds.get(report.agency) ?? "DISTRICT";
    return { ...revision, reasons: explanationsOf(report, kind, { previous, previousYearEnd }) };
  });
}

function approved(report: ReportSeed): RevisionSeed {
  const end = lastDay(report);
  return {
    report,
    revision: 1,
    kind: "ORIGINAL",
    status: "APPROVED",
    enteredAt: morningAfter(end, 1),
    submittedAt: morningAfter(end, 2),
    approvedAt: morningAfter(end, 3),
    reason: null,
    reasons: {},
  };
}

/** The year-end report of a corrected unit was first three cases short of what it is now. */
function withCorrection(report: ReportSeed): RevisionSeed[] {
  const final = approved(report);
  const { completed, inProgress: pending } = report.figures.cases;
  if (report.month !== 12 || !corrected.includes(report.agency) || completed < 3n) return [final];
  const cases = { ...report.figures.cases, completed: completed - 3n, inProgress: pending + 3n };
  const first = approved({ ...report, figures: { ...report.figures, cases } });
  const end = lastDay(report);
  return [
    { ...first, status: "SUPERSEDED" },
    {
      ...final,
      revision: 2,
      kind: "SUPPLEMENT",
      enteredAt: morningAfter(end, 12),
      submittedAt: morningAfter(end, 13),
      approvedAt: morningAfter(end, 14),
      reason: "Ba việc đã thi hành xong trước 30/9 nhưng vào sổ chậm (minh họa).",
    },
  ];
}

function inProgress({ report, state }: CurrentReport): RevisionSeed {
  const full = approved(report);
  if (state === "APPROVED") return { ...full, approvedAt: morningAfter(lastDay(report), 2) };
  const submittedAt = state === "DRAFT" ? null : full.submittedAt;
  return { ...full, status: state, submittedAt, approvedAt: null };
}

/** 09:00 in Hà Nội, `days` days after `end`. */
function morningAfter(end: Day, days: number): string {
  return `${addDays(end, days)}T02:00:00Z`;
}
