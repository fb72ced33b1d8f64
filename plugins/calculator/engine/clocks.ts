// SPDX-License-Identifier: MIT
/**
 * Duties on a clock of their own, which is not the renewal's: every so many years, or each year.
 *
 * In: an obligation, the length of its interval, where the renewal stands. Out: its schedule.
 */

import type { Context, Span } from "./context.ts";
import {
  addLength,
  isoDate,
  lengthInWords,
  longDate,
  parseDay,
  roughDays,
  startOf,
} from "./dates.ts";
import { dueDay } from "./deadlines.ts";
import {
  clock,
  EVER,
  type Schedule,
  schedule,
  type Stretch,
} from "./stretches.ts";
import type { Deadline, Length, Obligation } from "./types.ts";

/** A clock of its own, of so many months or years. */
export function onClock(
  duty: Obligation,
  length: Length,
  context: Context,
): Schedule {
  const { renewal, every, cycle } = context;
  const back = { from: startOf(renewal, length), to: renewal };
  if (every && cycle && roughDays(length) < roughDays(every)) {
    return schedule("due", yearly(length, cycle, every, context));
  }
  if (duty.firstBy) {
    const first = dueDay(duty.firstBy, context, duty.from);
    if (first.day === null) {
      return schedule("unknown", [{ ...back, due: renewal }], {
        questions: first.questions,
      });
    }
    if (!isLicensure(duty.firstBy)) {
      const day = notBeforeLaw(duty, first.day, context);
      return anchored(day, length, context, hasFixedDays(duty.firstBy));
    }
    // Done before licensure, it is looked for again once that lies `length` back.
    const again = addLength(first.day, length);
    if (again > renewal) {
      return schedule("later", [{ ...back, due: again }]);
    }
  }
  const longer = !every || roughDays(length) > roughDays(every);
  const reach = lengthInWords(length);
  const said = `Credit of the ${reach} before the renewal counts.`;
  return schedule("due", [{ ...back, due: renewal }], {
    reasons: longer ? [clock(said)] : [],
  });
}

/** Several times within one cycle, such as each year: one stretch for each that has ended. */
function yearly(
  length: Length,
  cycle: Span,
  every: Length,
  context: Context,
): Stretch[] {
  const times = Math.floor(roughDays(every) / roughDays(length) + 0.01);
  const stretches: Stretch[] = [];
  for (let left = times - 1; left >= 0; left--) {
    // Counted back from the renewal, so that the last one ends with it.
    const due = startOf(cycle.to, length, left) - 1;
    const from = startOf(cycle.to, length, left + 1);
    const before = context.licensed !== null && due <= context.licensed;
    if (!before) stretches.push({ from, to: due, due });
  }
  return stretches;
}

/**
 * On fixed days, `length` apart, from the first one on. Credit of any age counts toward the first,
 * unless the stretches are the same for everybody (`fixed`).
 */
export function anchored(
  first: number,
  length: Length,
  context: Context,
  fixed = false,
): Schedule {
  const { renewal, cycle, licensed } = context;
  const opened = cycle ? cycle.from - 1 : renewal - 1;
  let times = 0;
  while (addLength(first, length, times) <= opened) times++;
  const due = addLength(first, length, times);
  const from = times === 0 && !fixed
    ? EVER
    : addLength(first, length, times - 1) + 1;
  const stretch = { from, to: Math.max(due, renewal), due };
  if (due <= renewal) return schedule("due", [stretch]);
  const since = times === 0 || licensed === null
    ? []
    : [clock(`It last fell due on ${longDate(isoDate(from - 1))}.`)];
  return schedule("later", [{ ...stretch, to: renewal }], { reasons: since });
}

/** A deadline that passed before the law began moves to the first renewal under the law. */
export function notBeforeLaw(
  duty: Obligation,
  day: number,
  context: Context,
): number {
  if (duty.from === undefined || day >= parseDay(duty.from)) return day;
  const law = parseDay(duty.from);
  const { renewal, every } = context;
  let first = renewal;
  for (let back = 1; every !== null; back++) {
    const earlier = addLength(renewal, every, -back);
    if (earlier < law) break;
    first = earlier;
  }
  return first;
}

/** Whether a deadline is the same day for everybody. */
function hasFixedDays(by: Deadline): boolean {
  return by.points.every((point) => point.kind === "date");
}

/** Whether a deadline is the issue of the license itself. */
export function isLicensure(by: Deadline): boolean {
  return by.points.every((point) => point.kind === "licensure");
}
