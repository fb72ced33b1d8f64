// SPDX-License-Identifier: MIT
/**
 * The allocation of contested hours as a linear program.
 *
 * In: demands that compete, caps. Out: what each is served. Credit of one class (matching the same
 * demands, under the same caps) is put together; each hour of a class goes to one *use*, a set of
 * demands that it may legally serve at once. Every legal allocation is a choice of uses for hours,
 * and every choice of uses is legal, so the program is exact.
 */

import {
  areApart,
  type Bounds,
  type Demand,
  liesWithin,
  rounded,
  type Served,
} from "./allocation.ts";
import type { Credit } from "./credit.ts";
import { maximize, type Row } from "./simplex.ts";
import type { Structure } from "./structure.ts";

/** Credit that is all alike for this program. */
interface Class {
  credits: Credit[];
  hours: number;
  demands: number[];
  ceilings: number[];
  /** Those of `demands` for which it is credit of the period before. */
  carriedFor: number[];
}

/** Hours of a class that serve the same demands. `variable` is its place in the program. */
interface Use {
  of: Class;
  demands: number[];
  variable: number;
}

// Not due yet counts for less than anything due; among equals the general duty stays short, as any
// credit can fill it.
const LATER = 1e-3;
const DEEPER = 1e-5;

/** Serve the demands so that the fewest hours are short. */
export function program(
  demands: Demand[],
  structure: Structure,
  bounds: Bounds,
): Map<Demand, Served> {
  const classes = classesOf(demands, bounds);
  const uses = classes.flatMap((item) =>
    usesOf(item, demands, structure, bounds)
  );
  uses.forEach((use, index) => use.variable = demands.length + index);
  const rows = rowsOf(demands, classes, uses, bounds);
  const objective = [
    ...demands.map((demand) => weight(demand, structure)),
    ...uses.map(() => 0),
  ];
  const found = maximize(objective, rows);
  const hours = uses.map((use) => found[use.variable]);
  addLeftovers(classes, uses, hours, rows.slice(demands.length * 2));
  return outcome(demands, classes, uses, hours);
}

function weight(demand: Demand, structure: Structure): number {
  const { duty } = demand;
  const depth = (structure.ancestors.get(duty.id)?.length ?? 0) +
    (duty.topics ? 1 : 0);
  return (demand.later ? LATER : 1) + depth * DEEPER;
}

function classesOf(demands: Demand[], bounds: Bounds): Class[] {
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
function usesOf(
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

/** Rows: served at most the need; served at most the hours used; then all that caps the uses. */
function rowsOf(
  demands: Demand[],
  classes: Class[],
  uses: Use[],
  bounds: Bounds,
): Row[] {
  const sum = (wanted: (use: Use) => boolean, most: number): Row => ({
    terms: uses.filter(wanted).map((use) => [use.variable, 1]),
    most,
  });
  const needs = demands.map((demand, index): Row => ({
    terms: [[index, 1]],
    most: demand.need,
  }));
  const served = demands.map((_, index): Row => ({
    terms: [
      [index, 1],
      ...uses.filter((use) => use.demands.includes(index)).map((use) =>
        [use.variable, -1] as [number, number]
      ),
    ],
    most: 0,
  }));
  const supply = classes.map((item) =>
    sum((use) => use.of === item, item.hours)
  );
  const ceilings = bounds.ceilings.map((ceiling, index) => {
    const demand = demands.indexOf(ceiling.demand);
    return sum(
      (use) => use.of.ceilings.includes(index) && use.demands.includes(demand),
      ceiling.most,
    );
  });
  const carried = demands.map((demand, index) =>
    sum(
      (use) => use.of.carriedFor.includes(index) && use.demands.includes(index),
      demand.carriedMost,
    )
  );
  const inAll = sum(
    (use) => use.of.carriedFor.some((index) => use.demands.includes(index)),
    bounds.carriedMost,
  );
  return [...needs, ...served, ...supply, ...ceilings, ...carried, inAll];
}

/** Hours beyond the needs also count, as far as the caps allow: a reader wants to see them. */
function addLeftovers(
  classes: Class[],
  uses: Use[],
  hours: number[],
  caps: Row[],
): void {
  const first = uses.length > 0 ? uses[0].variable : 0;
  const slack = caps.map((row) =>
    row.most - row.terms.reduce((sum, [at]) => sum + hours[at - first], 0)
  );
  for (const item of classes) {
    uses.forEach((use, index) => {
      if (use.of !== item) return;
      const mine = caps.flatMap((row, at) =>
        row.terms.some(([variable]) => variable === use.variable) ? [at] : []
      );
      const room = Math.max(0, Math.min(...mine.map((at) => slack[at])));
      hours[index] += room;
      mine.forEach((at) => slack[at] -= room);
    });
  }
}

function outcome(
  demands: Demand[],
  classes: Class[],
  uses: Use[],
  hours: number[],
): Map<Demand, Served> {
  const served = demands.map((): Served => ({
    short: 0,
    earned: 0,
    counted: [],
    carried: 0,
  }));
  for (const item of classes) {
    const left = item.credits.map((credit) => credit.hours);
    uses.forEach((use, index) => {
      if (use.of === item) {
        for (const [credit, part] of take(item, left, hours[index])) {
          for (const demand of use.demands) {
            const carried = item.carriedFor.includes(demand);
            count(served[demand], credit, part, carried);
          }
        }
      }
    });
  }
  return new Map(demands.map((demand, index) => {
    const mine = served[index];
    mine.earned = rounded(mine.earned);
    mine.carried = rounded(mine.carried);
    mine.short = rounded(Math.max(0, demand.need - mine.earned));
    return [demand, mine];
  }));
}

/** Take hours from the credits of a class, in their order. */
function take(
  item: Class,
  left: number[],
  hours: number,
): [Credit, number][] {
  const taken: [Credit, number][] = [];
  item.credits.forEach((credit, index) => {
    const part = Math.min(left[index], hours);
    if (part <= 1e-9) return;
    left[index] -= part;
    hours -= part;
    taken.push([credit, part]);
  });
  return taken;
}

function count(
  served: Served,
  credit: Credit,
  hours: number,
  carried: boolean,
): void {
  served.earned += hours;
  if (carried) served.carried += hours;
  const same = served.counted.find((item) => item.activity === credit.index);
  if (same) same.hours = rounded(same.hours + hours);
  else served.counted.push({ activity: credit.index, hours: rounded(hours) });
}
