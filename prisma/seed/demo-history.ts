import { units2022 } from "./demo/units";
import { historyInto, type Opening } from "./history/chain";
import type { AgencyYear } from "./history/generate";
import type { ReportSeed } from "./types";

/** The statistical years before the published ones; Hưng Yên's 2021 is known and is not generated. */
const YEARS = [2018, 2019, 2020, 2021];
const PANDEMIC_YEAR = 2021;

/**
 * Illustrative statistical years 2018 to 2021 of the demonstration's 768 units, each ending where its first year of the
 * demonstration opens: those of Hưng Yên in what is known of 2021, all others in 2022.
 */
export function* generateDemoHistory(
  known: { year2021: readonly ReportSeed[]; year2022: readonly ReportSeed[] },
  seed: number,
): Iterable<AgencyYear> {
  const [openings2021, openings2022] = [openingsOf(known.year2021), openingsOf(known.year2022)];
  const shared = { seed, pandemicYear: PANDEMIC_YEAR };
  for (const unit of units2022(seed)) {
    const isKnown = openings2021.has(unit.code);
    const openings = isKnown ? openings2021 : openings2022;
    const years = isKnown ? YEARS.filter((year) => year < 2021) : YEARS;
    yield* historyInto({ ...shared, agencies: [unit], years, openings });
  }
}

function openingsOf(reports: readonly ReportSeed[]): Map<string, Opening> {
  const first = reports.filter(({ month }) => month === 1);
  return new Map(
    first.map(({ agency, figures: { cases, money } }) => [
      agency,
      { cases: cases.carriedOver, money: money.carriedOver },
    ]),
  );
}
