import type { MeasureKey } from "../types";
import type { Pin } from "./allocate";

/** National totals of one measure and the totals of groups of units that are prescribed. */
export type Frame = {
  carried: bigint;
  total12: bigint;
  eligible12: bigint;
  done12: bigint;
  total6: bigint;
  eligible6: bigint;
  done6: bigint;
  pins: Record<"carried" | "total12" | "eligible12" | "done12" | "newly3" | "newly6", Pin[]>;
};

/** The year-end totals of one measure. */
export type NationalYear = Pick<Frame, "carried" | "total12" | "eligible12" | "done12">;

/** National month-12 money of 2022 was not in the excerpts: illustrative, a little above the 40,10 % target. */
export const MONEY_YEAR: NationalYear = {
  carried: 232_418_537_206_000n,
  total12: 343_905_218_774_000n,
  eligible12: 179_212_640_381_000n,
  done12: 77_168_905_447_000n,
};

/** Chosen so that three provinces meet what they published; illustrative themselves. */
export const CHOSEN: readonly {
  measure: MeasureKey;
  province: string;
  figure: keyof Frame["pins"];
  total: bigint;
}[] = [
  { measure: "cases", province: "cuc-tuyen-quang", figure: "total12", total: 5_152n },
  { measure: "cases", province: "cuc-tuyen-quang", figure: "eligible12", total: 4_060n },
  { measure: "cases", province: "cuc-tuyen-quang", figure: "done12", total: 3_569n },
  { measure: "cases", province: "cuc-vinh-phuc", figure: "total12", total: 7_604n },
  { measure: "cases", province: "cuc-vinh-phuc", figure: "newly6", total: 3_058n },
  { measure: "cases", province: "cuc-hung-yen", figure: "total12", total: 5_103n },
  { measure: "money", province: "cuc-tuyen-quang", figure: "total12", total: 412_637_125_000n },
  { measure: "money", province: "cuc-tuyen-quang", figure: "eligible12", total: 236_480_000_000n },
  { measure: "money", province: "cuc-tuyen-quang", figure: "done12", total: 147_492_576_000n },
  { measure: "money", province: "cuc-vinh-phuc", figure: "total12", total: 1_418_260_540_000n },
  { measure: "money", province: "cuc-vinh-phuc", figure: "newly6", total: 541_312_780_000n },
  { measure: "money", province: "cuc-hung-yen", figure: "total12", total: 1_186_421_305_000n },
];
