// SPDX-License-Identifier: MIT
/**
 * A small exact solver for linear programs: maximize c·x where A·x ≤ b and x ≥ 0.
 *
 * In: the objective and rows with b ≥ 0, so that x = 0 is a start. Out: a best x. Hours may be
 * split as finely as needed, so the allocation of credit is such a program. Problems here have
 * some ten rows; Bland's rule keeps the method from running in circles.
 */

/** One row: sparse coefficients by variable, and the bound. */
export interface Row {
  terms: [variable: number, factor: number][];
  most: number;
}

const SMALL = 1e-9;

/**
 * Maximize.
 * @param objective factor of each variable.
 * @param rows constraints, each with `most` ≥ 0. Together they must bound the objective.
 * @returns the value of each variable.
 */
export function maximize(objective: number[], rows: Row[]): number[] {
  const variables = objective.length;
  const width = variables + rows.length + 1;
  const table = rows.map((row, index) => {
    const line = new Float64Array(width);
    for (const [variable, factor] of row.terms) line[variable] += factor;
    line[variables + index] = 1;
    line[width - 1] = row.most;
    return line;
  });
  const costs = new Float64Array(width);
  objective.forEach((factor, variable) => costs[variable] = -factor);
  const basis = rows.map((_, index) => variables + index);
  for (;;) {
    const entering = costs.findIndex((cost, column) =>
      column < width - 1 && cost < -SMALL
    );
    if (entering < 0) break;
    const leaving = leavingRow(table, basis, entering, width - 1);
    // Every column is bounded by a row that caps hours.
    if (leaving < 0) throw new Error("the program has no bound");
    pivot(table, costs, leaving, entering);
    basis[leaving] = entering;
  }
  const found = new Array<number>(variables).fill(0);
  basis.forEach((variable, row) => {
    if (variable < variables) found[variable] = table[row][width - 1];
  });
  return found;
}

/** The row that bounds the entering variable most; among equals the lowest variable leaves. */
function leavingRow(
  table: Float64Array[],
  basis: number[],
  entering: number,
  last: number,
): number {
  let best = -1;
  let least = Infinity;
  table.forEach((line, row) => {
    if (line[entering] <= SMALL) return;
    const ratio = line[last] / line[entering];
    const ties = Math.abs(ratio - least) <= SMALL;
    if (ratio < least - SMALL || (ties && basis[row] < basis[best])) {
      best = row;
      least = Math.min(least, ratio);
    }
  });
  return best;
}

function pivot(
  table: Float64Array[],
  costs: Float64Array,
  row: number,
  column: number,
): void {
  const line = table[row];
  const by = line[column];
  for (let i = 0; i < line.length; i++) line[i] /= by;
  for (const other of [...table, costs]) {
    const factor = other[column];
    if (other === line || factor === 0) continue;
    for (let i = 0; i < line.length; i++) other[i] -= factor * line[i];
    other[column] = 0;
  }
}
