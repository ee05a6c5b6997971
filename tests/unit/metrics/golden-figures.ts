/**
 * Figures printed in the press articles of the seeds, copied from the client's seed_figures.csv. `source` is article
 * file and line; `printed` the rate in the article, else the rate computed in the file; `implied` every integer
 * denominator that rounds half up to the printed rate.
 */
export type GoldenFigure = {
  id: string;
  source: string;
  numerator: bigint;
  stated?: bigint;
  rate: string;
  implied?: readonly [bigint, bigint];
  flag?: "misprint" | "proposed correction, not printed";
};

const hungYen = "004_2d5c77951c7eebdc";
const dongThap = "002_764176c423608c88";
const effects = "003_4a97b6717ec03a03";

/** Rows with a stated denominator: the rate is computed (four decimals in the file). */
export const statedFigures: readonly (GoldenFigure & { stated: bigint })[] = [
  { id: "VL-2021-CC", source: `${hungYen}:13`, numerator: 24n, stated: 572n, rate: "4.1958" },
  { id: "VL-2021-TN", source: `${hungYen}:13`, numerator: 10n, stated: 24n, rate: "41.6667" },
  { id: "BD-BC", source: `${effects}:13`, numerator: 148n, stated: 158n, rate: "93.6709" },
  {
    id: "VN-1520-C",
    source: `${effects}:31`,
    numerator: 3_343_006n,
    stated: 34_127_596n,
    rate: "9.7956",
    flag: "misprint",
  },
  {
    id: "VN-1520-C-FIX",
    source: `${effects}:31`,
    numerator: 3_343_006n,
    stated: 4_127_596n,
    rate: "80.9916",
    flag: "proposed correction, not printed",
  },
  {
    id: "VN-1520-M",
    source: `${effects}:31`,
    numerator: 247_868_660_767_000n,
    stated: 606_465_780_589_000n,
    rate: "40.8710",
  },
];

/** Rows with a printed rate only: the denominator lies in an interval. */
export const impliedFigures: readonly (GoldenFigure & { implied: readonly [bigint, bigint] })[] = [
  { id: "HY-2021-C", source: `${hungYen}:12`, numerator: 4_316n, rate: "84.1", implied: [5_129n, 5_135n] },
  {
    id: "HY-2021-M",
    source: `${hungYen}:12`,
    numerator: 400_582_000_000n,
    rate: "42.1",
    implied: [950_372_479_241n, 952_632_580_261n],
  },
  {
    id: "DT-2017-C",
    source: `${dongThap}:10`,
    numerator: 16_302n,
    rate: "86.9",
    implied: [18_749n, 18_770n],
  },
  {
    id: "DT-2018-C",
    source: `${dongThap}:10`,
    numerator: 17_704n,
    rate: "88.3",
    implied: [20_039n, 20_061n],
  },
  {
    id: "DT-2019-C",
    source: `${dongThap}:10`,
    numerator: 19_119n,
    rate: "82.7",
    implied: [23_105n, 23_132n],
  },
  {
    id: "BD-1519-C",
    source: `${effects}:13`,
    numerator: 94_819n,
    rate: "94.44",
    implied: [100_396n, 100_406n],
  },
  {
    id: "BD-1519-M",
    source: `${effects}:13`,
    numerator: 7_301_304_089_000n,
    rate: "68.80",
    implied: [10_611_589_403_387n, 10_613_131_897_666n],
  },
  {
    id: "TC-1519-M",
    source: `${effects}:23`,
    numerator: 17_860_631_000n,
    rate: "73.7",
    implied: [24_217_804_746n, 24_250_687_033n],
  },
];

/** TC-1519-C, 003:23 "2.122 việc … bình quân 96,33%": a mean of yearly rates, so no integer denominator gives it. */
export const meanOfRates: GoldenFigure = {
  id: "TC-1519-C",
  source: `${effects}:23`,
  numerator: 2_122n,
  rate: "96.33",
};

/** Amounts as the articles write them, and the đồng in seed_figures.csv. */
export const writtenAmounts: readonly { id: string; written: string; dong: bigint }[] = [
  { id: "HY-2021-M", written: "400 tỷ 582 triệu đồng", dong: 400_582_000_000n },
  { id: "BD-1519-M", written: "7.301 tỷ 304 triệu 089 ngàn đồng", dong: 7_301_304_089_000n },
  { id: "TC-1519-M", written: "17 tỷ 860 triệu 631 nghìn đồng", dong: 17_860_631_000n },
  { id: "VN-1520-M (numerator)", written: "247.868 tỷ 660 triệu 767 nghìn đồng", dong: 247_868_660_767_000n },
  {
    id: "VN-1520-M (denominator)",
    written: "606.465 tỷ 780 triệu 589 nghìn đồng",
    dong: 606_465_780_589_000n,
  },
  { id: "BD-CHV-M", written: "116 tỷ đồng", dong: 116_000_000_000n },
];
