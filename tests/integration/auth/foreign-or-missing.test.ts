import { afterAll, beforeAll, expect, test } from "vitest";
import { GET as report } from "@/app/api/v1/reports/[agency]/[year]/[month]/route";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { compare, timesOf, told } from "./timing";

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

test("R18: a foreign report and one of an agency that does not exist are one 404, in the same time", async () => {
  const clerk = await createActor(db, { role: "CLERK", agency: "cc-325" });
  const token = await tokenFor(db, clerk.userId);
  const bodies = new Set<string>();
  const ask = (agency: string) => async () => {
    const headers = { authorization: `Bearer ${token}` };
    const params = Promise.resolve({ agency, year: "2021", month: "12" });
    const answer = await report(new Request("http://localhost:3000/api/v1/reports/x", { headers }), {
      params,
    });
    bodies.add(`${answer.status} ${await answer.text()}`);
  };
  const times = await timesOf(
    [
      { name: "foreign", run: ask("cc-326") },
      { name: "missing", run: ask("cc-999") },
      { name: "own", run: ask("cc-325") },
    ],
    150,
  );
  const difference = compare(times.get("foreign"), times.get("missing"));
  const own = compare(times.get("own"), times.get("missing"));
  process.stdout.write(
    `R18 foreign or missing by timing, 150 each: ${told("", difference)}; control (one's own): ${told("", own)}\n`,
  );
  expect([...bodies].filter((body) => body.startsWith("404"))).toHaveLength(1);
  expect(difference.isLeak).toBe(false);
  expect(own.isLeak).toBe(true);
});
