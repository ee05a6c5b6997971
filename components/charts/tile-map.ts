import { type Markup, markup } from "@/components/ui/markup";
import type { Tone } from "./bars";

export type MapTile = {
  href: string;
  /** Name, rate and verdict in words: what a screen reader says and a pointer shows. */
  words: string;
  abbreviation: string;
  column: number;
  row: number;
  tone: Tone;
  shape: string;
};

const tile = { width: 52, height: 31, gap: 4 };

const looks: Readonly<Record<Tone, { box: string; text: string }>> = {
  met: { box: "fill-met", text: "fill-card" },
  pace: { box: "fill-pace-soft stroke-pace", text: "fill-pace" },
  behind: { box: "fill-behind-soft stroke-behind", text: "fill-behind" },
  miss: { box: "fill-miss", text: "fill-card" },
  none: { box: "fill-none-soft stroke-line", text: "fill-none" },
};

/** A country of equal tiles, each a link; the archipelagos are named where they lie. */
export function tileMap(
  id: string,
  label: string,
  tiles: readonly MapTile[],
  seas: readonly { name: string; column: number; row: number }[],
): Markup {
  const columns = Math.max(...tiles.map(({ column }) => column), ...seas.map(({ column }) => column)) + 1;
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const [width, height] = [columns * (tile.width + tile.gap), rows * (tile.height + tile.gap)];
  return markup`<svg id="${id}" viewBox="-2 -2 ${width} ${height}" role="group" aria-label="${label}" class="mx-auto h-auto w-full max-w-96" font-size="12.5" font-weight="600">${tiles.map(drawTile)}${seas.map(drawSea)}</svg>`;
}

function drawTile({ href, words, abbreviation, column, row, tone, shape }: MapTile): Markup {
  const [x, y] = [column * (tile.width + tile.gap), row * (tile.height + tile.gap)];
  const { box, text } = looks[tone];
  return markup`<a href="${href}"><title>${words}</title><rect x="${x}" y="${y}" width="${tile.width}" height="${tile.height}" rx="6" class="${box}"/><text x="${x + tile.width / 2}" y="${y + 20}" text-anchor="middle" class="${text}"><tspan font-size="9">${shape}</tspan> ${abbreviation}</text></a>`;
}

function drawSea({ name, column, row }: { name: string; column: number; row: number }): Markup {
  const [x, y] = [column * (tile.width + tile.gap) + tile.width / 2, row * (tile.height + tile.gap) + 8];
  const dots = [
    [-9, 0],
    [-3, 4],
    [3, -2],
    [9, 3],
    [0, 9],
  ].map(([dx = 0, dy = 0]) => markup`<circle cx="${x + dx}" cy="${y + dy}" r="1.4" class="fill-ink-3"/>`);
  return markup`<g>${dots}<text x="${x}" y="${y + 22}" text-anchor="middle" font-size="10" font-weight="400" class="fill-ink-2">${name}</text></g>`;
}
