// SPDX-License-Identifier: MIT
/**
 * The engine's entry: what one license requires of one person at one renewal, and how far the
 * credit earned goes.
 *
 * In: a compiled license, the practitioner, the activities, the renewal date. Out: a report. A
 * pure function: no clock, no storage, no network; the same input gives the same report.
 */

import { assess, type Setting } from "./assessment.ts";
import { type Context, contextOf } from "./context.ts";
import { type Credit, ready } from "./credit.ts";
import { isoDate, parseDay } from "./dates.ts";
import { type Relief, reliefOf } from "./excuses.ts";
import { convertedIn, creditsFor } from "./rates.ts";
import type {
  Activity,
  DutyReport,
  Practitioner,
  Report,
  Verdict,
} from "./report.ts";
import { solve } from "./solution.ts";
import { structureOf } from "./structure.ts";
import { summarize } from "./summary.ts";
import type { CompiledLicense, Duty, Excuse, IsoDate } from "./types.ts";
import { uncounted } from "./uncounted.ts";
import { reportOn } from "./verdicts.ts";

/** One license to evaluate. */
export interface Request {
  license: CompiledLicense;
  practitioner: Practitioner;
  renewal: IsoDate;
}

/**
 * Evaluate one license.
 * @param others the same person's other licenses, for duties that point to them.
 * @throws RangeError if a date is not a day as YYYY-MM-DD.
 */
export function evaluate(
  license: CompiledLicense,
  practitioner: Practitioner,
  activities: Activity[],
  renewal: IsoDate,
  others: CompiledLicense[] = [],
): Report {
  const request = { license, practitioner, renewal };
  return evaluateOne(request, ready(activities), others).report;
}

/** Evaluate several licenses of one person with the same credit. */
export function evaluateAll(
  requests: Request[],
  activities: Activity[],
): Report[] {
  const credits = ready(activities);
  const licenses = requests.map((request) => request.license);
  return requests.map((request) =>
    evaluateOne(request, credits, licenses).report
  );
}

/** Verdicts that something is left to do now. */
const OPEN = new Set<Verdict["is"]>(["short", "missing", "tick", "may"]);

/** A report with what it was made from, which the plan for several licenses builds on. */
export interface Evaluation {
  report: Report;
  setting: Setting;
  solution: ReturnType<typeof solve>;
}

/**
 * Evaluate one license with credit made ready.
 * @param taking indices of alternatives to take: what is done instead is owed in place of what they
 * cover. A plan tries whether that asks less.
 */
export function evaluateOne(
  request: Request,
  credits: Credit[],
  others: CompiledLicense[],
  taking: number[] = [],
): Evaluation {
  const { license, practitioner, renewal } = request;
  const context = contextOf(license, practitioner, renewal);
  const setting: Setting = {
    context,
    structure: structureOf(license),
    credits: creditsFor(context, credits),
    relief: noRelief(),
    other: (id) => otherLicense(id, request, credits, others),
  };
  setting.relief = reliefOf(
    context,
    (excuse) => instead(excuse, setting),
    taking,
  );
  const taken = taking.flatMap((index) =>
    license.alternatives?.[index].instead ?? []
  );
  const owed = [...license.requires, ...taken];
  const assessed = owed.map((duty) => assess(duty, setting));
  const solution = solve(assessed, setting);
  const duties = assessed.map((item) => reportOn(item, solution, setting));
  const period = context.period && days(context.period);
  const start = period?.from ?? null;
  const report: Report = {
    license: license.id,
    renewal,
    number: context.number,
    cycle: context.cycle && days(context.cycle),
    period,
    summary: summarize(license, duties, renewal, solution.hoursShort, start),
    duties,
    excuses: setting.relief.reports,
    questions: questionsOf(duties),
    uncounted: uncounted(duties, setting),
    converted: convertedIn(setting.credits),
    changes: changesBefore(context),
  };
  return { report, setting, solution };
}

function days(span: { from: number; to: number }) {
  return { from: isoDate(span.from), to: isoDate(span.to) };
}

function noRelief(): Relief {
  return {
    excused: new Map(),
    satisfied: new Map(),
    smaller: new Map(),
    worth: new Map(),
    mayLessen: new Map(),
    reports: [],
  };
}

/** Evaluate what is done in place of other duties, by itself. */
function instead(excuse: Excuse, setting: Setting): DutyReport | undefined {
  if (!excuse.instead) return undefined;
  // Good for one period only: what was done before it no longer serves.
  const duty: Duty = excuse.only && excuse.instead.kind !== "group" &&
      excuse.instead.kind !== "choice"
    ? { ...excuse.instead, every: { kind: "period" }, by: undefined }
    : excuse.instead;
  const item = assess(duty, { ...setting, relief: noRelief() });
  return reportOn(item, solve([item], setting), setting);
}

/** All that another license requires, as one verdict; null where that license is not at hand. */
function otherLicense(
  id: string,
  request: Request,
  credits: Credit[],
  others: CompiledLicense[],
): DutyReport | null {
  const license = others.find((other) => other.id === id);
  if (!license || license.id === request.license.id) return null;
  // Two licenses that point at each other would never end.
  const rest = others.filter((other) => other.id !== request.license.id);
  const { report } = evaluateOne({ ...request, license }, credits, rest);
  const verdicts = report.duties.map((duty) => duty.verdict);
  return {
    id,
    verdict: worst(verdicts, report),
    owed: null,
    earned: null,
    due: report.renewal,
    window: null,
    counted: [],
    reasons: [],
    sources: [],
    mayLessen: [],
  };
}

function worst(verdicts: Verdict[], report: Report): Verdict {
  const short = verdicts.flatMap((item) =>
    item.is === "short" ? [item.hours] : []
  );
  const by = report.renewal;
  if (short.length > 0) {
    // Mandated topics usually lie inside the total, so the largest is the safe least.
    return { is: "short", hours: Math.max(...short), by };
  }
  const find = (is: Verdict["is"]) => verdicts.find((item) => item.is === is);
  return find("missing") ?? find("may") ?? find("tick") ?? { is: "met" };
}

/**
 * Unanswered questions: those that decide a duty, then those that may lessen one. What is met, or
 * not due yet, no exemption can change.
 */
function questionsOf(duties: DutyReport[]): string[] {
  const all = flat(duties);
  const deciding = all.flatMap(({ verdict }) =>
    verdict.is === "may" ? questionsIn(verdict) : []
  );
  const lessening = all.flatMap((duty) =>
    OPEN.has(duty.verdict.is) ? duty.mayLessen : []
  );
  return [...new Set([...deciding, ...lessening])];
}

function questionsIn(verdict: Verdict): string[] {
  return verdict.is === "may"
    ? [...verdict.questions, ...questionsIn(verdict.otherwise)]
    : [];
}

/** Reports with those of their members. */
export function flat(duties: DutyReport[]): DutyReport[] {
  return duties.flatMap((duty) => [duty, ...flat(duty.members ?? [])]);
}

/** Changes of law that may come before the renewal: those without a date may come any day. */
function changesBefore(context: Context): number[] {
  return (context.license.changes ?? []).flatMap((change, index) =>
    change.date === undefined || parseDay(change.date) <= context.renewal
      ? [index]
      : []
  );
}
