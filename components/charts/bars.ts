import { type Markup, markup } from "@/components/ui/markup";
import { linear, place } from "./scale";

/** How a mark is meant, in the colours of the verdicts. */
export type Tone = "met" | "pace" | "behind" | "miss" | "none";

const fills: Readonly<Record<Tone, string>> = {
  met: "fill-met",
  pace: "fill-pace",
  behind: "fill-behind",
  miss: "fill-miss",
  none: "fill-none",
};

const bar = "block h-3 w-full min-w-14";

/** A rate on a bar from zero with the ticks it is measured by; says nothing that the row does not say in text. */
export function bulletBar(
  { rate, due, target }: { rate: number; due: number | null; target: number | null },
  most: number,
  tone: Tone,
): Markup {
  const x = linear([0, most], [0, 200]);
  const tick = (at: number, look: string) =>
    markup`<rect x="${place(Math.min(198, x(at) - 1))}" width="2" height="14" class="${look}"/>`;
  return markup`<svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true" class="${bar}"><rect y="3" width="200" height="8" class="fill-line-2"/><rect y="3" width="${place(Math.max(2, x(rate)))}" height="8" class="${fills[tone]}"/>${due === null ? null : tick(due, "fill-ink")}${target === null ? null : tick(target, "fill-brand")}</svg>`;
}

/** A difference from zero on the scale of the largest; to both sides only where some are below zero. */
export function differenceBar(
  value: number,
  most: number,
  look: { tone: Tone; isTwoSided: boolean },
): Markup {
  const [zero, room] = look.isTwoSided ? [100, 96] : [1, 196];
  const size = Math.min(room, (Math.abs(value) / (most || 1)) * room);
  return markup`<svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true" class="${bar}"><rect x="${place(value < 0 ? zero - size : zero)}" y="2" width="${place(Math.max(size, 1))}" height="10" class="${fills[look.tone]}"/><rect x="${zero - 0.5}" width="1" height="14" class="fill-ink-3"/></svg>`;
}

export type Segment = { share: number; tone: Tone; strength: number };

/** Parts of a whole side by side; what they are is written beside. */
export function stackedBar(id: string, label: string, segments: readonly Segment[]): Markup {
  let start = 0;
  const parts = segments.map(({ share, tone, strength }) => {
    const width = share * 1000;
    const x = start;
    start += width;
    return markup`<rect x="${place(x)}" width="${place(Math.max(0, width - 2))}" height="30" class="${fills[tone]}" opacity="${strength}"/>`;
  });
  return markup`<svg id="${id}" viewBox="0 0 1000 30" preserveAspectRatio="none" role="img" aria-label="${label}" class="block h-8 w-full">${parts}</svg>`;
}

/** The square that a part's text stands beside. */
export function swatch(tone: Tone, strength = 1): Markup {
  return markup`<svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true" class="mr-2 inline-block"><rect width="10" height="10" rx="2" class="${fills[tone]}" opacity="${strength}"/></svg>`;
}
