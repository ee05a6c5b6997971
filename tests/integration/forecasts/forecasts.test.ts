import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/v1/forecast/route";
import { Failure } from "@/lib/core/failure";
import type { Ratio } from "@/lib/core/ratio";
import { getForecast, listForecasts } from "@/lib/forecasts/queries";
import type { FormFigures } from "@/lib/form/columns";
import { forecast } from "@/lib/metrics/forecast/forecast";
import type { Peer } from "@/lib/metrics/forecast/types";
import { type Unit, units2022 } from "@/prisma/seed/demo/units";
import { type AgencyYear, generateHistory } from "@/prisma/seed/history/generate";
import { loadHistory } from "@/prisma/seed/history/load";
import { audited, loadTargets } from "@/tests/factories/loaded-reports";
import { readerAt } from "@/tests/factories/reader";
import { tokenFor } from "@/tests/factories/tokens";
import { createUser } from "@/tests/factories/users";
import { type TestDatabase, testDatabase } from "@/tests/setup/test-database";

const years = [2018, 2019, 2020, 2021, 2022];
const everybody = units2022(2022);
const provinces = [...new Set(everybody.map(({ province }) => province))].slice(0, 11);
const here = [...new Set([...provinces, "cuc-hung-yen"])];
const units = everybody.filter(({ province }) => here.includes(province));
/** Generated as history; of 2022 only the first half is known, and nothing of one district. */
const history = [...generateHistory({ seed: 7, agencies: units, years })];
const silent = "cc-332";

let db: TestDatabase;
const half = { year: 2022, month: 6 };

beforeAll(async () => {
  db = await testDatabase();
  await audited(db.owner, async (client) => {
    await loadHistory(client, history.map(asKnownInMarch));
  });
  const line = { indicator: "R_C", comparison: "above", basisPoints: 8150 } as const;
  await loadTargets(db.owner, [{ agency: "tc", year: 2022, ...line }]);
}, 300_000);
afterAll(() => db.close());

function asKnownInMarch(one: AgencyYear): AgencyYear {
  if (one.year < 2022) return one;
  return { ...one, months: one.agency === silent ? [] : one.months.slice(0, 6) };
}

const doneOf = ({ completed = 0n, terminated = 0n, reduced = 0n }: FormFigures["cases"]) =>
  completed + terminated + reduced;

function eligibleOf(half: FormFigures["cases"]): bigint {
  const { inProgress = 0n, postponedByAgreement = 0n, suspendedEligible = 0n, otherEligible = 0n } = half;
  return doneOf(half) + inProgress + postponedByAgreement + suspendedEligible + otherEligible;
}

/** The years of a group of units, added up here and not by the product. */
function summed(members: readonly Unit[], measure: "cases" | "money"): Peer["years"] {
  const codes = new Set(members.map(({ code }) => code));
  return years.map((year) => ({
    year,
    months: Array.from({ length: 12 }, (_, month): Ratio => {
      const forms = history.filter((one) => one.year === year && codes.has(one.agency));
      const halves = forms.flatMap(({ months }) => months[month]?.[measure] ?? []);
      return {
        numerator: halves.reduce((sum, form) => sum + doneOf(form), 0n),
        denominator: halves.reduce((sum, form) => sum + eligibleOf(form), 0n),
      };
    }),
  }));
}

test.each(["cases", "money"] as const)(
  "the forecast of a province in %s is that of its added-up units",
  async (measure) => {
    const membersOf = (province: string) => everybody.filter((unit) => unit.province === province);
    const peers = here.map((agency) => ({ agency, years: summed(membersOf(agency), measure) }));
    const [agency = ""] = here;
    const ownHistory = peers.find((peer) => peer.agency === agency)?.years ?? [];
    const current = ownHistory.find(({ year }) => year === 2022)?.months ?? [];
    const target = measure === "cases" ? ({ comparison: "above", basisPoints: 8150n } as const) : null;
    const expected = forecast({ measure, ...half, current, ownHistory, peers, target });
    const found = await getForecast(await readerAt("LEADER", agency), { agency, ...half });
    expect(expected.kind).toBe("forecast");
    expect(found.measures[measure].outlook).toMatchObject({ kind: expected.kind });
    const [mine, theirs] = [found.measures[measure].outlook, expected];
    if (mine.kind === "refusal" || theirs.kind === "refusal") throw new Error("refused");
    expect(mine.point).toBeCloseTo(theirs.point, 6);
    expect(mine.interval.low).toBeCloseTo(theirs.interval.low, 6);
    expect(mine.basis).toEqual(theirs.basis);
    expect(mine.calibration).toEqual(theirs.calibration);
    expect(mine.probability === null).toBe(measure === "money");
  },
);

test("the nation is forecast from its own years, and marked illustrative", async () => {
  const { measures, illustrative, node } = await getForecast(await readerAt("LEADER", "tc"), {
    agency: "tc",
    ...half,
  });
  expect(measures.cases.outlook).toMatchObject({ method: "own-profile", basis: { ownYears: 4, peers: 0 } });
  expect(illustrative).toBe(true);
  expect(node.coverage.reported).toBe(units.length - 1);
});

test("of a province that has not wholly reported, those who have are compared with their own years", async () => {
  const known = everybody.filter(({ province, code }) => province === "cuc-hung-yen" && code !== silent);
  const [own] = [summed(known, "cases")];
  const { measures } = await getForecast(await readerAt("LEADER", "cuc-hung-yen"), {
    agency: "cuc-hung-yen",
    ...half,
  });
  const now = own.find(({ year }) => year === 2022)?.months[5];
  expect(measures.cases.now.ratio).toEqual(now);
  expect(measures.cases.outlook).toMatchObject({ method: "peer-profiles", basis: { ownYears: 4 } });
});

