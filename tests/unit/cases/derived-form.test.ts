import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type DerivedForm, formOf, slicesOf } from "@/lib/cases/derived/rules";
import { stepsOf } from "@/lib/cases/events/rules";
import { lastDay, periodContaining } from "@/lib/core/period";
import { INPUT_COLUMNS, MEASURES, type Measure } from "@/lib/form/columns";
import { derive } from "@/lib/form/derive";
import { validate } from "@/lib/form/rules";
import { formVersionFor } from "@/lib/form/version";
import { type History, historyOf } from "@/tests/factories/case-histories";

const AGENCY = "cc-325";
const years = [2020, 2021, 2022];
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const registers = fc.array(historyOf(AGENCY), { minLength: 1, maxLength: 12 });
const runs = { numRuns: 40 };
// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

const half = (form: DerivedForm, measure: Measure, year: number) =>
  derive(form[measure], formVersionFor({ year, month: 12 }), measure);

test("V02 to V06 hold in every derived form of any history, in the whole and in every part of the docket", () => {
  fc.assert(
    fc.property(registers, (cases) => {
      for (const year of years) {
        for (const month of [1, 5, 9, 12]) {
          const period = { year, month };
          const total = formOf(cases, AGENCY, period);
          const [exOfficio, onRequest] = [
            formOf(cases, AGENCY, period, "exOfficio"),
            formOf(cases, AGENCY, period, "onRequest"),
          ];
          const broken = validate({
            ...{ version: formVersionFor(period), period, agencyKind: "DISTRICT", today: null },
            figures: { total, exOfficio, onRequest, credit: formOf(cases, AGENCY, period, "credit") },
            ...{ previous: null, previousYearEnd: null, history: [], previousAccepted: null },
          }).filter(({ rule, severity }) => severity === "error" && /^V0[1-8]$/.test(rule));
          expect(broken).toEqual([]);
        }
      }
    }),
    runs,
  );
});

/** The flows of one half that are lower in the second form than in the first. */
function fallen(before: DerivedForm, after: DerivedForm): string[] {
  const flows = INPUT_COLUMNS.filter((name) =>
    formVersionFor({ year: 2021, month: 1 }).columns.some(({ column, flow }) => flow && column === name),
  );
  return MEASURES.flatMap((measure) =>
    flows.filter((column) => after[measure][column] < before[measure][column]),
  );
}

test("cumulative flows never fall within a year, whatever happens to the cases", () => {
  fc.assert(
    fc.property(registers, fc.constantFrom(...years), (cases, year) => {
      const forms = months.map((month) => formOf(cases, AGENCY, { year, month }));
      const falls = forms.flatMap((form, at) => fallen(forms[at - 1] ?? form, form));
      expect(falls).toEqual([]);
    }),
    runs,
  );
});

/** What went to the separate register in the months of a year so far, less what came back. */
function movedAside(cases: readonly History[], year: number, month: number) {
  const moved = { cases: 0n, money: 0n };
  for (const { facts, events } of cases) {
    for (const { event, after } of stepsOf(facts.amount, events)) {
      const sign = { MOVED_TO_REGISTER: 1n, RETURNED_FROM_REGISTER: -1n }[event.kind as string];
      const isInTime = periodContaining(event.day).year === year && event.day <= lastDay({ year, month });
      if (sign === undefined || !isInTime) continue;
      moved.cases += sign;
      moved.money += sign * after.outstanding;
    }
  }
  return moved;
}

test("next year's carried-over is this year's carried-forward minus what went to the separate register", () => {
  fc.assert(
    fc.property(registers, (cases) => {
      for (const year of [2020, 2021]) {
        const end = formOf(cases, AGENCY, { year, month: 12 });
        for (const month of months) {
          const next = formOf(cases, AGENCY, { year: year + 1, month });
          const moved = movedAside(cases, year + 1, month);
          for (const measure of MEASURES) {
            const forward = half(end, measure, year).carriedForward ?? -1n;
            expect(next[measure].carriedOver).toBe(forward - moved[measure]);
          }
        }
      }
    }),
    runs,
  );
});

test("only a counter-event lets a flow be lower than it was known before", () => {
  fc.assert(
    fc.property(historyOf(AGENCY), ({ facts, events }) => {
      const period = { year: 2022, month: 12 };
      const known = events.map((_, at) =>
        formOf([{ facts, events: events.slice(0, at + 1) }], AGENCY, period),
      );
      const falls = known.flatMap((form, at) =>
        events[at]?.kind === "COUNTERED" ? [] : fallen(known[at - 1] ?? form, form),
      );
      expect(falls).toEqual([]);
    }),
    runs,
  );
});

test("a case belongs to the whole, to one of the two halves, and to its group", () => {
  expect(slicesOf({ initiative: "EX_OFFICIO", category: "CREDIT" })).toEqual([
    "total",
    "exOfficio",
    "credit",
  ]);
  expect(slicesOf({ initiative: "ON_REQUEST", category: "OTHER" })).toEqual(["total", "onRequest"]);
});
