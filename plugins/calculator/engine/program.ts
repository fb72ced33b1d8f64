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
  type Bounds,
  type Demand,
  rounded,
  type Served,
} from "./allocation.ts";
import type { Credit } from "./credit.ts";
import { type Tree, treesOf } from "./nesting.ts";
import { maximize, type Row } from "./simplex.ts";
import type { Structure } from "./structure.ts";
import { type Class, classesOf, type Use, usesOf } from "./uses.ts";

/** Serve the demands so that the fewest hours are short; docs/engine.md lists the objectives. */
export function program(
  demands: Demand[],
  structure: Structure,
  bounds: Bounds,
): Map<Demand, Served> {
  const classes = classesOf(demands, bounds);
  const uses = classes.flatMap((item) =>
    usesOf(item, demands, structure, bounds)
  );
  const due = demands.filter((demand) => !demand.later);
  const trees = treesOf(due, structure);
  // Variables: hours served to each demand, hours spared in the tree of each demand that is due,
  // hours of each use.
  const start = demands.length + due.length;
  uses.forEach((use, index) => use.variable = start + index);
  const caps = capsOn(demands, classes, uses, bounds);
  const rows = [
    ...needsOf(demands, uses),
    ...sparedBy(demands, due, trees),
    ...caps,
  ];
  const found = maximize(objectivesOf(demands, due, trees, uses), rows);
  const hours = uses.map((use) => found[use.variable]);
  addLeftovers(classes, uses, hours, caps);
  return outcome(demands, classes, uses, hours);
}

/** What is maximized, in this order. */
function objectivesOf(
  demands: Demand[],
  due: Demand[],
  trees: Tree[],
  uses: Use[],
): number[][] {
  const rest = uses.map(() => 0);
  const none = due.map(() => 0);
  const roots = new Set(trees.map(({ index }) => index));
  const serve = (wanted: (demand: Demand) => boolean) => [
    ...demands.map((demand) => wanted(demand) ? 1 : 0),
    ...none,
    ...rest,
  ];
  const isSpecific = ({ duty }: Demand) =>
    duty.topics !== undefined || duty.formats !== undefined;
  return [
    [
      ...demands.map(() => 0),
      ...due.map((_, index) => roots.has(index) ? 1 : 0),
      ...rest,
    ],
    serve((demand) => !demand.later && isSpecific(demand)),
    serve((demand) => !demand.later),
    serve((demand) => demand.later && isSpecific(demand)),
    serve((demand) => demand.later),
  ];
}

/**
 * A demand is short what it lacks itself, or what those inside it are short together, whichever is
 * more. Told by what is spared of the most that it can be short, so that the rows keep the form
 * that the solver wants.
 */
function sparedBy(demands: Demand[], due: Demand[], trees: Tree[]): Row[] {
  const rows: Row[] = [];
  const spared = (index: number) => demands.length + index;
  const mostShort = ({ index, inside }: Tree): number => {
    const together = inside.reduce((sum, tree) => sum + mostShort(tree), 0);
    const { need } = due[index];
    const most = Math.max(need, together);
    rows.push({
      terms: [[spared(index), 1], [demands.indexOf(due[index]), -1]],
      most: most - need,
    });
    rows.push({
      terms: [
        [spared(index), 1],
        ...inside.map((tree): [number, number] => [spared(tree.index), -1]),
      ],
      most: most - together,
    });
    return most;
  };
  trees.forEach(mostShort);
  return rows;
}

/** Served at most the need, and at most the hours used. */
export function needsOf(demands: Demand[], uses: Use[]): Row[] {
  return demands.flatMap((demand, index): Row[] => [
    { terms: [[index, 1]], most: demand.need },
    {
      terms: [
        [index, 1],
        ...uses.filter((use) => use.demands.includes(index)).map((use) =>
          [use.variable, -1] as [number, number]
        ),
      ],
      most: 0,
    },
  ]);
}

/** All that caps the uses: the hours there are, ceilings, and what may be carried over. */
export function capsOn(
  demands: Demand[],
  classes: Class[],
  uses: Use[],
  bounds: Bounds,
): Row[] {
  const sum = (wanted: (use: Use) => boolean, most: number): Row => ({
    terms: uses.filter(wanted).map((use) => [use.variable, 1]),
    most,
  });
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
  return [...supply, ...ceilings, ...carried, inAll];
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
