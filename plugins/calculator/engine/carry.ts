// SPDX-License-Identifier: MIT
/**
 * Credit beyond what was owed in the period before, where the rule lets it serve this one.
 *
 * In: the demands of this period, all credit. Out: for each demand the credit it may draw on and
 * how many hours of it, and how many in all. What an earlier period owed is taken as the ordinary
 * amount, and credit carried into that period is used up there first.
 */

import type { Demand } from "./allocation.ts";
import { type Context, previousPeriod, type Span } from "./context.ts";
import { accepts, type Credit, inSpan, isCapped, kindsOf } from "./credit.ts";
import { startOf } from "./dates.ts";
import type { Cap, Filter, Structure } from "./structure.ts";
import type { CarryOver } from "./types.ts";

/** Let the demands of this period draw on the one before; returns the most in all, in hours. */
export function carryOver(
  demands: Demand[],
  context: Context,
  structure: Structure,
  credits: Credit[],
): number {
  const rule = context.license.carryOver;
  const most = rule ? mostOf(rule) : 0;
  const { period } = context;
  if (!rule || most === 0 || !period) return 0;
  let available = 0;
  for (const demand of demands) {
    const { duty, stretch } = demand;
    const filter = structure.filters.get(duty.id);
    const own = stretch.from === period.from && stretch.to === period.to;
    if (!filter || !own || rule.butNot?.includes(duty.id)) continue;
    const before = previousPeriod(context, stretch);
    if (!before || !wasLicensed(context, before)) continue;
    const excess = excessOf(demand, before, {
      context,
      structure,
      credits,
      filter,
      rule,
      most,
    });
    if (excess === 0) continue;
    demand.carried = credits.filter((credit) =>
      usable(credit, before, filter, rule)
    );
    demand.carriedMost = excess;
    available = Math.max(available, excess);
  }
  return Math.min(most, available);
}

function mostOf(rule: CarryOver): number {
  if (rule.atMost === "unlimited") return Infinity;
  return rule.atMost === "not-established" ? 0 : rule.atMost;
}

/** Credit of a time before licensure was never excess. An unknown day of licensure may be such. */
function wasLicensed(context: Context, span: Span): boolean {
  return context.licensed !== null && context.licensed <= span.from;
}

interface Setting {
  context: Context;
  structure: Structure;
  credits: Credit[];
  filter: Filter;
  rule: CarryOver;
  most: number;
}

/** Hours of a span beyond the need, its own ones only: what was carried into it is used first. */
function excessOf(demand: Demand, span: Span, setting: Setting): number {
  const { context, structure, filter, credits, rule, most } = setting;
  const own = credits.filter((credit) => inSpan(credit.day, span));
  if (own.length === 0) return 0;
  const before = previousPeriod(context, span);
  const carriedIn = before && wasLicensed(context, before)
    ? excessOf(demand, before, setting)
    : 0;
  const matching = own.filter((credit) => accepts(filter, credit));
  let earned = sum(matching);
  for (const cap of structure.caps.get(demand.duty.id) ?? []) {
    earned -= overflow(cap, matching, demand.need);
  }
  const excess = Math.min(earned, earned + carriedIn - demand.need);
  const portable = sum(
    matching.filter((credit) => usable(credit, span, filter, rule)),
  );
  return Math.max(0, Math.min(excess, portable, most));
}

function usable(
  credit: Credit,
  span: Span,
  filter: Filter,
  rule: CarryOver,
): boolean {
  const { counts, earnedInLast } = rule;
  const from = earnedInLast ? startOf(span.to, earnedInLast) : span.from;
  return inSpan(credit.day, { from, to: span.to }) && accepts(filter, credit) &&
    (!counts || kindsOf(credit).some((kind) => counts.includes(kind)));
}

function overflow(cap: Cap, credits: Credit[], need: number): number {
  const { atMost } = cap.limit;
  const most = typeof atMost === "number"
    ? atMost
    : need * atMost.percent / 100;
  const capped = credits.filter((credit) => isCapped(cap, credit));
  return Math.max(0, sum(capped) - most);
}

function sum(credits: Credit[]): number {
  return credits.reduce((hours, credit) => hours + credit.hours, 0);
}
