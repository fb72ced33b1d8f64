// SPDX-License-Identifier: MIT
/**
 * When a duty falls due, and which days' credit counts toward it.
 *
 * In: an obligation and where the renewal stands. Out: one span for each time the amount is owed
 * by this renewal, the day, and whether that is now, later, in the past or not known.
 */

import { anchored, isLicensure, notBeforeLaw, onClock } from "./clocks.ts";
import type { Context } from "./context.ts";
import { dueDay } from "./deadlines.ts";
import { addLength, longDate, parseDay, startOf } from "./dates.ts";
import type { Reason } from "./report.ts";
import {
  clock,
  EVER,
  type Schedule,
  schedule,
  type Stretch,
} from "./stretches.ts";
import type { Deadline, Interval, Obligation, Phase } from "./types.ts";

/** Find out when a duty is owed. */
export function scheduleOf(duty: Obligation, context: Context): Schedule {
  const found = duty.existing
    ? forExisting(duty, duty.existing, context)
    : forAll(duty, context);
  if (duty.over) {
    const over = duty.over;
    found.stretches = found.stretches.map((item) => ({
      ...item,
      from: startOf(item.due, over),
    }));
  }
  return found;
}

function forAll(duty: Obligation, context: Context): Schedule {
  return duty.phases
    ? phased(duty, duty.phases, context)
    : rhythm(duty, duty.every ?? { kind: "period" }, context);
}

/** People licensed before a law began have another first deadline. */
function forExisting(
  duty: Obligation,
  existing: NonNullable<Obligation["existing"]>,
  context: Context,
): Schedule {
  const { licensed, renewal } = context;
  if (licensed === null) {
    const now: Stretch = { from: EVER, to: renewal, due: renewal };
    return schedule("unknown", [now], { questions: ["licensed"] });
  }
  const before = existing.licensedBefore;
  if (licensed >= parseDay(before)) return forAll(duty, context);
  const { by } = existing;
  const found = duty.every?.kind === "once"
    ? once({ ...duty, by }, context)
    : notBefore(by, duty, context);
  found.reasons.unshift({
    code: "existing",
    text: `You were licensed before ${longDate(before)}.`,
  });
  return found;
}

/** What repeats keeps its rhythm; a first day that is still ahead puts it off. */
function notBefore(
  by: Deadline | undefined,
  duty: Obligation,
  context: Context,
): Schedule {
  const first = by ? dueDay(by, context, duty.from).day : null;
  if (first === null || first <= context.renewal) return forAll(duty, context);
  return schedule("later", [{ from: EVER, to: first, due: first }]);
}

function rhythm(
  duty: Obligation,
  every: Interval,
  context: Context,
): Schedule {
  switch (every.kind) {
    case "once":
      return once(duty, context);
    case "period":
      return eachPeriod(duty, context);
    case "cycle":
      return everyCycles(duty, every.count, context);
    case "time":
      return onClock(duty, every.length, context);
  }
}

/** Once in a lifetime; earlier credit counts, and so does credit that came late. */
function once(duty: Obligation, context: Context): Schedule {
  const { renewal } = context;
  const { by } = duty;
  if (!by) {
    return schedule("due", [{ from: EVER, to: renewal, due: renewal }]);
  }
  if (isLicensure(by)) return schedule("past", []);
  const due = dueDay(by, context, duty.from);
  const day = due.day ?? due.atLatest;
  if (day === null || (due.day === null && day > renewal)) {
    const end = day ?? renewal;
    const latest = { from: EVER, to: Math.max(end, renewal), due: end };
    return schedule("unknown", [latest], { questions: due.questions });
  }
  const first = notBeforeLaw(duty, day, context);
  const reasons = first === day ? [] : [
    clock("Its day by your licensure passed before the law came into force."),
  ];
  return schedule(
    first > renewal ? "later" : "due",
    [{ from: EVER, to: Math.max(first, renewal), due: first }],
    { reasons },
  );
}

