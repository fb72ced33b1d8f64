// SPDX-License-Identifier: MIT
/**
 * Where a renewal stands: its cycle, its number counted from licensure, the education period that
 * it looks at.
 *
 * In: a license, what is known about the person, the renewal date. Out: a `Context`, which all
 * later steps read. All days are day numbers; spans hold both their days.
 */

import { decide, type Facts } from "./conditions.ts";
import {
  addLength,
  civil,
  dayOf,
  nextMonthDay,
  parseDay,
  roughDays,
  startOf,
} from "./dates.ts";
import type { Practitioner } from "./report.ts";
import type {
  CompiledLicense,
  IsoDate,
  Length,
  MonthDay,
  Renewal,
} from "./types.ts";

/** Days on which credit counts, the first and last included. */
export interface Span {
  from: number;
  to: number;
}

/** The education period of a renewal. */
export interface Period extends Span {
  /** When what it asks for is due: its end, or the renewal. */
  due: number;
  /** Why it is only a guess on the safe side, if it is. */
  assumed?: string;
  /** Unanswered questions that would fix it. */
  questions: string[];
}

/** All that is known about one license at one renewal. */
export interface Context {
  license: CompiledLicense;
  facts: Facts;
  done: Record<string, boolean | number | IsoDate>;
  renewal: number;
  /** The renewal cycle's length, null where not established. */
  every: Length | null;
  cycle: Span | null;
  /** Day of licensure. */
  licensed: number | null;
  /** 1 at the first renewal. */
  number: number | null;
  period: Period | null;
  /** The day on which the `count`-th renewal falls; null where it cannot be known. */
  renewalDay(count: number): number | null;
}

/** Which group of licensees the person belongs to, where a license has several cycles. */
export function ownRenewal(license: CompiledLicense, facts: Facts): Renewal {
  const truths = license.renewals.map((item) => decide(item.when, facts).truth);
  const sure = truths.indexOf(true);
  const possible = truths.indexOf(null);
  return license.renewals[sure >= 0 ? sure : Math.max(possible, 0)];
}

/** Find out where a renewal stands. */
export function contextOf(
  license: CompiledLicense,
  practitioner: Practitioner,
  renewal: IsoDate,
): Context {
  const { answers } = practitioner;
  const end = parseDay(renewal);
  const facts = { answers, profession: license.profession, renewal: end };
  const own = ownRenewal(license, facts);
  const every = own.every ?? null;
  const licensed = dateAnswer(answers["licensed"]);
  const born = dateAnswer(answers["born"]);
  const anchor = anchorDay(own, end, born);
  const back = (cycles: number) =>
    every === null ? null : addLength(end, every, -cycles, anchor);
  const first = practitioner.firstRenewal === undefined
    ? null
    : parseDay(practitioner.firstRenewal);
  const issued = licensed !== null && own.ends.kind === "issue-month-end"
    ? monthEnd(licensed)
    : licensed;
  const number = numberOf(back, issued, first);
  const previous = back(1);
  const context: Context = {
    license,
    facts,
    done: practitioner.done ?? {},
    renewal: end,
    every,
    cycle: previous === null ? null : { from: previous + 1, to: end },
    licensed,
    number,
    period: null,
    renewalDay: (count) => {
      if (number === null) return null;
      return count === 1 && first !== null ? first : back(number - count);
    },
  };
  context.period = periodOf(context, born);
  return context;
}

/** A date among the answers, as a day number. */
export function dateAnswer(answer: unknown): number | null {
  return typeof answer === "string" ? parseDay(answer) : null;
}

/** The day of the month that renewals aim at, so that short months do not move later ones. */
function anchorDay(
  own: Renewal,
  renewal: number,
  born: number | null,
): number | undefined {
  const kind = own.ends.kind;
  const monthEnds = [
    "birth-month-end",
    "month-after-birth-month-end",
    "issue-month-end",
  ];
  // A renewal date that is no month's end shows that the rule was not followed to the day.
  const isMonthEnd = civil(renewal + 1).day === 1;
  if (monthEnds.includes(kind)) return isMonthEnd ? 31 : undefined;
  return kind === "birthday" && born !== null ? civil(born).day : undefined;
}