test("every agency under another is forecast at its own level; who has not reported is refused with the reason", async () => {
  const found = await listForecasts(await readerAt("LEADER", "cuc-hung-yen"), {
    agency: "cuc-hung-yen",
    ...half,
  });
  expect(found).toHaveLength(11);
  const refused = found.filter(({ measures }) => measures.cases.outlook.kind === "refusal");
  expect(refused.map(({ node }) => node.agency)).toEqual([silent]);
  const peersOf = (own: boolean) =>
    found.flatMap(({ node, measures }) =>
      node.own === own && measures.cases.outlook.kind === "forecast"
        ? measures.cases.outlook.basis.peers
        : [],
    );
  expect(peersOf(true)).toEqual([here.length]);
  expect(new Set(peersOf(false))).toEqual(new Set([units.length - here.length]));
});

test("a month that is over is no forecast, and too few earlier years are refused with the reason", async () => {
  const leader = await readerAt("LEADER", "cc-325");
  const over = await getForecast(leader, { agency: "cc-325", year: 2021, month: 12 });
  expect(over.measures.cases.outlook).toMatchObject({ method: "final", calibration: null });
  const early = await getForecast(leader, { agency: "cc-325", year: 2019, month: 6 });
  expect(early.measures.cases.outlook).toMatchObject({ kind: "refusal", reason: "too-few-peers" });
  const nation = await getForecast(await readerAt("LEADER", "tc"), { agency: "tc", year: 2020, month: 6 });
  expect(nation.measures.money.outlook).toMatchObject({ reason: "too-few-own-years" });
});

test("who may not read an agency is refused as if it were not there, and so is one that is not", async () => {
  const stranger = await readerAt("LEADER", "cc-325");
  for (const agency of ["cc-326", "cuc-hung-yen", "cc-khong-co"]) {
    const asked = [getForecast(stranger, { agency, ...half }), listForecasts(stranger, { agency, ...half })];
    for (const answer of asked) await expect(answer).rejects.toThrow(Failure);
  }
});

test("a new target changes the answer at once", async () => {
  const leader = await readerAt("LEADER", "cc-325");
  const ask = async () => (await getForecast(leader, { agency: "cc-325", ...half })).measures.cases.outlook;
  const before = await ask();
  expect(await ask()).toBe(before);
  const line = { indicator: "R_C", comparison: "above", basisPoints: 9990 } as const;
  await loadTargets(db.owner, [{ agency: "cc-325", year: 2022, ...line }]);
  const after = await ask();
  if (before.kind === "refusal" || after.kind === "refusal") throw new Error("refused");
  expect(after.point).toBe(before.point);
  expect(after.probability).toBeLessThan(before.probability ?? 0);
});

test("GET /api/v1/forecast answers per cent as text, refusals in the caller's language, and nothing unknown", async () => {
  const { userId } = await createUser(db, { role: "LEADER", agency: "cuc-hung-yen" });
  const headers = { authorization: `Bearer ${await tokenFor(db, userId)}`, "accept-language": "en" };
  const ask = (search: string) =>
    GET(new Request(`http://localhost/api/v1/forecast?${search}`, { headers }), {
      params: Promise.resolve({}),
    });
  const body = await (await ask("agency=cuc-hung-yen&year=2022&month=6&children=true")).json();
  expect(body).toMatchObject({ agency: "cuc-hung-yen", year: 2022, month: 6, illustrative: true });
  const rate = expect.stringMatching(/^\d{1,2}\.\d\d$/);
  expect(body.cases).toMatchObject({
    point: rate,
    interval: { level: "80", low: rate, high: rate },
    probability: expect.stringMatching(/^\d{1,3}\.\d$/),
    method: "peer-profiles",
    calibration: { years: 3, coveredPct: expect.stringMatching(/^\d{1,3}\.\d$/) },
  });
  const missing = body.children.find(({ agency }: { agency: string }) => agency === silent);
  expect(missing.cases.refusal).toEqual({
    code: "no-current-figures",
    message: "There is no eligible docket in this period to forecast from.",
  });
  expect((await ask("agency=cc-001&year=2022&month=6")).status).toBe(404);
  expect((await ask("agency=cc-325&year=2022&month=13")).status).toBe(422);
  expect((await ask("agency=cc-325&year=2022&month=6&base=today")).status).toBe(422);
});

test("from what was known by now the forecasts are today's, and from before anything was known there are none", async () => {
  const reader = await readerAt("LEADER", "tc");
  const said = async (at?: Date) => {
    const below = await listForecasts(reader, { agency: "tc", ...half, at });
    const own = await getForecast(reader, { agency: "tc", ...half, at });
    // The order in which the database adds up may show in the last bits of a floating number.
    return JSON.stringify([own, ...below], (_key, value) => {
      if (typeof value === "bigint") return value.toString();
      return typeof value === "number" ? Number(value.toPrecision(12)) : value;
    });
  };
  const now = await said();
  expect(now).toContain('"probability"');
  expect(await said(new Date("2099-01-01T00:00:00Z"))).toBe(now);
  const none = await getForecast(reader, {
    agency: here[0] ?? "",
    ...half,
    at: new Date("2000-01-01T00:00:00Z"),
  });
  expect(none.measures.cases).toMatchObject({ now: { ratio: null }, outlook: { kind: "refusal" } });
});
