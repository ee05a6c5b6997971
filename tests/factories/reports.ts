import type pg from "pg";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { INPUT_COLUMNS } from "@/lib/form/columns";
import { approveReport, saveReport, submitReport } from "@/lib/results/operations";
import type { ReportKey, SavedReport } from "@/lib/results/types";
import type { TestDatabase } from "@/tests/setup/test-database";
import { audited } from "./loaded-reports";
import { createActor } from "./users";

export type Half = Partial<Record<(typeof INPUT_COLUMNS)[number], string | number | null>>;

/** Figures that every rule accepts: 100 + 50 to resolve, `done` of 120 eligible. */
export function goodFigures(month = 1, done = 10 * month): { cases: Half; money: Half } {
  const half = (unit: number): Half => {
    const zeros = Object.fromEntries(INPUT_COLUMNS.map((column) => [column, "0"]));
    const eligible = 120 * unit;
    return {
      ...zeros,
      carriedOver: String(100 * unit),
      newlyAccepted: String(50 * unit),
      completed: String(done * unit),
      inProgress: String(eligible - done * unit),
      noCondition: String(30 * unit),
    };
  };
  return { cases: half(1), money: half(1_000_000) };
}

/** Opens periods as the operator would, audited. */
export async function setPeriod(owner: pg.Pool, year: number, month: number, status: string): Promise<void> {
  await audited(owner, async (client) => {
    await client.query("UPDATE period SET status = $3 WHERE year = $1 AND month = $2", [year, month, status]);
  });
}

/** Writes a setting of the installation, audited. */
export async function setSetting(owner: pg.Pool, key: string, value: unknown): Promise<void> {
  await audited(owner, async (client) => {
    await client.query(
      "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
      [key, JSON.stringify(value)],
    );
  });
}

export type Office = { clerk: Actor; head: Actor };

/** A clerk and a head of one agency. */
export async function createOffice(db: TestDatabase, agency: string): Promise<Office> {
  const clerk = await createActor(db, { role: "CLERK", agency });
  const head = await createActor(db, { role: "APPROVER", agency });
  return { clerk, head };
}

/** Saves good figures as the clerk. */
export function save(
  clerk: Actor,
  key: ReportKey,
  expectedVersion = 0,
  figures: { cases: Half; money: Half } = goodFigures(key.month),
): Promise<SavedReport> {
  return perform(saveReport, clerk, { ...key, expectedVersion, ...figures });
}

/** A report entered, sent and signed. */
export async function approved(
  { clerk, head }: Office,
  key: ReportKey,
  figures = goodFigures(key.month),
): Promise<SavedReport> {
  await save(clerk, key, 0, figures);
  await perform(submitReport, clerk, key);
  return perform(approveReport, head, key);
}