/** The last day of a day's month. A license that ends with the month of issue does not end at once. */
function monthEnd(day: number): number {
  const { year, month } = civil(day);
  return dayOf(year, month, 31);
}

/** Count the renewals after licensure. The day of licensure itself is no renewal. */
function numberOf(
  back: (cycles: number) => number | null,
  licensed: number | null,
  first: number | null,
): number | null {
  if (licensed === null && first === null) return null;
  for (let earlier = 1;; earlier++) {
    const day = back(earlier);
    if (day === null) return null;
    const counts = first !== null ? day >= first : day > (licensed ?? 0);
    if (!counts) return earlier;
  }
}

/** The education period that the renewal looks at, or that runs on past it. */
function periodOf(context: Context, born: number | null): Period | null {
  const { renewal, every, cycle, licensed } = context;
  const rule = context.license.period;
  if (!rule) {
    return cycle && { ...cycle, due: renewal, questions: [] };
  }
  const { length, runs, ends } = rule;
  const rolling: Period = {
    from: startOf(renewal, length),
    to: renewal,
    due: renewal,
    questions: [],
  };
  if (runs === "to each renewal") {
    return rolling;
  }
  if (
    runs === "to December 31 before renewal" || runs === "in calendar years"
  ) {
    const { year, month, day } = civil(renewal);
    const last = month === 12 && day === 31 ? year : year - 1;
    const to = dayOf(last, 12, 31);
    return { from: startOf(to, length), to, due: to, questions: [] };
  }
  if (runs === "from first birthday after licensure") {
    if (licensed === null || born === null) {
      const questions = [];
      if (licensed === null) questions.push("licensed");
      if (born === null) questions.push("born");
      return {
        ...rolling,
        questions,
        assumed: `It is counted back from the renewal, as the period ` +
          `begins on a birthday that is not known yet.`,
      };
    }
    return birthdayPeriod(renewal, every, licensed, born, length);
  }
  if (ends) return fixedPeriod(renewal, every, length, ends);
  return {
    ...rolling,
    assumed: runs === "on a fixed cycle"
      ? "It is counted back from the renewal; the board sets common dates for the period."
      : "It is counted back from the renewal; when the period begins was not found.",
  };
}

/** The period of common dates that ends within the renewal's cycle, or else the next one to end. */
function fixedPeriod(
  renewal: number,
  every: Length | null,
  length: Length,
  ends: MonthDay,
): Period {
  const opened = every === null ? renewal : addLength(renewal, every, -1) + 1;
  const to = nextMonthDay(opened, ends);
  return { from: startOf(to, length), to, due: to, questions: [] };
}

/** The period that ends within the renewal's cycle, or else the one that contains the renewal. */
function birthdayPeriod(
  renewal: number,
  every: Length | null,
  licensed: number,
  born: number,
  length: Length,
): Period {
  const birth = civil(born);
  const year = civil(licensed).year;
  let start = dayOf(year, birth.month, birth.day);
  if (start <= licensed) start = dayOf(year + 1, birth.month, birth.day);
  const startOf = (index: number) => addLength(start, length, index, birth.day);
  const opened = every === null ? renewal : addLength(renewal, every, -1);
  let index = 0;
  // A period ends on the day before a birthday; skip those that ended before this cycle.
  while (startOf(index + 1) - 1 <= opened) index++;
  const to = startOf(index + 1) - 1;
  return { from: startOf(index), to, due: to, questions: [] };
}

/** The span one education period earlier, or null where periods overlap or are not known. */
export function previousPeriod(context: Context, span: Span): Span | null {
  const rule = context.license.period;
  const length = rule?.length ?? context.every;
  if (!length || !context.every) return null;
  const overlaps = rule !== undefined && rule.runs === "to each renewal" &&
    roughDays(rule.length) > roughDays(context.every);
  if (overlaps) return null;
  const to = span.from - 1;
  return { from: startOf(to, length), to };
}
