// SPDX-License-Identifier: MIT
/**
 * The ways to satisfy a duty: a group needs all its members, a choice some of them.
 *
 * In: assessed duties. Out: ways, each a set of demands for hours with the things only a person
 * can tick and those that are missing. An ordinary duty has one way.
 */

import type { Demand } from "./allocation.ts";
import type { Assessment } from "./assessment.ts";

/** One way to satisfy a duty. */
export interface Way {
  demands: Demand[];
  ticks: number;
  missing: number;
}

const FREE: Way = { demands: [], ticks: 0, missing: 0 };

// A choice of many among many would have more ways than can be tried; those kept need least.
const MOST_WAYS = 64;

/** All ways to satisfy a duty, as if it applied. */
export function waysOf(item: Assessment): Way[] {
  if (item.fact?.is === "met") return [FREE];
  if (item.duty.kind === "group") {
    const parts = item.members.map((member) =>
      isIdle(member) ? [FREE] : waysIn(member)
    );
    return product(parts);
  }
  if (item.duty.kind === "choice") {
    const members = item.members.filter((member) => !isIdle(member));
    return choose(members.map(waysIn), item.duty.choose);
  }
  if (item.fact?.is === "tick") return [{ ...FREE, ticks: 1 }];
  if (item.fact?.is === "missing") return [{ ...FREE, missing: 1 }];
  return [{ ...FREE, demands: item.demands }];
}

/** Members that ask nothing of this person: no way in a choice, no burden in a group. */
function isIdle(member: Assessment): boolean {
  return member.gate !== "owed" && member.gate !== "may";
}

/** A member that may apply is as good as one that only a person can tick, unless it is met. */
function waysIn(member: Assessment): Way[] {
  if (member.gate !== "may" || isEarned(member)) return waysOf(member);
  return [{ ...FREE, ticks: 1 }];
}

function isEarned({ fact, demands }: Assessment): boolean {
  if (fact) return fact.is === "met";
  return demands.length > 0 &&
    demands.every((demand) =>
      demand.matched.reduce((sum, { hours }) => sum + hours, 0) >= demand.need
    );
}

/** One way of each part, in all combinations. */
export function product(parts: Way[][]): Way[] {
  let found: Way[] = [FREE];
  for (const part of parts) {
    found = found.flatMap((one) => part.map((other) => together(one, other)));
    found = fewest(found);
  }
  return found;
}

/** Ways of `count` of the parts, in all combinations. Fewer parts than that: something is missing. */
function choose(parts: Way[][], count: number): Way[] {
  if (count <= 0) return [FREE];
  if (parts.length < count) return [{ ...FREE, missing: count - parts.length }];
  const [first, ...rest] = parts;
  const withFirst = product([first, choose(rest, count - 1)]);
  const without = rest.length >= count ? choose(rest, count) : [];
  return fewest([...withFirst, ...without]);
}

function together(one: Way, other: Way): Way {
  return {
    demands: [...one.demands, ...other.demands],
    ticks: one.ticks + other.ticks,
    missing: one.missing + other.missing,
  };
}

function fewest(ways: Way[]): Way[] {
  if (ways.length <= MOST_WAYS) return ways;
  const rank = (way: Way) =>
    burden(way) + way.demands.reduce((sum, demand) => sum + demand.need, 0);
  return [...ways].sort((one, other) => rank(one) - rank(other))
    .slice(0, MOST_WAYS);
}

/** How bad a way is besides its hours: what is missing outweighs what is to tick. */
export function burden(way: Way): number {
  return way.missing * 1e8 + way.ticks * 1e4;
}
