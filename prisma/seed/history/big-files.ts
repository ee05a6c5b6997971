import { scale } from "../demo/allocate";
import { between, type Random } from "../demo/prng";
import type { HistoryAgency } from "./agencies";
import { count, heavyTail } from "./draws";

/** One file large enough to move its agency's money rate by itself; what is still owed, in đồng. */
export type BigFile = { owed: bigint; isEligible: boolean };

/** What big files added in one month, in đồng. */
export type BigMonth = {
  files: BigFile[];
  newly: bigint;
  newlyEligible: bigint;
  lapsed: bigint;
  revived: bigint;
  done: bigint;
};

/** Against an ordinary case of the agency: from 25 times its value, a few of them above a thousand times. */
const BIG = { from: 25, most: 60, casesPerFile: 420, eligible: 0.55 } as const;

/** Old files weigh more than new ones: an ordinary new file is worth about a fifth of the docket's mean. */
export function newFileValue({ caseValue }: HistoryAgency): bigint {
  return BigInt(caseValue) / 5n;
}

/** Arrivals are rare and heavy tailed; a big file is collected in one or a few lumps, mostly in a push. */
export function bigMonth(
  agency: HistoryAgency,
  files: readonly BigFile[],
  rates: { intake: number; lapse: number; revival: number; hazard: number; mayCollect: boolean },
  random: Random,
): BigMonth {
  const arrived = arrivals(agency, rates.intake, random);
  const month = { newly: 0n, newlyEligible: 0n, lapsed: 0n, revived: 0n, done: 0n };
  for (const { owed, isEligible } of arrived) {
    month.newly += owed;
    if (isEligible) month.newlyEligible += owed;
  }
  const kept = [...files, ...arrived].flatMap((file): BigFile[] => {
    const chance = random();
    if (!file.isEligible) {
      if (chance >= rates.revival) return [file];
      month.revived += file.owed;
      return [{ owed: file.owed, isEligible: true }];
    }
    if (chance < rates.lapse) {
      month.lapsed += file.owed;
      return [{ owed: file.owed, isEligible: false }];
    }
    if (!rates.mayCollect || chance >= rates.lapse + rates.hazard) return [file];
    const lump = scale(file.owed, between(random, 0.35, 1.3));
    if (lump >= file.owed) {
      month.done += file.owed;
      return [];
    }
    month.done += lump;
    return [{ owed: file.owed - lump, isEligible: true }];
  });
  return { files: kept, ...month };
}

function arrivals(agency: HistoryAgency, intake: number, random: Random): BigFile[] {
  const { size, isProvince } = agency;
  const expected = (size / BIG.casesPerFile) * intake * (isProvince ? 2 : 1);
  const value = newFileValue(agency);
  return Array.from({ length: count(random, expected, 20) }, () => ({
    owed: scale(value, BIG.from * heavyTail(random, BIG.most)),
    isEligible: random() < BIG.eligible,
  }));
}
