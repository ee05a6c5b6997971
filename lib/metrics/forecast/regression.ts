/** What a least-squares line needs to know of some rows: sums of products, which add up over groups of rows. */
export type Moments = { count: number; system: readonly (readonly number[])[] };

/** The sums of products of rows and of rows with targets (last column), in floating point. */
export function momentsOf(rows: readonly (readonly number[])[], targets: readonly number[]): Moments {
  const width = rows[0]?.length ?? 0;
  const system = Array.from({ length: width }, () => new Array<number>(width + 1).fill(0));
  rows.forEach((row, index) => {
    const target = targets[index] ?? 0;
    system.forEach((equation, i) => {
      const factor = row[i] ?? 0;
      for (let j = 0; j < width; j += 1) equation[j] = (equation[j] ?? 0) + factor * (row[j] ?? 0);
      equation[width] = (equation[width] ?? 0) + factor * target;
    });
  });
  return { count: rows.length, system };
}

/**
 * Least squares with a slight pull of the slopes towards 0 (ridge) over groups of rows; coefficients of a statistic, in
 * floating point. The first column is the constant and is not pulled.
 */
export function leastSquares(groups: readonly Moments[]): number[] {
  const pull = RIDGE * groups.reduce((sum, { count }) => sum + count, 0);
  const system = (groups[0]?.system ?? []).map((equation, i) =>
    equation.map((_, j) => {
      const sum = groups.reduce((total, group) => total + (group.system[i]?.[j] ?? 0), 0);
      return i === j && i > 0 ? sum + pull : sum;
    }),
  );
  return solve(system);
}

/** The prediction of coefficients for a row. */
export function predict(coefficients: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, value, index) => sum + value * (coefficients[index] ?? 0), 0);
}

const RIDGE = 1e-4;

/** Gauss–Jordan with the largest pivot; a column nothing depends on keeps coefficient 0. */
function solve(system: number[][]): number[] {
  const width = system.length;
  for (let column = 0; column < width; column += 1) {
    const pivot = largestFrom(system, column);
    const row = system[pivot];
    const top = row?.[column] ?? 0;
    if (row === undefined || Math.abs(top) < 1e-12) continue;
    system[pivot] = system[column] ?? row;
    system[column] = row.map((value) => value / top);
    eliminate(system, column);
  }
  return system.map((equation) => equation[width] ?? 0);
}

function largestFrom(system: readonly number[][], column: number): number {
  let best = column;
  for (let row = column + 1; row < system.length; row += 1) {
    if (Math.abs(system[row]?.[column] ?? 0) > Math.abs(system[best]?.[column] ?? 0)) best = row;
  }
  return best;
}

function eliminate(system: number[][], column: number): void {
  const pivot = system[column] ?? [];
  system.forEach((equation, row) => {
    const factor = equation[column] ?? 0;
    if (row === column || factor === 0) return;
    system[row] = equation.map((value, index) => value - factor * (pivot[index] ?? 0));
  });
}
