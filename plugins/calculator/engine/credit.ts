// SPDX-License-Identifier: MIT
/**
 * The credit earned, made ready for counting, and whether it is of the kind that a duty accepts.
 *
 * In: activities as entered. Out: credits in an order of their own, so that the order of entry
 * never matters.
 */

import { type Span } from "./context.ts";
import { parseDay } from "./dates.ts";
import type { Activity } from "./report.ts";
import type { Cap, Filter } from "./structure.ts";
import type { Rate } from "./types.ts";

/** One activity, ready for counting. */
export interface Credit {
  /** Its place in the list as entered. */
  index: number;
  day: number;
  hours: number;
  category: string | undefined;
  topics: readonly string[];
  formats: readonly string[];
  /** The unit it was earned in, where that is not the hour. */
  unit?: string;
  /** The rate at which it was counted, where it is of another unit or system. */
  rate?: Rate;
}

const NONE: readonly string[] = [];

/**
 * Make activities ready: earlier ones first, those of a day by what they are.
 * @throws RangeError if a date is not a day as YYYY-MM-DD.
 */
export function ready(activities: Activity[]): Credit[] {
  const credits = activities.map((item, index) => {
    const credit: Credit = {
      index,
      day: parseDay(item.date),
      hours: usable(item.hours),
      category: item.category,
      topics: item.topics ?? NONE,
      formats: item.formats ?? NONE,
    };
    if (item.hours === undefined && item.unit !== undefined) {
      credit.unit = item.unit;
      credit.hours = usable(item.amount);
    }
    return credit;
  });
  return credits.sort((one, other) =>
    one.day - other.day || other.hours - one.hours ||
    compare(keyOf(one), keyOf(other)) || one.index - other.index
  );
}

function usable(hours: number | undefined): number {
  return hours !== undefined && hours > 0 && hours < Infinity ? hours : 0;
}

function keyOf(credit: Credit): string {
  const { category, topics, formats } = credit;
  return [category, [...topics].sort(), [...formats].sort()].join("|");
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether credit is of the kind that a duty accepts, whenever it was earned. */
export function accepts(filter: Filter, credit: Credit): boolean {
  return hasTopic(filter, credit) && hasKind(filter, credit);
}

/** Whether its subject is right. */
export function hasTopic(filter: Filter, credit: Credit): boolean {
  const { topics } = filter;
  return topics === null || credit.topics.some((topic) => topics.has(topic));
}

/** Whether its category and format are. */
export function hasKind(filter: Filter, credit: Credit): boolean {
  const { category, formats, rate } = credit;
  return filter.counts.every((set) =>
    (category !== undefined && set.has(category)) ||
    (rate?.as !== undefined && set.has(rate.as))
  ) && filter.formats.every((set) => formats.some((item) => set.has(item)));
}

/** Whether a cap covers the credit: it is of any of the kinds that the limit names. */
export function isCapped(cap: Cap, credit: Credit): boolean {
  if (cap.unit !== undefined) return cap.unit === credit.unit;
  const { topics, counts, formats } = cap.limit;
  return (topics?.some((topic) => credit.topics.includes(topic)) ?? false) ||
    (formats?.some((item) => credit.formats.includes(item)) ?? false) ||
    kindsOf(credit).some((kind) => counts?.includes(kind) ?? false);
}

/** The categories that credit is of: its own, and the one it counts as. */
export function kindsOf(credit: Credit): string[] {
  return [credit.category, credit.rate?.as].filter((kind) =>
    kind !== undefined
  );
}

/** Whether a day lies in a span. */
export function inSpan(day: number, span: Span): boolean {
  return day >= span.from && day <= span.to;
}
