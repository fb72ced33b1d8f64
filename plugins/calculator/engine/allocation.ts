// SPDX-License-Identifier: MIT
/**
 * Which hours count toward which duty: the legal allocation that leaves the fewest hours short.
 *
 * In: what is owed (demands) and the credit earned. Out: for each demand the hours short, the
 * hours counted and whose they are. docs/engine.md says what is maximized and why; the tests prove
 * it against brute force.
 *
 * Most duties do not compete: an hour counts toward each duty that it matches. Only those that
 * share hours with a duty apart from them, lie under a cap that binds, or draw on credit carried
 * over are put into a linear program.
 */

import { accepts, type Credit, inSpan } from "./credit.ts";
import { liesWithin } from "./nesting.ts";
import { program } from "./program.ts";
import type { Counted } from "./report.ts";
import type { Stretch } from "./stretches.ts";
import type { Cap, Structure } from "./structure.ts";
import type { Obligation } from "./types.ts";

/** Hours owed over one stretch of time. */
export interface Demand {
  duty: Obligation;
  stretch: Stretch;
  need: number;
  /** Not due at this renewal: served after all that is. */
  later: boolean;
  /** Credit that matches and lies in the stretch. */
  matched: Credit[];
  /** Credit of the period before that may be carried over into this one. */
  carried: Credit[];
  /** How many carried hours it may draw on. */
  carriedMost: number;
}

/** A cap at work: at most so many hours of `credits` toward the demand. */
export interface Ceiling {
  demand: Demand;
  most: number;
  covers(credit: Credit): boolean;
}

/** What can be counted at most, besides the demands' own needs. */
export interface Bounds {
  ceilings: Ceiling[];
  /** Hours carried over in all. */
  carriedMost: number;
}

/** The outcome for one demand. */
export interface Served {
  short: number;
  earned: number;
  counted: Counted[];
  /** Hours of `earned` that come from the period before. */
  carried: number;
}

/** A demand with the credit that matches it. */
export function demandFor(
  duty: Obligation,
  stretch: Stretch,
  need: number,
  later: boolean,
  structure: Structure,
  credits: Credit[],
): Demand {
  const filter = structure.filters.get(duty.id);
  const matched = filter
    ? credits.filter((credit) =>
      credit.hours > 0 && inSpan(credit.day, stretch) &&
      accepts(filter, credit)
    )
    : [];
  return {
    duty,
    stretch,
    need,
    later,
    matched,
    carried: [],
    carriedMost: 0,
  };
}

/** Whether two demands may not share an hour. */
export function areApart(
  one: Demand,
  other: Demand,
  structure: Structure,
): boolean {
  return structure.apart.get(one.duty.id)?.has(other.duty.id) ?? false;
}

/** Find the best allocation. */
export function allocate(
  demands: Demand[],
  structure: Structure,
  bounds: Bounds,
): Map<Demand, Served> {
  const ceilings = bounds.ceilings.filter((ceiling) =>
    demands.includes(ceiling.demand) && binds(ceiling)
  );
  const contested = contestedAmong(demands, structure, ceilings);
  const served = new Map<Demand, Served>();
  for (const demand of demands) {
    if (!contested.has(demand)) served.set(demand, alone(demand));
  }
  if (contested.size > 0) {
    const found = program([...contested], structure, {
      ...bounds,
      ceilings,
    });
    found.forEach((value, demand) => served.set(demand, value));
  }
  return served;
}

/** A demand that competes with no other gets every hour that matches. */
function alone(demand: Demand): Served {
  let earned = 0;
  const counted = demand.matched.map((credit) => {
    earned += credit.hours;
    return { activity: credit.index, hours: credit.hours };
  });
  return {
    short: rounded(Math.max(0, demand.need - earned)),
    earned: rounded(earned),
    counted,
    carried: 0,
  };
}

function binds(ceiling: Ceiling): boolean {
  let hours = 0;
  const { matched, carried } = ceiling.demand;
  for (const credits of [matched, carried]) {
    for (const credit of credits) {
      if (ceiling.covers(credit)) hours += credit.hours;
    }
  }
  return hours > ceiling.most;
}

/** The demands whose hours cannot be counted each for itself. */
function contestedAmong(
  demands: Demand[],
  structure: Structure,
  ceilings: Ceiling[],
): Set<Demand> {
  const contested = new Set(ceilings.map((ceiling) => ceiling.demand));
  demands.forEach((one, index) => {
    if (one.carriedMost > 0) contested.add(one);
    for (const other of demands.slice(index + 1)) {
      if (areApart(one, other, structure) && overlap(one, other)) {
        contested.add(one).add(other);
      }
    }
  });
  // An hour counts toward an inner duty only if it counts toward the outer one.
  for (const outer of [...contested]) {
    for (const inner of demands) {
      if (liesWithin(inner, outer, structure)) contested.add(inner);
    }
  }
  return contested;
}

function overlap(one: Demand, other: Demand): boolean {
  const theirs = new Set([...other.matched, ...other.carried]);
  return [...one.matched, ...one.carried].some((credit) => theirs.has(credit));
}

/** Hours to a hundred-thousandth: what is beyond is the solver's rounding. */
export function rounded(hours: number): number {
  return Math.round(hours * 1e5) / 1e5;
}

/** The ceilings that a license's caps set on a demand. `hoursOf` gives another duty's hours. */
export function ceilingsOf(
  demand: Demand,
  caps: Cap[],
  hoursOf: (id: string) => number | null,
  years: (stretch: Stretch) => { from: number; to: number }[],
  isCapped: (cap: Cap, credit: Credit) => boolean,
): Ceiling[] {
  return caps.flatMap((cap) => {
    const { atMost, per } = cap.limit;
    const base = typeof atMost === "number"
      ? atMost
      : (hoursOf(atMost.of) ?? Infinity) * atMost.percent / 100;
    const spans = per === "year" ? years(demand.stretch) : [null];
    return spans.map((span): Ceiling => ({
      demand,
      most: base,
      covers: (credit) =>
        isCapped(cap, credit) && (!span || inSpan(credit.day, span)),
    }));
  });
}
