import { readHungYen2021, readPublished2022 } from "../reference";
import type { Figures, MeasureKey, PublishedSeed } from "../types";
import { at, type Pin, sum } from "./allocate";
import { CHOSEN, type Frame, MONEY_YEAR, type NationalYear } from "./chosen";
import type { Unit } from "./units";

/** Everything the generated year must meet in one measure. */
export function frameOf(measure: MeasureKey, units: readonly Unit[]): Frame {
  const published = readPublished2022().filter((row) => row.measure === measure);
  const half = row(published, "tc", 6);
  const year = measure === "money" ? MONEY_YEAR : nationalYear(row(published, "tc", 12));
  return {
    ...year,
    total6: known(half.total),
    eligible6: known(half.eligible),
    done6: known(half.done),
    pins: pinsOf(measure, units, published),
  };
}

function nationalYear(year: PublishedSeed): NationalYear {
  const { carriedOver, total, eligible, done } = year;
  return {
    carried: known(carriedOver),
    total12: known(total),
    eligible12: known(eligible),
    done12: known(done),
  };
}

function pinsOf(
  measure: MeasureKey,
  units: readonly Unit[],
  published: readonly PublishedSeed[],
): Frame["pins"] {
  const group = (province: string, total: bigint | null): Pin[] =>
    total === null ? [] : [{ units: indexesOf(units, (unit) => unit.province === province), total }];
  const chosen = (figure: keyof Frame["pins"]): Pin[] =>
    CHOSEN.filter((choice) => choice.measure === measure && choice.figure === figure).flatMap((choice) =>
      group(choice.province, choice.total),
    );
  const ngheAn = row(published, "cuc-nghe-an", 12);
  const vinhPhuc = row(published, "cuc-vinh-phuc", 3);
  const opening = known(vinhPhuc.acceptedTotal) - known(vinhPhuc.newlyAccepted);
  return {
    carried: [...group("cuc-vinh-phuc", opening), ...openingsOfHungYen(measure, units)],
    total12: [...chosen("total12"), ...group("cuc-nghe-an", ngheAn.total)],
    eligible12: [...chosen("eligible12"), ...group("cuc-nghe-an", ngheAn.eligible)],
    done12: [...chosen("done12"), ...group("cuc-nghe-an", ngheAn.done)],
    newly3: group("cuc-vinh-phuc", vinhPhuc.newlyAccepted),
    newly6: chosen("newly6"),
  };
}

/** 02 of 2022 is 18 minus 19 of month 12 of 2021, unit by unit. */
function openingsOfHungYen(measure: MeasureKey, units: readonly Unit[]): Pin[] {
  const reports = readHungYen2021().filter((report) => report.month === 12);
  return reports.map((report) => ({
    units: indexesOf(units, (unit) => unit.code === report.agency),
    total: openingAfter(report.figures[measure]),
  }));
}

/** What a year hands to the next: carried forward (18) minus the separate register (19). */
export function openingAfter(year: Figures): bigint {
  const left = [year.entrustedOut, year.withdrawnOrCancelled, year.pulledUpByProvince];
  const done = [year.completed, year.terminated, year.reduced];
  return year.carriedOver + year.newlyAccepted - sum([...left, ...done, year.separateRegister]);
}

function indexesOf(units: readonly Unit[], wanted: (unit: Unit) => boolean): number[] {
  return units.flatMap((unit, index) => (wanted(unit) ? [index] : []));
}

function row(rows: readonly PublishedSeed[], scope: string, month: number): PublishedSeed {
  return at(
    rows.filter((candidate) => candidate.scope === scope && candidate.month === month),
    0,
  );
}

function known(value: bigint | null): bigint {
  if (value === null) throw new RangeError("published-2022.csv: a figure is missing");
  return value;
}
