import pg from "pg";
import { CONNECTION_OPTIONS } from "./connection";

/** Asks one named statement, prepared once for each connection. */
export type PlainPool = {
  ask: <Row>(name: string, text: string, values: unknown[]) => Promise<Row[]>;
  end: () => Promise<void>;
};

/** A few connections without Prisma, as the same role, for what is asked before every page. */
export function plainPool(connectionString: string): PlainPool {
  const pool = new pg.Pool({ connectionString, options: CONNECTION_OPTIONS, max: 2 });
  // A connection that breaks while nobody uses it is replaced by the next question.
  pool.on("error", () => undefined);
  return {
    ask: async (name, text, values) => (await pool.query({ name, text, values })).rows,
    end: () => pool.end(),
  };
}
