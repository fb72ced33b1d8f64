// SPDX-License-Identifier: MIT
/**
 * The best allocation for all duties together: of all ways to satisfy the choices, the one that
 * leaves least to do.
 *
 * In: assessed duties. Out: what each demand is served, and the way taken for each duty.
 */

import {
  allocate,
  type Bounds,
  type Ceiling,
  ceilingsOf,
  type Demand,
  rounded,
  type Served,
} from "./allocation.ts";
import { type Assessment, hoursOf, type Setting } from "./assessment.ts";
import { carryOver } from "./carry.ts";
import { burden, type Way, waysOf } from "./choices.ts";
import { decide } from "./conditions.ts";
import type { Span } from "./context.ts";
import { isCapped } from "./credit.ts";
import { addMonths } from "./dates.ts";
import { hoursShort } from "./nesting.ts";
import { EVER } from "./stretches.ts";
import type { Structure } from "./structure.ts";

/** The outcome for all duties that are owed. */
export interface Solution {
  /** Demands of the ways that were taken. */
  taken: Demand[];
  ways: Map<Assessment, Way>;
  served: Map<Demand, Served>;
  bounds: Bounds;
  /** Hours short of what is due. */
  hoursShort: number;
  /** What more demands would be served, were they owed besides. */
  besides(demands: Demand[]): Map<Demand, Served>;
}

/** Solve for the duties that are owed for sure. */
export function solve(assessments: Assessment[], setting: Setting): Solution {
  const owed = assessments.filter((item) => item.gate === "owed");
  const all = everyDemand(assessments);
  const bounds = boundsFor(all, setting);
  const { structure } = setting;
  const options = owed.map((item) => waysOf(item));
  let best: { cost: number; taken: Demand[]; ways: Way[] } | null = null;
  let served = new Map<Demand, Served>();
  for (const ways of combinations(options)) {
    const taken = ways.flatMap((way) => way.demands);
    const found = allocate(taken, structure, bounds);
    const cost = ways.reduce((sum, way) => sum + burden(way), 0) +
      costOf(found, structure) + unmet(ways, found) * 1e-4;
    if (!best || cost < best.cost - 1e-7) {
      best = { cost, taken, ways };
      served = found;
    }
  }
  const taken = best?.taken ?? [];
  return {
    taken,
    ways: new Map(owed.map((item, index) => [item, (best?.ways ?? [])[index]])),
    served,
    bounds,
    hoursShort: rounded(
      hoursShort(
        taken.filter((demand) => !demand.later),
        served,
        structure,
      ),
    ),
    besides: (demands) =>
      allocate(
        [...taken.filter((demand) => !demands.includes(demand)), ...demands],
        structure,
        bounds,
      ),
  };
}

/** Hours short; those not due yet hardly weigh. */
function costOf(served: Map<Demand, Served>, structure: Structure): number {
  const demands = [...served.keys()];
  const due = demands.filter((demand) => !demand.later);
  const later = demands.filter((demand) => demand.later);
  return hoursShort(due, served, structure) +
    hoursShort(later, served, structure) * 1e-3;
}

/** Duties that lack hours: of ways that ask for as much, those that leave more duties met. */
function unmet(ways: Way[], served: Map<Demand, Served>): number {
  const lacks = (demand: Demand) =>
    !demand.later && (served.get(demand)?.short ?? 0) > 0;
  return ways.filter((way) => way.demands.some(lacks)).length;
}

/** One way for each duty, in all combinations, as far as they are few. */
function combinations(options: Way[][]): Way[][] {
  const count = options.reduce((product, ways) => product * ways.length, 1);
  if (count <= 256) {
    return options.reduce<Way[][]>(
      (found, ways) => found.flatMap((one) => ways.map((way) => [...one, way])),
      [[]],
    );
  }
  // Too many to try together: take for each duty what asks least by itself.
  const asks = (way: Way) =>
    burden(way) + way.demands.reduce((sum, demand) => sum + demand.need, 0);
  return [
    options.map((ways) =>
      ways.reduce((best, way) => asks(way) < asks(best) ? way : best)
    ),
  ];
}

function everyDemand(assessments: Assessment[]): Demand[] {
  return assessments.flatMap((item) => [
    ...item.demands,
    ...everyDemand(item.members),
  ]);
}

function boundsFor(demands: Demand[], setting: Setting): Bounds {
  const { context, structure, credits } = setting;
  const carriedMost = carryOver(demands, context, structure, credits);
  const ceilings: Ceiling[] = demands.flatMap((demand) => {
    const caps = (structure.caps.get(demand.duty.id) ?? []).filter((cap) =>
      // A cap that may apply is taken to apply.
      decide(cap.limit.when, context.facts).truth !== false
    );
    return ceilingsOf(
      demand,
      caps,
      (id) => hoursOf(id, setting),
      yearsOf,
      isCapped,
    );
  });
  return { ceilings, carriedMost };
}

/** The years of a stretch, counted back from its end; the first may be shorter. */
function yearsOf(stretch: Span): Span[] {
  if (stretch.from === EVER) return [stretch];
  const years: Span[] = [];
  for (let back = 0;; back++) {
    const to = addMonths(stretch.to, -12 * back);
    if (to < stretch.from) return years;
    const from = addMonths(stretch.to, -12 * (back + 1)) + 1;
    years.push({ from: Math.max(from, stretch.from), to });
  }
}
