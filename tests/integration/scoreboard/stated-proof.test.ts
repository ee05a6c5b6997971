import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { perform } from "@/lib/actions/perform";
import type { Actor } from "@/lib/auth/actor";
import { getStatedProof } from "@/lib/proofs/queries";
import { contentHash, isProven, recompute } from "@/lib/proofs/rules";
import { provenSchema } from "@/lib/proofs/schema";
import type { StatedProof } from "@/lib/proofs/types";
import { proofBody } from "@/lib/proofs/view";
import { approveReport, returnReport, saveReport, submitReport } from "@/lib/results/operations";
import { readHungYen2021 } from "@/prisma/seed/reference";
import { loadReports } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { createOffice, goodFigures, type Office, setPeriod } from "@/tests/factories/reports";
import { createActor } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

let db: TestDatabase;
let leader: Actor;

beforeAll(async () => {
  db = await testDatabase();
  leader = await readerAt("LEADER", "tc");
  await loadReports(
    db.owner,
    readHungYen2021().filter(({ month }) => month >= 11),
  );
}, 300_000);
afterAll(() => db.close());

const ask = (query: Record<string, string>) =>
  provenSchema.parse({ agency: "cuc-hung-yen", year: "2021", month: "12", indicator: "R_C", ...query });

/** The same proof with some of its inputs, under a hash made for them: only the sums can tell. */
function forged(proof: StatedProof, keep: (at: number) => boolean): StatedProof {
  const changed = { ...proof, inputs: proof.inputs.filter((_, at) => keep(at)) };
  return { ...changed, hash: contentHash(changed) };
}

test("every displayed rate equals its proof, from the nation to a unit, in both measures and at every level", async () => {
  for (const agency of ["tc", "cuc-hung-yen", "cc-325"]) {
    for (const month of ["11", "12"]) {
      for (const indicator of ["R_C", "R_M", "R2_C", "R2_M"] as const) {
        const proof = await getStatedProof(leader, ask({ agency, month, indicator }));
        expect(proof.inputs.length, `${agency} ${indicator}`).toBeGreaterThan(0);
        expect(recompute(proof), `${agency} ${indicator}`).toEqual(proof.shown);
        expect(isProven(proof)).toBe(true);
      }
    }
  }
});

test("the golden figure of Hưng Yên 2021 is proven down to its forms", async () => {
  const body = proofBody(await getStatedProof(leader, ask({})));
  expect(body).toMatchObject({ numerator: "4316", denominator: "5135", ratePct: "84.05", verified: true });
  expect(new Set(body.inputs.map(({ agency }) => agency)).size).toBe(11);
  expect(body.inputs[0]).toMatchObject({ enteredBy: "test:clerk", approvedBy: "test:head", revision: 1 });
  expect(body.hash).toMatch(/^[0-9a-f]{64}$/);
});

test("without any one row of input the verification fails, and so it does with any value changed", async () => {
  const proof = await getStatedProof(leader, ask({ indicator: "R_M" }));
  const counting = proof.inputs.flatMap(({ value }, at) => (value === 0n ? [] : [at]));
  fc.assert(
    fc.property(fc.constantFrom(...counting), fc.bigInt({ min: 1n, max: 10n ** 12n }), (removed, more) => {
      expect(isProven(forged(proof, (at) => at !== removed))).toBe(false);
      const inputs = proof.inputs.map((input, at) =>
        at === removed ? { ...input, value: input.value + more } : input,
      );
      const changed = { ...proof, inputs };
      expect(isProven({ ...changed, hash: contentHash(changed) })).toBe(false);
    }),
  );
  // A row of zeros changes no sum: the hash tells.
  const zero = proof.inputs.findIndex(({ value }) => value === 0n);
  expect(isProven({ ...proof, inputs: proof.inputs.filter((_, at) => at !== zero) })).toBe(false);
  expect(isProven(forged(proof, () => true))).toBe(true);
});

test("what was not reported is proven as missing, and no figure is claimed", async () => {
  const proof = await getStatedProof(leader, ask({ indicator: "S_CREDIT.R_C" }));
  expect(proof).toMatchObject({ shown: null, inputs: [] });
  expect(isProven(proof)).toBe(true);
});

