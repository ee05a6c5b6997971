import { readAgencies } from "../reference";
import type { AgencySeed } from "../types";
import { bell, between, clamp, type Random, streamFor } from "./prng";
import { islandFactor, moneyFactor, provinceSize } from "./province-sizes";

/** What one measure of a unit tends to; the exact figures come from the allocation. */
export type Tendency = { carried: number; eligible: number; rate: number };

/** One reporting unit of 2022 with its character. */
export type Unit = {
  code: string;
  province: string;
  isProvince: boolean;
  /** Cases to enforce in the year, before scaling to the published totals. */
  size: number;
  /** Đồng per case. */
  caseValue: number;
  cases: Tendency;
  money: Tendency;
};

type Character = { cases: Tendency; money: Tendency };

/** Provinces whose published figures fix how they tend; see published-2022.csv. */
const KNOWN: Readonly<Record<string, Partial<Record<"cases" | "money", Partial<Tendency>>>>> = {
  "cuc-nghe-an": { cases: { eligible: 0.8585, rate: 0.853 }, money: { eligible: 0.56, rate: 0.485 } },
  "cuc-tuyen-quang": { cases: { eligible: 0.788, rate: 0.879 }, money: { eligible: 0.573, rate: 0.6237 } },
  "cuc-vinh-phuc": { cases: { rate: 0.842 }, money: { rate: 0.41 } },
  "cuc-hung-yen": { cases: { rate: 0.846 }, money: { rate: 0.425 } },
  "cuc-ho-chi-minh": { cases: { eligible: 0.735, rate: 0.792 }, money: { rate: 0.39 } },
  "cuc-ha-noi": { cases: { eligible: 0.74, rate: 0.818 } },
};

/** The 63 Cục and 705 Chi cục that reported in statistical year 2022, in the order of agencies.csv. */
export function units2022(seed: number): Unit[] {
  const valid = readAgencies().filter(reportsIn2022);
  return [...groupByProvince(valid)].flatMap(([province, members]) => unitsOf(province, members, seed));
}

function reportsIn2022(agency: AgencySeed): boolean {
  const alive =
    agency.validFrom <= "2021-10-01" && (agency.validTo === null || agency.validTo >= "2022-09-30");
  return alive && agency.kind !== "GENERAL_DEPARTMENT";
}

function groupByProvince(agencies: readonly AgencySeed[]): Map<string, AgencySeed[]> {
  const groups = new Map<string, AgencySeed[]>();
  for (const agency of agencies) {
    const province = agency.kind === "PROVINCE" ? agency.code : (agency.parent ?? agency.code);
    groups.set(province, [...(groups.get(province) ?? []), agency]);
  }
  return groups;
}

function unitsOf(province: string, members: readonly AgencySeed[], seed: number): Unit[] {
  const character = provinceCharacter(province, streamFor(seed, province));
  const weights = members.map((member) => relativeSize(member, streamFor(seed, `size ${member.code}`)));
  const all = weights.reduce((total, weight) => total + weight, 0);
  return members.map((member, index) => {
    const random = streamFor(seed, `unit ${member.code}`);
    const isProvince = member.kind === "PROVINCE";
    return {
      code: member.code,
      province,
      isProvince,
      size: Math.max(110, ((weights[index] ?? 0) / all) * provinceSize(province)),
      caseValue: 380e6 * moneyFactor(province) * (isProvince ? 5 : 1) * Math.exp(0.45 * bell(random)),
      cases: vary(character.cases, random, { eligible: 0.03, rate: 0.022, lowest: 0.66, highest: 0.945 }),
      money: vary(character.money, random, { eligible: 0.06, rate: 0.06, lowest: 0.2, highest: 0.8 }),
    };
  });
}

/** How busy a unit is inside its province: the Cục has few but large cases, towns have more than rural districts. */
function relativeSize(agency: AgencySeed, random: Random): number {
  if (agency.kind === "PROVINCE") return between(random, 0.6, 1.1);
  const urban = / (thành phố|quận|thị xã) /.test(agency.name);
  return (urban ? 1.6 : 1) * Math.exp(0.32 * bell(random)) * islandFactor(agency.code);
}

function provinceCharacter(province: string, random: Random): Character {
  const known = KNOWN[province];
  const cases = {
    carried: clamp(0.395 + 0.02 * bell(random), 0.34, 0.45),
    eligible: clamp(0.765 + 0.035 * bell(random), 0.67, 0.85),
    rate: clamp(0.836 + 0.034 * bell(random), 0.758, 0.922),
  };
  const money = {
    carried: clamp(0.676 + 0.025 * bell(random), 0.61, 0.74),
    eligible: clamp(0.53 + 0.07 * bell(random), 0.34, 0.7),
    rate: clamp(0.45 + 0.075 * bell(random), 0.29, 0.66),
  };
  return { cases: { ...cases, ...known?.cases }, money: { ...money, ...known?.money } };
}

type Spread = { eligible: number; rate: number; lowest: number; highest: number };

function vary(base: Tendency, random: Random, spread: Spread): Tendency {
  return {
    carried: base.carried * between(random, 0.97, 1.03),
    eligible: clamp(base.eligible + spread.eligible * bell(random), 0.3, 0.9),
    rate: clamp(base.rate + spread.rate * bell(random), spread.lowest, spread.highest),
  };
}
