// SPDX-License-Identifier: MIT
/**
 * The verdict on each duty, with the credit counted for it and the reasons.
 *
 * In: assessed duties and the solution for all of them together. Out: a report for each duty.
 */

import { type Demand, rounded, type Served } from "./allocation.ts";
import { hoursShort } from "./nesting.ts";
import type { Assessment, Setting } from "./assessment.ts";
import { burden, type Way, waysOf } from "./choices.ts";
import { isoDate, parseDay } from "./dates.ts";
import type { Counted, DutyReport, Reason, Verdict } from "./report.ts";
import { EVER } from "./stretches.ts";
import type { Solution } from "./solution.ts";
import { amount } from "./summary.ts";
import type { Choice } from "./types.ts";

/** Report on a duty of a license's list. */
export function reportOn(
  item: Assessment,
  solution: Solution,
  setting: Setting,
): DutyReport {
  const { duty } = item;
  const served = servedFor(item, solution);
  const report: DutyReport = {
    id: duty.id,
    verdict: { is: "none" },
    owed: null,
    earned: null,
    due: null,
    window: null,
    counted: [],
    reasons: [...item.reasons],
    sources: duty.sources ?? [],
    mayLessen: [...setting.relief.mayLessen.get(duty.id) ?? []],
  };
  if (item.gate === "none" || item.gate === "bill") {
    if (item.gate === "bill") report.verdict = { is: "unconfirmed" };
    return report;
  }
  if (item.members.length > 0) {
    report.members = item.members.map((member) =>
      reportOn(member, solution, setting)
    );
  }
  fill(report, item, served, setting);
  const verdict = item.members.length > 0
    ? jointVerdict(item, solution, setting, report.members ?? [])
    : singleVerdict(item, served, setting);
  report.verdict = gated(verdict, item);
  explainChoice(report, item);
  return report;
}

/** What the duty's own demands are served: in the solution, or were they owed besides. */
function servedFor(
  item: Assessment,
  solution: Solution,
): Map<Demand, Served> {
  const { demands } = item;
  if (demands.every((demand) => solution.served.has(demand))) {
    return solution.served;
  }
  return solution.besides(demands);
}

/** A duty that only may apply is not owed, but its verdict is told. */
function gated(verdict: Verdict, item: Assessment): Verdict {
  if (item.gate === "coming") {
    return {
      ...(verdict.is === "short" ? { hours: verdict.hours } : {}),
      is: "later",
      by: item.duty.from ?? "",
    };
  }
  if (item.gate !== "may" || verdict.is === "met") return verdict;
  if (verdict.is === "may") {
    const questions = [...new Set([...item.questions, ...verdict.questions])];
    return { ...verdict, questions };
  }
  if (verdict.is === "later") return verdict;
  return { is: "may", questions: item.questions, otherwise: verdict };
}

/** Amounts, days and the credit counted. */
function fill(
  report: DutyReport,
  item: Assessment,
  served: Map<Demand, Served>,
  setting: Setting,
): void {
  const { schedule, demands } = item;
  const stretches = schedule?.stretches ?? [];
  if (stretches.length > 0) {
    const from = Math.min(...stretches.map((stretch) => stretch.from));
    const to = Math.max(...stretches.map((stretch) => stretch.to));
    report.window = {
      from: from === EVER ? null : isoDate(from),
      to: isoDate(to),
    };
    const open = demands.find((demand) => (served.get(demand)?.short ?? 0) > 0);
    report.due = isoDate((open?.stretch ?? stretches[0]).due);
  }
  if (item.owed !== null) {
    report.owed = rounded(item.owed * Math.max(1, stretches.length));
    report.earned = 0;
  }
  let carried = 0;
  for (const demand of demands) {
    const found = served.get(demand);
    if (!found) continue;
    report.earned = rounded((report.earned ?? 0) + found.earned);
    report.counted.push(...found.counted);
    carried += found.carried;
  }
  if (carried > 0) {
    report.reasons.push({
      code: "carried",
      text: `${
        amount(carried, setting.context.license.unit)
      } carried over from the period before.`,
    });
  }
  report.counted.push(
    ...(item.fact?.shown ?? []).map((credit): Counted => ({
      activity: credit.index,
      hours: credit.hours,
    })),
  );
}