/** Each education period, or each cycle where there is none. */
function eachPeriod(duty: Obligation, context: Context): Schedule {
  const { period, renewal } = context;
  if (!period) return unfixed(context);
  const reasons: Reason[] = period.assumed === undefined
    ? []
    : [{ code: "assumed", text: period.assumed }];
  const stretch = { from: period.from, to: period.to, due: period.due };
  if (period.questions.length > 0) {
    const { questions } = period;
    return schedule("unknown", [stretch], { reasons, questions });
  }
  if (period.due > renewal) return schedule("later", [stretch], { reasons });
  return withFirst(duty, stretch, context, { reasons });
}

function unfixed(context: Context): Schedule {
  const { renewal } = context;
  return schedule("unfixed", [{ from: EVER, to: renewal, due: renewal }], {
    reasons: [{
      code: "assumed",
      text: "The length of the renewal cycle was not established.",
    }],
  });
}

/** Apply `first-by` to a duty of every period or cycle. */
function withFirst(
  duty: Obligation,
  stretch: Stretch,
  context: Context,
  more: Partial<Schedule> = {},
): Schedule {
  if (!duty.firstBy) return schedule("due", [stretch], more);
  const first = dueDay(duty.firstBy, context, duty.from);
  if (first.day === null) {
    // A day that is past in any case leaves the ordinary rhythm.
    const past = first.atLatest !== null && first.atLatest <= stretch.due;
    const state = past ? "due" : "unknown";
    return schedule(state, [stretch], { ...more, questions: first.questions });
  }
  if (first.day > context.renewal) {
    const length = stretch.due - stretch.from;
    return schedule("later", [{
      from: first.day - length,
      to: first.day,
      due: first.day,
    }], more);
  }
  // The first time it may fall due within the period; what comes later than that still counts.
  const due = first.day >= stretch.from ? first.day : stretch.due;
  return schedule("due", [{ ...stretch, due }], more);
}

/** Every so many renewals, counted from the first one or from `first-by`. */
function everyCycles(
  duty: Obligation,
  count: number,
  context: Context,
): Schedule {
  const { renewal, every, cycle, number } = context;
  if (!every || !cycle) return unfixed(context);
  if (count === 1) return withFirst(duty, { ...cycle, due: renewal }, context);
  const back = (cycles: number) => startOf(renewal, every, cycles);
  const due: Stretch = { from: back(count), to: renewal, due: renewal };
  if (number === null) {
    return schedule("unknown", [due], { questions: ["licensed"] });
  }
  const offset = firstRenewalOf(duty, count);
  const since = (number - offset) % count;
  if (number >= offset && since === 0) return schedule("due", [due]);
  const wait = number < offset ? offset - number : count - since;
  const next = context.renewalDay(number + wait) ?? renewal;
  return schedule("later", [{
    from: number < offset ? EVER : back(since),
    to: renewal,
    due: next,
  }]);
}

/** The renewal at which an every-so-many-cycles duty is first owed: the `count`-th by default. */
function firstRenewalOf(duty: Obligation, count: number): number {
  const point = duty.firstBy?.points[0];
  return point?.kind === "renewal" ? point.count : count;
}

/** The phase that this renewal falls into. */
function phased(
  duty: Obligation,
  phases: Phase[],
  context: Context,
): Schedule {
  const { number, renewal } = context;
  if (number === null) {
    const first = rhythm(plain(duty, phases[0]), phases[0].every, context);
    return {
      ...first,
      state: "unknown",
      questions: ["licensed"],
      hours: phases[0].hours,
    };
  }
  let before = 0;
  for (const phase of phases) {
    const last = phase.forFirst === undefined;
    if (last || number <= before + (phase.forFirst ?? 0)) {
      const start = before === 0 ? null : context.renewalDay(before);
      const found = last && start !== null && phase.every.kind === "time"
        ? anchored(
          addLength(start, phase.every.length),
          phase.every.length,
          context,
        )
        : rhythm(plain(duty, phase), phase.every, context);
      return { ...found, hours: phase.hours };
    }
    before += phase.forFirst ?? 0;
  }
  return schedule("past", [{ from: EVER, to: renewal, due: renewal }]);
}

/** The duty as one phase has it. A first deadline belongs to the first renewal only. */
function plain(duty: Obligation, phase: Phase): Obligation {
  return { ...duty, phases: undefined, firstBy: phase.firstBy };
}
