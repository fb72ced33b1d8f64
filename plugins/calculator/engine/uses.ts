// SPDX-License-Identifier: MIT
/**
 * Classes of credit, and the uses that an hour of each may legally have.
 *
 * In: demands that compete, what caps them. Out: classes (credit that matches the same demands
 * under the same caps), and for each the sets of demands that one hour may serve at once.
 */

import { areApart, type Bounds, type Demand } from "./allocation.ts";
import type { Credit } from "./credit.ts";
import { liesWithin } from "./nesting.ts";
import type { Structure } from "./structure.ts";

/** Credit that is all alike for this program. */
export interface Class {
  credits: Credit[];
  hours: number;
  demands: number[];
  ceilings: number[];
  /** Those of `demands` for which it is credit of the period before. */
  carriedFor: number[];
}

/** Hours of a class that serve the same demands. `variable` is its place in the program. */
export interface Use {
  of: Class;
  demands: number[];
  variable: number;
}

/** Put credit together that matches the same demands under the same caps. */
export function classesOf(demands: Demand[], bounds: Bounds): Class[] {
  const memberships = new Map<
    Credit,
    { all: number[]; carriedFor: number[] }
  >();
  demands.forEach((demand, index) => {
    const add = (credit: Credit, carried: boolean) => {
      const found = memberships.get(credit) ?? { all: [], carriedFor: [] };
      memberships.set(credit, found);
      found.all.push(index);
      if (carried) found.carriedFor.push(index);
    };
    demand.matched.forEach((credit) => add(credit, false));
    demand.carried.forEach((credit) => add(credit, true));
  });
  const classes = new Map<string, Class>();
  for (const [credit, { all, carriedFor }] of memberships) {
    const ceilings = bounds.ceilings.flatMap((ceiling, index) =>
      all.includes(demands.indexOf(ceiling.demand)) && ceiling.covers(credit)
        ? [index]
        : []
    );
    const key = `${all}|${ceilings}|${carriedFor}`;
    const found = classes.get(key);
    if (found) {
      found.credits.push(credit);
      found.hours += credit.hours;
    } else {
      classes.set(key, {
        credits: [credit],
        hours: credit.hours,
        demands: all,
        ceilings,
        carriedFor,
      });
    }
  }
  return [...classes.values()];
}

/** The sets of demands that an hour of a class may serve at once; only the largest ones matter. */
export function usesOf(
  item: Class,
  demands: Demand[],
  structure: Structure,
  bounds: Bounds,
): Use[] {
  const without = (set: number[], dropped: number) =>
    set.filter((index) =>
      index !== dropped && !dependsOn(item, index, dropped, demands, structure)
    );
  const found = new Map<string, number[]>();
  const separate = (set: number[]) => {
    for (const one of set) {
      const other = set.find((index) =>
        areApart(demands[one], demands[index], structure)
      );
      if (other !== undefined) {
        separate(without(set, one));
        separate(without(set, other));
        return;
      }
    }
    uncap(set, 0);
  };
  // Where a cap binds, or carried hours are short, an hour may serve the other demands alone.
  const bounded = [
    ...item.carriedFor,
    ...item.ceilings.map((index) =>
      demands.indexOf(bounds.ceilings[index].demand)
    ),
  ];
  const uncap = (set: number[], start: number) => {
    if (set.length > 0) found.set(String(set), set);
    for (let next = start; next < bounded.length; next++) {
      if (set.includes(bounded[next])) {
        uncap(without(set, bounded[next]), next + 1);
      }
    }
  };
  separate(item.demands);
  return [...found.values()].map((set) => ({
    of: item,
    demands: set,
    variable: 0,
  }));
}

/**
 * Whether an hour that does not serve `outer` cannot serve `inner` either. Credit of an earlier
 * period counted toward the outer duty of its own time.
 */
function dependsOn(
  item: Class,
  inner: number,
  outer: number,
  demands: Demand[],
  structure: Structure,
): boolean {
  return liesWithin(demands[inner], demands[outer], structure) &&
    (!item.carriedFor.includes(outer) || item.carriedFor.includes(inner));
}
