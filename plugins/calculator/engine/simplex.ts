// SPDX-License-Identifier: MIT
/**
 * A small exact solver for linear programs: maximize several objectives, each only as far as those
 * before it allow, where A·x ≤ b and x ≥ 0.
 *
 * In: objectives and rows with b ≥ 0, so that x = 0 is a start. Out: a best x. Hours may be split
 * as finely as needed, so the allocation of credit is such a program. Problems here have some ten
 * rows; Bland's rule keeps the method from running in circles.
 */

/** One row: sparse coefficients by variable, and the bound. */
export interface Row {
  terms: [variable: number, factor: number][];
  most: number;
}

const SMALL = 1e-9;

/**
 * Maximize.
 * @param objectives factors of each variable, the first objective first.
 * @param rows constraints, each with `most` ≥ 0. Together they must bound the objectives.
 * @returns the value of each variable.
 */
export function maximize(objectives: number[][], rows: Row[]): number[] {
  const variables = objectives[0].length;
  const width = variables + rows.length + 1;
  const table = rows.map((row, index) => {
    const line = new Float64Array(width);
    for (const [variable, factor] of row.terms) line[variable] += factor;
    line[variables + index] = 1;
    line[width - 1] = row.most;
    return line;
  });
  const costs = objectives.map((objective) => {
    const line = new Float64Array(width);
    objective.forEach((factor, variable) => line[variable] = -factor);
    return line;
  });
  const basis = rows.map((_, index) => variables + index);
  for (let stage = 0; stage < costs.length; stage++) {
    for (;;) {
      const entering = enteringColumn(costs, stage, width - 1);
      if (entering < 0) break;
      const leaving = leavingRow(table, basis, entering, width - 1);
      // Every column is bounded by a row that caps hours.
      if (leaving < 0) throw new Error("the program has no bound");
      pivot([...table, ...costs], table[leaving], entering);
      basis[leaving] = entering;
    }
  }
  const found = new Array<number>(variables).fill(0);
  basis.forEach((variable, row) => {
    if (variable < variables) found[variable] = table[row][width - 1];
  });
  return found;
}

/** The first column that improves this objective and costs the earlier ones nothing. */
function enteringColumn(
  costs: Float64Array[],
  stage: number,
  columns: number,
): number {
  for (let column = 0; column < columns; column++) {
    if (costs[stage][column] >= -SMALL) continue;
    let free = true;
    for (let earlier = 0; earlier < stage; earlier++) {
      if (costs[earlier][column] > SMALL) free = false;
    }
    if (free) return column;
  }
  return -1;
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
  lines: Float64Array[],
  line: Float64Array,
  column: number,
): void {
  const by = line[column];
  for (let i = 0; i < line.length; i++) line[i] /= by;
  for (const other of lines) {
    const factor = other[column];
    if (other === line || factor === 0) continue;
    for (let i = 0; i < line.length; i++) other[i] -= factor * line[i];
    other[column] = 0;
  }
}
