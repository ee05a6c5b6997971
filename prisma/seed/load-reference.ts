import pg from "pg";
import { foldText } from "@/lib/core/slug";
import { readAgencies, readDeadlines, readHolidays } from "./reference";

/** The day after an inclusive last day, as the half-open end the tables keep. */
function untilOf(lastDay: string | null): string | null {
  return lastDay && new Date(Date.parse(`${lastDay}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Loads agencies with their history, holidays and deadline rules into an empty database, in one transaction. */
export async function loadReference(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await loadAgencies(client);
    await loadCalendar(client);
    await client.query(
      "SELECT audit_append('organisation', 'system:seed', 'organisation.load', 'organisation', '{}')",
    );
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function loadAgencies(client: pg.Client): Promise<void> {
  const agencies = readAgencies();
  const rows = JSON.stringify(
    agencies.map((agency) => ({
      ...agency,
      searchName: foldText(agency.name),
      validUntil: untilOf(agency.validTo),
    })),
  );
  await client.query(
    `INSERT INTO agency (code, kind, gso_code)
     SELECT code, kind, "gsoCode" FROM jsonb_to_recordset($1::jsonb) AS r(code text, kind text, "gsoCode" text)`,
    [rows],
  );
  await client.query(
    `INSERT INTO agency_version (id, agency_code, name, search_name, parent_code, valid_from, valid_until)
     SELECT gen_random_uuid(), code, name, "searchName", parent, "validFrom", "validUntil"
     FROM jsonb_to_recordset($1::jsonb) AS
       r(code text, name text, "searchName" text, parent text, "validFrom" date, "validUntil" date)`,
    [rows],
  );
  await client.query(
    `WITH event AS (
       INSERT INTO agency_event (id, kind, decision_number, decision_date, effective_on, note, recorded_by, recorded_at)
       VALUES (gen_random_uuid(), 'MERGE', '1898/QĐ-BTP', '2025-06-25', '2025-07-01',
         'Cục Quản lý THADS, 34 THADS tỉnh, thành phố', 'system:seed', now()) RETURNING id)
     INSERT INTO agency_succession (predecessor_code, successor_code, event_id)
     SELECT code, successor, event.id FROM event, jsonb_to_recordset($1::jsonb) AS r(code text, successor text)
     WHERE successor IS NOT NULL`,
    [rows],
  );
}

async function loadCalendar(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO calendar_exception (day, kind, name, source)
     SELECT day, kind, name, source FROM jsonb_to_recordset($1::jsonb) AS r(day date, kind text, name text, source text)`,
    [JSON.stringify(readHolidays())],
  );
  await client.query(
    `INSERT INTO deadline_rule (legal_version, valid_from, valid_until, agency_kind, kind, count)
     SELECT "legalVersion", "validFrom", "validUntil", "agencyKind", kind, count FROM jsonb_to_recordset($1::jsonb) AS
       r("legalVersion" text, "validFrom" date, "validUntil" date, "agencyKind" text, kind text, count int)`,
    [JSON.stringify(readDeadlines())],
  );
}
