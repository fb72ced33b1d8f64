// SPDX-License-Identifier: MIT
/**
 * Demands that lie in one another, and how many hours they are short together.
 *
 * In: demands. Out: trees of them, and one measure: what a demand lacks itself, or what those
 * inside it lack together, whichever is more. Hours on one subject fill the outer demand too, but
 * hours on two subjects are two courses.
 */

import type { Demand, Served } from "./allocation.ts";
import type { Structure } from "./structure.ts";

/** A demand with those that lie directly in it; by index into the list given. */
export interface Tree {
  index: number;
  inside: Tree[];
}

/** Whether `inner` lies within `outer`. */
export function liesWithin(
  inner: Demand,
  outer: Demand,
  structure: Structure,
): boolean {
  return structure.ancestors.get(inner.duty.id)?.includes(outer.duty.id) ??
    false;
}

/** Put demands into trees. */
export function treesOf(demands: Demand[], structure: Structure): Tree[] {
  const trees = demands.map((_, index): Tree => ({ index, inside: [] }));
  const roots: Tree[] = [];
  demands.forEach((demand, index) => {
    const outer = outerOf(demand, demands, structure);
    (outer === null ? roots : trees[outer].inside).push(trees[index]);
  });
  return roots;
}

/** The nearest demand around one; of several stretches of a duty the one in which it is due. */
function outerOf(
  demand: Demand,
  demands: Demand[],
  structure: Structure,
): number | null {
  for (const id of structure.ancestors.get(demand.duty.id) ?? []) {
    const found = demands.flatMap(({ duty }, index) =>
      duty.id === id ? [index] : []
    );
    const due = demand.stretch.due;
    const around = found.find((index) => {
      const { from, to } = demands[index].stretch;
      return from <= due && due <= to;
    });
    if (found.length > 0) return around ?? found[0];
  }
  return null;
}

/** The hours short of all demands together. */
export function hoursShort(
  demands: Demand[],
  served: Map<Demand, Served>,
  structure: Structure,
): number {
  const shortOf = ({ index, inside }: Tree): number =>
    Math.max(served.get(demands[index])?.short ?? 0, sum(inside.map(shortOf)));
  return sum(treesOf(demands, structure).map(shortOf));
}

function sum(hours: number[]): number {
  return hours.reduce((total, one) => total + one, 0);
}
