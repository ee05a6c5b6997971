import type pg from "pg";
import type { Door } from "./doors";
import { EXPECTED_READS, EXPECTED_WRITES } from "./expectation";
import { type NamedActor, PERIODS, type Place, TARGETS } from "./scene";

/** One question of the matrix: may this actor pass this door about this place? */
export type Cell = NamedActor & { door: Door; place: Place; isAllowed: boolean };

const expected = { ...EXPECTED_WRITES, ...EXPECTED_READS };

/** Every cell of some doors, those that must be refused first; inputs that do not differ are asked once. */
export function cellsOf(doors: readonly Door[], actors: readonly NamedActor[]): Cell[] {
  const places = TARGETS.flatMap((agency) => PERIODS.map((period) => ({ agency, ...period })));
  const cells = doors.flatMap((door) => {
    const distinct = new Map(places.map((place) => [JSON.stringify(door.input(place)), place]));
    const rows = new Set(expected[door.name]);
    return actors.flatMap(({ name, actor }) =>
      [...distinct.values()].map((place) => {
        const isAllowed = rows.has(`${name} on ${place.agency}`) || rows.has(`${name} everywhere`);
        return { door, name, actor, place, isAllowed };
      }),
    );
  });
  return [...cells.filter(({ isAllowed }) => !isAllowed), ...cells.filter(({ isAllowed }) => isAllowed)];
}

/** The cell in words when the product answers otherwise than expected, else null. */
export async function violation({ door, name, actor, place, isAllowed }: Cell): Promise<string | null> {
  if ((await door.letsIn(actor, place)) === isAllowed) return null;
  const where = `${place.agency} in ${place.year}-${place.month}`;
  return `${door.name}: ${name} on ${where} must be ${isAllowed ? "let in" : "refused"}`;
}

/** All violations of some cells, asked one after another. */
export async function violationsOf(cells: readonly Cell[]): Promise<string[]> {
  const found: string[] = [];
  for (const cell of cells) {
    const text = await violation(cell);
    if (text !== null) found.push(text);
  }
  return found;
}

/** A hash of every table but the audit's, or of some of them. */
export async function fingerprint(owner: pg.Pool, only?: readonly string[]): Promise<string> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '%migration%'
       AND tablename NOT IN ('audit_entry', 'audit_head') ORDER BY 1`,
  );
  const names = rows.map(({ name }) => name).filter((name) => only?.includes(name) ?? true);
  const parts = names.map(
    (name) => `(SELECT coalesce(md5(string_agg(t::text, E'\\n' ORDER BY t::text)), '') FROM "${name}" t)`,
  );
  const { rows: hashes } = await owner.query<{ hash: string }>(`SELECT md5(${parts.join(" || ")}) AS hash`);
  return hashes[0]?.hash ?? "";
}
