/** Maps a value to a place in a drawing. */
export type Scale = (value: number) => number;

/** A straight scale. Example: linear([0, 100], [0, 400])(25) is 100. */
export function linear(
  [from, to]: readonly [number, number],
  [start, end]: readonly [number, number],
): Scale {
  return (value) => start + ((end - start) * (value - from)) / (to - from || 1);
}

/** A scale on which equal ratios are equally far apart; values are above zero. */
export function logarithmic([from, to]: readonly [number, number], range: readonly [number, number]): Scale {
  const straight = linear([Math.log(from), Math.log(to)], range);
  return (value) => straight(Math.log(value));
}

/** A coordinate with one decimal, as short as it goes. */
export function place(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** A path through points. Example: [[0, 1], [2, 3]] is "M0 1L2 3". */
export function pathThrough(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => `${at === 0 ? "M" : "L"}${place(x)} ${place(y)}`).join("");
}

/** Heights of labels moved apart so that none touches the next, in the order given to each. */
export function apart(heights: readonly number[], gap: number): number[] {
  const order = heights.map((height, at) => ({ height, at })).sort((a, b) => a.height - b.height);
  const placed = order.map(({ height }) => height);
  for (let at = 1; at < placed.length; at += 1) {
    placed[at] = Math.max(placed[at] ?? 0, (placed[at - 1] ?? 0) + gap);
  }
  const overshoot = placed.map((height, at) => height - (order[at]?.height ?? height));
  const shift = Math.max(0, ...overshoot) / 2;
  const result = [...heights];
  order.forEach(({ at }, index) => {
    result[at] = (placed[index] ?? 0) - (overshoot.some((each) => each > 0) ? shift : 0);
  });
  return result;
}
