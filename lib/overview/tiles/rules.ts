import { type Day, day } from "@/lib/core/day";

/** The place of a province in a grid that resembles the country: one tile each, no borders, no scale. */
export type Tile = { agency: string; abbreviation: string; column: number; row: number };

const merger = day("2025-07-01");

/** The tiles of the provinces that stood on a day: 63 until 30/6/2025, 34 from 1/7/2025. */
export function tilesOn(date: Day): readonly Tile[] {
  return date < merger ? TILES_63 : TILES_34;
}

// Each text is one row of the grid: place, abbreviation, column, row.
/** The grid of the 63 provinces. */
const TILES_63: readonly Tile[] = [
  "lai-chau LCH 0 0, lao-cai LCA 1 0, ha-giang HAG 2 0, cao-bang CBA 3 0",
  "dien-bien DBI 0 1, yen-bai YBA 1 1, tuyen-quang TQU 2 1, bac-kan BKA 3 1, lang-son LSO 4 1",
  "son-la SLA 0 2, phu-tho PTH 1 2, vinh-phuc VPH 2 2, thai-nguyen TNG 3 2, bac-giang BGI 4 2, quang-ninh QNI 5 2",
  "hoa-binh HBI 1 3, ha-noi HNO 2 3, bac-ninh BNI 3 3, hai-duong HDU 4 3, hai-phong HPH 5 3",
  "ha-nam HNA 2 4, hung-yen HYE 3 4, thai-binh TBI 4 4",
  "thanh-hoa THO 1 5, ninh-binh NBI 2 5, nam-dinh NDI 3 5",
  "nghe-an NAN 1 6, ha-tinh HTI 2 6",
  "quang-binh QBI 2 7",
  "quang-tri QTR 2 8, thua-thien-hue TTH 3 8",
  "quang-nam QNA 3 9, da-nang DNA 4 9",
  "kon-tum KTU 3 10, quang-ngai QNG 4 10",
  "gia-lai GLA 3 11, binh-dinh BDI 4 11",
  "dak-lak DLA 3 12, phu-yen PYE 4 12",
  "dak-nong DNO 2 13, lam-dong LDO 3 13, khanh-hoa KHO 4 13",
  "tay-ninh TNI 0 14, binh-phuoc BPH 1 14, dong-nai DNI 2 14, binh-thuan BTH 3 14, ninh-thuan NTH 4 14",
  "long-an LAN 0 15, binh-duong BDU 1 15, ho-chi-minh HCM 2 15, ba-ria-vung-tau BRV 3 15",
  "an-giang AGI 0 16, dong-thap DTH 1 16, tien-giang TGI 2 16, ben-tre BTR 3 16",
  "kien-giang KGI 0 17, can-tho CTH 1 17, vinh-long VLO 2 17, tra-vinh TVI 3 17",
  "ca-mau CMA 0 18, hau-giang HAU 1 18, bac-lieu BLI 2 18, soc-trang STR 3 18",
].flatMap((row) => tilesOf("cuc", row));

/** The grid of the 34 provinces after the mergers of 2025. */
const TILES_34: readonly Tile[] = [
  "lai-chau LCH 0 0, lao-cai LCA 1 0, tuyen-quang TQU 2 0, cao-bang CBA 3 0",
  "dien-bien DBI 0 1, son-la SLA 1 1, thai-nguyen TNG 2 1, lang-son LSO 3 1",
  "phu-tho PTH 1 2, ha-noi HNO 2 2, bac-ninh BNI 3 2, quang-ninh QNI 4 2",
  "ninh-binh NBI 2 3, hung-yen HYE 3 3, hai-phong HPH 4 3",
  "thanh-hoa THO 2 4",
  "nghe-an NAN 1 5, ha-tinh HTI 2 5",
  "quang-tri QTR 2 6, hue HUE 3 6",
  "da-nang DNA 3 7",
  "quang-ngai QNG 3 8",
  "gia-lai GLA 3 9",
  "dak-lak DLA 3 10",
  "dong-nai DNI 1 11, lam-dong LDO 2 11, khanh-hoa KHO 3 11",
  "tay-ninh TNI 0 12, ho-chi-minh HCM 1 12",
  "an-giang AGI 0 13, dong-thap DTH 1 13, vinh-long VLO 2 13",
  "can-tho CTH 1 14",
  "ca-mau CMA 0 15",
].flatMap((row) => tilesOf("thads", row));

function tilesOf(level: string, row: string): Tile[] {
  return row.split(", ").map((text) => {
    const [place, abbreviation = "", column, line] = text.split(" ");
    return { agency: `${level}-${place}`, abbreviation, column: Number(column), row: Number(line) };
  });
}

/** Where the two archipelagos are named, which belong to Đà Nẵng and Khánh Hòa. */
export function seasOn(date: Day, [hoangSa, truongSa]: readonly [string, string]) {
  const row = (place: string) => tilesOn(date).find(({ agency }) => agency.endsWith(`-${place}`))?.row ?? 0;
  return [
    { name: hoangSa, column: 5, row: row("da-nang") },
    { name: truongSa, column: 5, row: row("khanh-hoa") + 1 },
  ];
}
