import { type Markup, markup } from "@/components/ui/markup";
import { linear, place } from "./scale";

/** A rank among `of` with the ranks it could have been; the numbers are written beside it. */
export function rankRange(
  rank: number,
  { best, worst }: { best: number; worst: number },
  of: number,
): Markup {
  const x = linear([1, Math.max(2, of)], [8, 192]);
  return markup`<svg viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true" class="block h-3.5 w-full min-w-24"><rect x="8" y="6.5" width="184" height="1" class="fill-line"/><rect x="${place(x(best) - 3)}" y="4" width="${place(x(worst) - x(best) + 6)}" height="6" rx="3" class="fill-pace" opacity=".45"/><rect x="${place(x(rank) - 2)}" y="1" width="4" height="12" rx="1" class="fill-ink"/></svg>`;
}