test("an indicator over counts is proven from the counts, and a count without a ratio too", async () => {
  const office = await createOffice(db, "cc-325");
  const other = await createOffice(db, "cc-326");
  await setPeriod(db.owner, 2016, 1, "OPEN");
  const place = { year: 2016, month: 1 };
  const counted = async ({ clerk, head }: Office, agency: string, counts: Record<string, string>) => {
    const figures = { ...goodFigures(1), counts };
    await perform(saveReport, clerk, { agency, ...place, expectedVersion: 0, ...figures });
    await perform(submitReport, clerk, { agency, ...place });
    await perform(approveReport, head, { agency, ...place });
  };
  await counted(office, "cc-325", { D01: "40", D02: "39", N01: "2" });
  // Stated only one of the two: it is in no rate, and is not zero.
  await counted(other, "cc-326", { D01: "7", N01: "1" });
  const query = { year: "2016", month: "1" };
  const onTime = await getStatedProof(leader, ask({ ...query, indicator: "D02/D01" }));
  expect(onTime.shown).toEqual({ numerator: 39n, denominator: 40n });
  expect(isProven(onTime)).toBe(true);
  const communes = await getStatedProof(leader, ask({ ...query, indicator: "N01" }));
  expect(communes.shown).toEqual({ numerator: 3n, denominator: null });
  expect(isProven(communes)).toBe(true);
  expect(isProven(forged(communes, (at) => at > 0))).toBe(false);
});

test("the proof of an earlier day rests on what was known then", async () => {
  const before = await getStatedProof(leader, ask({ asOf: "2021-10-01" }));
  expect(before).toMatchObject({ shown: null, inputs: [] });
  const after = await getStatedProof(leader, ask({ asOf: "2021-10-04" }));
  expect(recompute(after)).toEqual({ numerator: 4316n, denominator: 5135n });
  expect(isProven(after)).toBe(true);
  const share = await getStatedProof(leader, ask({ asOf: "2021-10-04", indicator: "R2_C" }));
  expect(share.shown).toEqual((await getStatedProof(leader, ask({ indicator: "R2_C" }))).shown);
  expect(isProven(share)).toBe(true);
  const notYet = await getStatedProof(leader, ask({ asOf: "2021-10-01", indicator: "R2_C" }));
  expect(notYet).toMatchObject({ shown: null, inputs: [] });
});

test("a foreign figure is refused like one that is not there", async () => {
  const clerk = await readerAt("CLERK", "cc-001");
  for (const agency of ["cuc-hung-yen", "cc-khong-co"]) {
    await expect(getStatedProof(clerk, ask({ agency }))).rejects.toMatchObject({ code: "not-found" });
  }
});

test("counts that were returned and changed are proven as they counted then", async () => {
  const office = await createOffice(db, "cc-327");
  const above = await createActor(db, { role: "APPROVER", agency: "cuc-hung-yen" });
  await setPeriod(db.owner, 2017, 1, "OPEN");
  const key = { agency: "cc-327", year: 2017, month: 1 };
  const counted = async (expectedVersion: number, D02: string) => {
    const figures = { ...goodFigures(1), counts: { D01: "40", D02 } };
    await perform(saveReport, office.clerk, { ...key, expectedVersion, ...figures });
    await perform(submitReport, office.clerk, key);
    await perform(approveReport, office.head, key);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return new Date();
  };
  const at = (asOf?: Date) =>
    getStatedProof(leader, {
      ...{ agency: "cuc-hung-yen", year: 2017, month: 1, indicator: "D02/D01", own: false },
      asOf,
    });
  const first = await counted(0, "31");
  const before = await at();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const reason = { code: "OTHER", text: "Sai số việc đúng hạn" };
  const { version } = await perform(returnReport, above, { ...key, reason });
  const away = new Date();
  await new Promise((resolve) => setTimeout(resolve, 5));
  const second = await counted(version, "36");
  expect((await at(first)).shown).toEqual({ numerator: 31n, denominator: 40n });
  expect((await at(away)).shown).toBeNull();
  expect((await at(second)).shown).toEqual({ numerator: 36n, denominator: 40n });
  const replayed = await at(first);
  expect(replayed.inputs).toEqual(before.inputs);
  expect(replayed.hash).toBe(before.hash);
  expect(isProven(replayed)).toBe(true);
});