function singleVerdict(
  item: Assessment,
  served: Map<Demand, Served>,
  setting: Setting,
): Verdict {
  const { schedule, fact, demands } = item;
  const due = schedule?.stretches[0]?.due ?? setting.context.renewal;
  if (fact?.is === "met") {
    return fact.late ? { is: "met", late: true } : { is: "met" };
  }
  if (fact) {
    const rest: Verdict = fact.is === "tick"
      ? { is: "tick", by: isoDate(due) }
      : fact.lacking === undefined
      ? { is: "missing", by: isoDate(due) }
      : { is: "short", hours: fact.lacking, by: isoDate(due) };
    return timed(rest, item, due);
  }
  const short = rounded(
    demands.reduce((sum, demand) => sum + (served.get(demand)?.short ?? 0), 0),
  );
  if (short === 0) return met(demands, served, setting);
  const open = demands.find((demand) => (served.get(demand)?.short ?? 0) > 0);
  const by = open?.stretch.due ?? due;
  return timed({ is: "short", hours: short, by: isoDate(by) }, item, by);
}

/** Put what is left to do into time: later, perhaps, or not for a program to say. */
function timed(rest: Verdict, item: Assessment, due: number): Verdict {
  const { schedule } = item;
  switch (schedule?.state) {
    case "later":
      return {
        is: "later",
        by: isoDate(due),
        ...(rest.is === "short" ? { hours: rest.hours } : {}),
      };
    case "unknown":
      return {
        is: "may",
        questions: schedule.questions,
        otherwise: rest,
      };
    case "unfixed":
      return { is: "tick", by: isoDate(due) };
    default:
      return rest;
  }
}

/** Met; late if the credit that came by the duty's own day was not enough. */
function met(
  demands: Demand[],
  served: Map<Demand, Served>,
  setting: Setting,
): Verdict {
  const days = new Map(
    setting.credits.map((credit) => [credit.index, credit.day]),
  );
  const late = demands.some((demand) => {
    const { due, to } = demand.stretch;
    if (due >= to) return false;
    const inTime = (served.get(demand)?.counted ?? []).filter((item) =>
      (days.get(item.activity) ?? due) <= due
    );
    const hours = inTime.reduce((sum, item) => sum + item.hours, 0);
    return hours < demand.need - 1e-6;
  });
  return late ? { is: "met", late: true } : { is: "met" };
}

/** A group or choice: by the way that was taken for it. */
function jointVerdict(
  item: Assessment,
  solution: Solution,
  setting: Setting,
  members: DutyReport[],
): Verdict {
  const by = isoDate(setting.context.renewal);
  if (item.fact?.is === "met") return { is: "met" };
  const way = solution.ways.get(item) ?? nearest(item, solution, setting);
  const served = way.demands.every((demand) => solution.served.has(demand))
    ? solution.served
    : solution.besides(way.demands);
  const hours = rounded(
    hoursShort(way.demands, served, setting.structure),
  );
  if (way.missing > 0) return { is: "missing", by };
  if (way.ticks > 0) return { is: "tick", by };
  if (hours === 0) return { is: "met" };
  const days = members.flatMap((member) =>
    member.verdict.is === "short" ? [parseDay(member.verdict.by)] : []
  );
  const first = Math.min(...days, setting.context.renewal);
  return { is: "short", hours, by: isoDate(first) };
}

/** The way that asks least, for a part that the solution did not choose for itself. */
function nearest(
  item: Assessment,
  solution: Solution,
  setting: Setting,
): Way {
  const cost = (way: Way) =>
    burden(way) + hoursShort(
      way.demands,
      solution.besides(way.demands),
      setting.structure,
    );
  const ways = waysOf(item).map((way) => ({ way, cost: cost(way) }));
  return ways.reduce((best, one) => one.cost < best.cost ? one : best).way;
}

/** In a choice that is met, the ways that are not are not needed. */
function explainChoice(report: DutyReport, item: Assessment): void {
  if (item.duty.kind !== "choice" || report.verdict.is !== "met") return;
  const reason: Reason = {
    code: "choice",
    text: "Not needed: another way is enough.",
  };
  const met = (report.members ?? []).filter((member) =>
    member.verdict.is === "met"
  );
  if (met.length < (item.duty as Choice).choose) return;
  for (const member of report.members ?? []) {
    if (member.verdict.is === "met") continue;
    member.verdict = { is: "none" };
    member.reasons.push(reason);
  }
}
