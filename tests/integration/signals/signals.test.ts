import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET, POST } from "@/app/api/v1/signals/route";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { Failure, type FailureCode } from "@/lib/core/failure";
import { answerSignal } from "@/lib/signals/operations";
import { listSignals } from "@/lib/signals/queries";
import type { Question } from "@/lib/signals/types";
import { audited } from "@/tests/factories/loaded-reports";
import { tokenFor } from "@/tests/factories/tokens";
import { createActor, createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";
import { loadWorld, ODD } from "./world";

let db: TestDatabase;
let people: Record<"clerk" | "province" | "neighbour" | "nation" | "leader", Actor>;

beforeAll(async () => {
  db = await testDatabase();
  await loadWorld(db);
  people = {
    clerk: await createActor(db, { role: "CLERK", agency: ODD }),
    province: await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" }),
    neighbour: await createActor(db, { role: "APPROVER", agency: "cc-326" }),
    nation: await createActor(db, { role: "GENERAL_STAFF", agency: "tc" }),
    leader: await createActor(db, { role: "LEADER", agency: "tc" }),
  };
}, 300_000);
afterAll(() => db.close());

async function question(actor: Actor): Promise<Question> {
  const { questions } = await listSignals(actor, { year: 2022, agency: ODD });
  const found = questions.find(({ signal }) => signal.kind === "lateReclassification");
  if (!found) throw new Error("the planted question was not asked");
  return found;
}

const refusalOf = (answer: Promise<unknown>): Promise<FailureCode | "done"> =>
  answer.then(
    () => "done",
    (error: unknown) => {
      if (error instanceof Failure) return error.code;
      throw error;
    },
  );

function answerTo({ signal, evidenceHash, answer }: Question, words = "Đã có biên bản xác minh tháng 9.") {
  return {
    ...{ agency: signal.agency, year: signal.year, kind: signal.kind, evidenceHash },
    ...{ expectedVersion: answer?.version ?? 0, code: "CONFIRMED", words },
  };
}

describe("questions", () => {
  test("find the planted agency first, with evidence, both rates and both languages", async () => {
    const { questions, compared } = await listSignals(people.leader, { year: 2022 });
    expect(compared).toBeGreaterThan(100);
    expect(questions[0]?.signal.agency).toBe(ODD);
    const { signal, text, illustrative } = await question(people.leader);
    expect(text.vi).toMatch(/\?$/);
    expect(text.en).toMatch(/\?$/);
    expect(illustrative).toBe(true);
    expect(signal.evidence.length).toBeGreaterThan(3);
    const rate = ({ numerator, denominator }: typeof signal.reported) =>
      Number(numerator) / Number(denominator);
    expect(rate(signal.reported)).toBeGreaterThan(rate(signal.counterfactual));
  });

  test("rest on what is stored: the evidence is the form's own", async () => {
    const { signal } = await question(people.leader);
    const { rows } = await db.owner.query(
      `SELECT not_yet_eligible::text AS waiting, eligible::text, done::text FROM report_figures
       WHERE agency_code = $1 AND year = 2022 AND month = 12 AND measure = 'cases' AND slice = 'total'`,
      [ODD],
    );
    const end = signal.evidence.find(
      ({ column, month, as }) => column === "notYetEligible" && month === 12 && as === "value",
    );
    expect(end?.value.toString()).toBe(rows[0].waiting);
    expect(signal.reported).toEqual({
      numerator: BigInt(rows[0].done),
      denominator: BigInt(rows[0].eligible),
    });
  });

  test("are seen within one's scope only, by the same words as a missing agency", async () => {
    const own = await listSignals(people.clerk, { year: 2022 });
    expect(own.questions.map(({ agency }) => agency)).toContain(ODD);
    expect(new Set(own.questions.map(({ agency }) => agency)).size).toBe(1);
    const below = await listSignals(people.province, { year: 2022 });
    expect(below.questions.some(({ agency }) => agency === ODD)).toBe(true);
    const other = await listSignals(people.neighbour, { year: 2022 });
    expect(other.questions.some(({ agency }) => agency === ODD)).toBe(false);
    for (const agency of [ODD, "cc-khong-co"])
      expect(await refusalOf(listSignals(people.neighbour, { year: 2022, agency }))).toBe("not-found");
  });

  test("are not asked of a year that few have reported whole", async () => {
    expect(await listSignals(people.leader, { year: 2023 })).toMatchObject({ compared: 0, questions: [] });
  });
});

describe("an answer", () => {
  const answers = async () =>
    (await db.owner.query<{ n: number }>("SELECT count(*)::int AS n FROM signal_answer")).rows[0]?.n ?? 0;

  test("of the unit is kept, audited, and stands beside the question; the level above adds a later one", async () => {
    const asked = await question(people.clerk);
    const [first, stored] = [(asked.answer?.version ?? 0) + 1, await answers()];
    expect(asked.mayAnswer).toBe(true);
    await perform(answerSignal, people.clerk, answerTo(asked));
    const answered = await question(people.leader);
    expect(answered).toMatchObject({
      mayAnswer: false,
      answer: { version: first, code: "CONFIRMED", isCurrent: true, by: { id: people.clerk.userId } },
    });
    await perform(answerSignal, people.province, answerTo(answered, "Cục đã kiểm tra mười hồ sơ."));
    const later = { version: first + 1, by: { id: people.province.userId } };
    expect((await question(people.clerk)).answer).toMatchObject(later);
    const { rows } = await db.owner.query(
      `SELECT actor_id AS by, (payload ->> 'version')::int AS version FROM audit_entry
       WHERE action = 'signal.answer' AND chain = $1 ORDER BY seq DESC LIMIT 2`,
      [ODD],
    );
    expect(rows).toEqual([
      { by: people.province.userId, version: first + 1 },
      { by: people.clerk.userId, version: first },
    ]);
    expect(await answers()).toBe(stored + 2);
  });

  test("is refused to a neighbour and to who only reads, and leaves no row", async () => {
    const asked = answerTo(await question(people.province));
    for (const actor of [people.neighbour, people.leader])
      expect(await refusalOf(perform(answerSignal, actor, asked))).toBe("forbidden");
    expect((await question(people.province)).answer?.version).toBe(asked.expectedVersion);
  });

  test("to a question nobody asks, to other figures or after another's answer is refused", async () => {
    const asked = answerTo(await question(people.nation));
    const give = (changes: object) =>
      refusalOf(perform(answerSignal, people.nation, { ...asked, ...changes }));
    expect(await give({ kind: "septemberDip" })).toBe("precondition");
    expect(await give({ evidenceHash: "0".repeat(64) })).toBe("conflict");
    expect(await give({ expectedVersion: asked.expectedVersion + 1 })).toBe("conflict");
    expect(await give({ words: "  " })).toBe("invalid");
    expect(await give({ code: "GUILTY" })).toBe("invalid");
    expect(await give({})).toBe("done");
  });

  test("of two people at once is one answer; the other is told", async () => {
    const asked = answerTo(await question(people.nation));
    const before = await answers();
    const both = await Promise.all(
      [people.nation, people.clerk].map((actor) => refusalOf(perform(answerSignal, actor, asked))),
    );
    expect(both.sort()).toEqual(["conflict", "done"]);
    expect(await answers()).toBe(before + 1);
  });

  test("cannot be changed, removed or given in another's name, even past the product", async () => {
    await perform(answerSignal, people.clerk, answerTo(await question(people.clerk)));
    const as = (sql: string) => audited(db.owner, async (client) => void (await client.query(sql)));
    await expect(as("UPDATE signal_answer SET words = 'x'")).rejects.toThrow("append_only");
    await expect(as("DELETE FROM signal_answer")).rejects.toThrow("append_only");
    const forged = `SET LOCAL ROLE thads_app; SELECT set_config('app.scope', '*', true), set_config('app.actor', 'me', true);
      INSERT INTO signal_answer SELECT agency_code, year, kind, version + 1, months, evidence_hash, code, words, 'other', now()
      FROM signal_answer ORDER BY version DESC LIMIT 1`;
    await expect(as(forged)).rejects.toThrow("answer_of_another");
    const foreign = forged
      .replace("'*'", "'cc-326'")
      .replace("'other'", "'me'")
      .replace(
        "FROM signal_answer ORDER BY version DESC LIMIT 1",
        "FROM (VALUES ('cc-325', 2022, 'bunching', 0, '{12}'::int[], repeat('0', 64), 'OTHER', 'x')) AS s (agency_code, year, kind, version, months, evidence_hash, code, words)",
      );
    await expect(as(foreign)).rejects.toThrow("row-level security");
  });

  test("is marked as given to earlier figures once the agency's own have changed", async () => {
    await perform(answerSignal, people.clerk, answerTo(await question(people.clerk)));
    const before = await question(people.clerk);
    await audited(db.owner, async (client) => {
      await client.query(
        `UPDATE report_figures SET in_progress = in_progress + 1, no_condition = no_condition - 1
         WHERE agency_code = $1 AND year = 2022 AND month = 12 AND measure = 'cases'`,
        [ODD],
      );
      await client.query(
        "UPDATE report_revision SET version = version + 1, status = 'APPROVED' WHERE agency_code = $1 AND year = 2022 AND month = 12",
        [ODD],
      );
    });
    const after = await question(people.clerk);
    expect([before.answer?.isCurrent, after.answer?.isCurrent]).toEqual([true, false]);
    expect(await refusalOf(perform(answerSignal, people.clerk, answerTo(before)))).toBe("conflict");
  });
});

describe("/api/v1/signals", () => {
  const call = async (role: "CLERK" | "LEADER", agency: string, language: string) => {
    const { userId } = await createUser(db, { role, agency });
    return { authorization: `Bearer ${await tokenFor(db, userId)}`, "accept-language": language };
  };
  const url = "http://localhost/api/v1/signals";
  const none = { params: Promise.resolve({}) };

  test("answers questions in the caller's language, with exact numbers as strings", async () => {
    const ask = async (language: string) => {
      const headers = await call("LEADER", "cuc-hung-yen", language);
      return (await GET(new Request(`${url}?year=2022&agency=${ODD}`, { headers }), none)).json();
    };
    const [vi, en] = [await ask("vi"), await ask("en")];
    const first = vi.signals.find(({ kind }: { kind: string }) => kind === "lateReclassification");
    expect(first).toMatchObject({
      agency: ODD,
      year: 2022,
      question: expect.stringContaining("chưa có điều kiện"),
      officialRate: {
        ratePct: expect.stringMatching(/^\d+\.\d\d$/),
        numerator: expect.stringMatching(/^\d+$/),
      },
      counterfactualRate: { ratePct: expect.stringMatching(/^\d+\.\d\d$/) },
    });
    expect(first.evidence[0]).toMatchObject({
      column: "notYetEligible",
      value: expect.stringMatching(/^\d+$/),
    });
    expect(en.signals[0].question).toContain("more cases than usual");
  });

  test("takes an answer, and refuses what is unknown or foreign", async () => {
    const headers = await call("CLERK", ODD, "vi");
    const asked = answerTo(await question(people.clerk), "Sẽ gửi báo cáo bổ sung.");
    const post = (body: object, as = headers) =>
      POST(new Request(url, { method: "POST", headers: as, body: JSON.stringify(body) }), none);
    expect((await post({ ...asked, extra: 1 })).status).toBe(422);
    expect((await post(asked, await call("CLERK", "cc-326", "vi"))).status).toBe(404);
    const answered = await post({ ...asked, code: "CORRECTING" });
    expect([answered.status, await answered.json()]).toMatchObject([
      201,
      { version: asked.expectedVersion + 1 },
    ]);
    expect((await GET(new Request(`${url}?year=1900`, { headers }), none)).status).toBe(422);
    expect((await GET(new Request(`${url}?year=2022&agency=cc-001`, { headers }), none)).status).toBe(404);
  });
});
