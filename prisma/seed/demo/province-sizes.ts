/**
 * Rough caseload of each province in thousands of cases a year, only to make the generated year look plausible: the
 * south and the two largest cities carry most. Illustrative, not published. The sum need not match anything.
 */
const SIZES: Readonly<Record<string, number>> = {
  "cuc-ha-noi": 58,
  "cuc-ha-giang": 3.4,
  "cuc-cao-bang": 3.6,
  "cuc-bac-kan": 2.9,
  "cuc-tuyen-quang": 5.1,
  "cuc-lao-cai": 5.2,
  "cuc-dien-bien": 5.4,
  "cuc-lai-chau": 3.1,
  "cuc-son-la": 9.2,
  "cuc-yen-bai": 6.3,
  "cuc-hoa-binh": 5.6,
  "cuc-thai-nguyen": 10.8,
  "cuc-lang-son": 6.6,
  "cuc-quang-ninh": 13.5,
  "cuc-bac-giang": 13.2,
  "cuc-phu-tho": 10.1,
  "cuc-vinh-phuc": 7.6,
  "cuc-bac-ninh": 9.4,
  "cuc-hai-duong": 9.9,
  "cuc-hai-phong": 14.3,
  "cuc-hung-yen": 5.1,
  "cuc-thai-binh": 6.8,
  "cuc-ha-nam": 4.2,
  "cuc-nam-dinh": 8.1,
  "cuc-ninh-binh": 5.7,
  "cuc-thanh-hoa": 17.5,
  "cuc-nghe-an": 20.6,
  "cuc-ha-tinh": 5.9,
  "cuc-quang-binh": 5.3,
  "cuc-quang-tri": 4.4,
  "cuc-thua-thien-hue": 8.2,
  "cuc-da-nang": 14.1,
  "cuc-quang-nam": 9.3,
  "cuc-quang-ngai": 7.7,
  "cuc-binh-dinh": 12.2,
  "cuc-phu-yen": 7.4,
  "cuc-khanh-hoa": 12.9,
  "cuc-ninh-thuan": 5.8,
  "cuc-binh-thuan": 15.6,
  "cuc-kon-tum": 5.5,
  "cuc-gia-lai": 16.4,
  "cuc-dak-lak": 24.3,
  "cuc-dak-nong": 8.6,
  "cuc-lam-dong": 17.9,
  "cuc-binh-phuoc": 18.7,
  "cuc-tay-ninh": 27.6,
  "cuc-binh-duong": 40.2,
  "cuc-dong-nai": 38.5,
  "cuc-ba-ria-vung-tau": 16.1,
  "cuc-ho-chi-minh": 118,
  "cuc-long-an": 31.4,
  "cuc-tien-giang": 26.2,
  "cuc-ben-tre": 15.9,
  "cuc-tra-vinh": 14.8,
  "cuc-vinh-long": 16.7,
  "cuc-dong-thap": 26.9,
  "cuc-an-giang": 22.8,
  "cuc-kien-giang": 25.1,
  "cuc-can-tho": 19.4,
  "cuc-hau-giang": 11.3,
  "cuc-soc-trang": 16.2,
  "cuc-bac-lieu": 12.4,
  "cuc-ca-mau": 21.6,
};

/** Money per case compared with an ordinary province. */
const MONEY_FACTORS: Readonly<Record<string, number>> = {
  "cuc-ho-chi-minh": 3.1,
  "cuc-ha-noi": 2.6,
  "cuc-da-nang": 1.9,
  "cuc-hai-phong": 1.7,
  "cuc-quang-ninh": 1.5,
  "cuc-binh-duong": 1.5,
  "cuc-dong-nai": 1.3,
  "cuc-long-an": 1.4,
  "cuc-ba-ria-vung-tau": 1.4,
  "cuc-can-tho": 1.5,
  "cuc-khanh-hoa": 1.6,
  "cuc-bac-ninh": 1.5,
};

/** Island districts: very few cases. */
const ISLANDS: Readonly<Record<string, number>> = {
  "cc-207": 0.15,
  "cc-317": 0.4,
  "cc-318": 0.05,
  "cc-471": 0.05,
  "cc-498": 0.05,
  "cc-536": 0.3,
  "cc-576": 0.05,
  "cc-755": 0.2,
  "cc-912": 0.25,
};

export function provinceSize(code: string): number {
  const size = SIZES[code];
  if (size === undefined) throw new RangeError(`No size for ${code}`);
  return size * 1000;
}

export function moneyFactor(code: string): number {
  return MONEY_FACTORS[code] ?? 1;
}

export function islandFactor(code: string): number {
  return ISLANDS[code] ?? 1;
}
