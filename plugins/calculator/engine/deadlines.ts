// SPDX-License-Identifier: MIT
/**
 * Deadlines as days: "second renewal or 4 years after licensure, whichever is first".
 *
 * In: a deadline and where the renewal stands. Out: the day, or the questions that would fix it.
 */

import { type Context, dateAnswer } from "./context.ts";
import { addLength, civil, nextMonthDay, parseDay } from "./dates.ts";
import type { Deadline, IsoDate, Point } from "./types.ts";

/**
 * `day` null: it depends on `questions`. `atLatest`: with some points unknown and the first
 * counting, the day by which it falls due in any case.
 */
export interface Due {
  day: number | null;
  atLatest: number | null;
  questions: string[];
}

/** Work out a deadline. `inForce` is the first day of the law that sets it, if it says so. */
export function dueDay(
  deadline: Deadline,
  context: Context,
  inForce?: IsoDate,
): Due {
  const days: number[] = [];
  const questions: string[] = [];
  for (const point of deadline.points) {
    const found = pointDay(point, context, inForce);
    if (typeof found === "number") days.push(found);
    else questions.push(...found);
  }
  const known = days.length === deadline.points.length;
  const last = deadline.pick === "last";
  const day = days.length === 0
    ? null
    : last
    ? Math.max(...days)
    : Math.min(...days);
  return {
    day: known ? day : null,
    atLatest: known || !last ? day : null,
    questions: [...new Set(questions)],
  };
}

function pointDay(
  point: Point,
  context: Context,
  inForce?: IsoDate,
): number | string[] {
  switch (point.kind) {
    case "date":
      return parseDay(point.date);
    case "renewal":
      return context.renewalDay(point.count) ?? ["licensed"];
    case "full-period":
      return fullPeriodEnd(context, point.count) ?? ["licensed"];
    case "licensure":
      return context.licensed ?? ["licensed"];
    case "after": {
      const event = dateAnswer(context.facts.answers[point.event]);
      return event === null ? [point.event] : addLength(event, point.length);
    }
    case "month-day": {
      // Any such day will do to begin with where neither licensure nor the law's start is known.
      const law = inForce === undefined ? null : parseDay(inForce);
      const start = Math.max(context.licensed ?? 0, law ?? 0);
      return nextMonthDay(start, point.day);
    }
  }
}

/** The end of the `count`-th period that lies wholly after licensure. */
function fullPeriodEnd(context: Context, count: number): number | null {
  const { period, licensed } = context;
  const length = context.license.period?.length ?? context.every;
  if (!period || licensed === null || !length) return null;
  const sticky = civil(period.to + 1).day === 1 ? 31 : undefined;
  const end = (index: number) => addLength(period.to, length, index, sticky);
  let index = 0;
  while (end(index) >= licensed) index--;
  while (end(index) < licensed) index++;
  // `end(index)` closes the period of licensure, which is full only if it began that very day.
  const first = end(index - 1) + 1 >= licensed ? index : index + 1;
  return end(first + count - 1);
}
