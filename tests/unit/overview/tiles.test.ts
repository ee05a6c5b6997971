import { describe, expect, test } from "vitest";
import { day } from "@/lib/core/day";
import { seasOn, tilesOn } from "@/lib/overview/tiles/rules";
import { readAgencies } from "@/prisma/seed/reference";

const provinces = (until: string | null) =>
  readAgencies()
    .filter(({ kind, validTo }) => kind === "PROVINCE" && (validTo === null) === (until === null))
    .map(({ code }) => code)
    .sort();

describe.each([
  ["the 63 provinces until 30/6/2025", day("2025-06-30"), 63, provinces("2025")],
  ["the 34 provinces from 1/7/2025", day("2025-07-01"), 34, provinces(null)],
])("the map of %s", (_, date, count, expected) => {
  const tiles = tilesOn(date);

  test("gives every province exactly one tile, and nobody else one", () => {
    expect(expected).toHaveLength(count);
    expect(tiles.map(({ agency }) => agency).sort()).toEqual(expected);
  });

  test("puts no two tiles in one place and gives each its own three letters", () => {
    expect(new Set(tiles.map(({ column, row }) => `${column} ${row}`)).size).toBe(count);
    expect(new Set(tiles.map(({ abbreviation }) => abbreviation)).size).toBe(count);
    for (const { abbreviation } of tiles) expect(abbreviation).toMatch(/^[A-Z]{3}$/);
  });

  test("keeps north above south and leaves the sea free for the archipelagos", () => {
    const rowOf = (place: string) => tiles.find(({ agency }) => agency.endsWith(`-${place}`))?.row ?? -1;
    const order = ["cao-bang", "ha-noi", "nghe-an", "da-nang", "khanh-hoa", "ca-mau"].map(rowOf);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const sea of seasOn(date, ["Hoàng Sa", "Trường Sa"])) {
      expect(tiles.some(({ column, row }) => column === sea.column && row === sea.row)).toBe(false);
    }
  });
});
