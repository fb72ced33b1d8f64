// SPDX-License-Identifier: MIT
/**
 * What lessens duties: alternatives, exemptions and the rules for new licensees.
 *
 * In: where the renewal stands, and a way to evaluate education done instead. Out: which duties
 * are excused, satisfied or smaller, and which unanswered questions might make them so.
 */

import { both, decide, longer, type Truth } from "./conditions.ts";
import type { Context } from "./context.ts";
import { civil, parseDay } from "./dates.ts";
import { dueDay } from "./deadlines.ts";
import { prorated } from "./prorating.ts";
import type { DutyReport, ExcuseReport, Reason } from "./report.ts";
import { coveredBy } from "./reach.ts";
import { inHours, structureOf, walk } from "./structure.ts";
import type { Excuse, NewLicensees, Share } from "./types.ts";

/** A smaller amount of a duty, and why. */
export interface Smaller {
  hours: number;
  reason: Reason;
}

/** What holds for this person at this renewal, by duty id. */
export interface Relief {
  excused: Map<string, Reason>;
  satisfied: Map<string, Reason>;
  smaller: Map<string, Smaller>;
  /** Hours of a duty that an alternative is worth. */
  worth: Map<string, { worth: number | Share; reason: Reason }>;
  mayLessen: Map<string, Set<string>>;
  reports: ExcuseReport[];
}

/**
 * Find out what lessens the duties. `instead` evaluates what is done in a duty's place; the
 * alternatives `taking` are granted, as their own education is owed then.
 */
export function reliefOf(
  context: Context,
  instead: (excuse: Excuse) => DutyReport | undefined,
  taking: number[] = [],
): Relief {
  const relief: Relief = {
    excused: new Map(),
    satisfied: new Map(),
    smaller: new Map(),
    worth: new Map(),
    mayLessen: new Map(),
    reports: [],
  };
  const { license } = context;
  license.newLicensees?.forEach((rule, index) => {
    newLicensee(rule, index, context, relief);
  });
  license.exemptions?.forEach((excuse, index) => {
    consider(excuse, "exemption", index, context, relief, instead);
  });
  license.alternatives?.forEach((excuse, index) => {
    const check = taking.includes(index) ? () => undefined : instead;
    consider(excuse, "alternative", index, context, relief, check);
  });
  return relief;
}

function consider(
  excuse: Excuse,
  kind: "alternative" | "exemption",
  index: number,
  context: Context,
  relief: Relief,
  instead: (excuse: Excuse) => DutyReport | undefined,
): void {
  if (!inForce(excuse, context)) return;
  const done = instead(excuse);
  const truth = both(decide(excuse.when, context.facts), truthOf(done));
  const report: ExcuseReport = {
    kind,
    index,
    state: "no",
    questions: truth.questions,
    ...(done ? { instead: done } : {}),
  };
  relief.reports.push(report);
  const { license } = context;
  const covered = coveredBy(excuse.covers, excuse.butNot, license);
  if (!excuse.when && !excuse.instead) {
    report.state = "words";
  } else if (excuse.onApplication && truth.truth !== false) {
    // Only the board can grant it, so no answer lessens anything and none is asked for.
    report.state = "on-application";
    report.questions = [];
  } else if (truth.truth === null) {
    report.state = "unknown";
    covered.forEach((id) => mayLessen(relief, id, truth.questions));
  } else if (truth.truth) {
    report.state = "applies";
    grant(excuse, kind, covered, relief);
  }
}

function grant(
  excuse: Excuse,
  kind: "alternative" | "exemption",
  covered: string[],
  relief: Relief,
): void {
  const reason = because(kind, excuse);
  for (const id of covered) {
    if (excuse.worth !== undefined) {
      relief.worth.set(id, { worth: excuse.worth, reason });
    } else {
      const granted = kind === "exemption" ? relief.excused : relief.satisfied;
      if (!granted.has(id)) granted.set(id, reason);
    }
  }
}

function because(
  code: "alternative" | "exemption" | "new-licensee",
  rule: { text: string; sources?: string[] },
): Reason {
  return { code, text: rule.text, sources: rule.sources };
}

function inForce(excuse: Excuse, context: Context): boolean {
  const { renewal } = context;
  return (excuse.from === undefined || parseDay(excuse.from) <= renewal) &&
    (excuse.until === undefined || renewal <= parseDay(excuse.until));
}

function truthOf(done: DutyReport | undefined): Truth {
  if (!done) return { truth: true, questions: [] };
  const { verdict } = done;
  if (verdict.is === "met") return { truth: true, questions: [] };
  // Unanswered or not ticked: it may be so, but nothing is granted on it.
  return verdict.is === "may"
    ? { truth: null, questions: verdict.questions }
    : { truth: false, questions: [] };
}

function mayLessen(relief: Relief, id: string, questions: string[]): void {
  const found = relief.mayLessen.get(id) ?? new Set<string>();
  questions.forEach((question) => found.add(question));
  relief.mayLessen.set(id, found);
}

function newLicensee(
  rule: NewLicensees,
  index: number,
  context: Context,
  relief: Relief,
): void {
  const truth = both(isNew(rule, context), decide(rule.when, context.facts));
  const decidable = rule.exempt !== undefined || rule.reduce !== undefined ||
    rule.prorate !== undefined;
  relief.reports.push({
    kind: "new-licensee",
    index,
    state: truth.truth === null
      ? "unknown"
      : !truth.truth
      ? "no"
      : decidable
      ? "applies"
      : "words",
    questions: truth.questions,
  });
  const general = rule.exempt === "everything";
  const ids = rule.exempt
    ? coveredBy(rule.exempt, rule.butNot, context.license)
    : coveredBy(
      [rule.reduce ?? rule.prorate ?? ""],
      undefined,
      context.license,
    );
  for (const id of ids) {
    if (general && hasOwnDeadline(id, context)) continue;
    if (truth.truth === null) mayLessen(relief, id, truth.questions);
    else if (truth.truth) lessen(rule, id, context, relief);
  }
}

function lessen(
  rule: NewLicensees,
  id: string,
  context: Context,
  relief: Relief,
): void {
  const reason = because("new-licensee", rule);
  if (rule.exempt) {
    relief.excused.set(id, reason);
    return;
  }
  const own = rule.reduce ?? rule.prorate ?? "";
  const hours = rule.to ?? prorated(rule, own, context);
  if (hours === null) return;
  if (id === own) shrink(id, hours, reason, relief);
  else if (!hasOwnRule(id, context)) {
    const text =
      `${rule.text} We read that the minimum inside shrinks in proportion.`;
    const part = inProportion(id, own, hours, context);
    if (part !== null) shrink(id, part, { ...reason, text }, relief);
  }
}

function shrink(
  id: string,
  hours: number,
  reason: Reason,
  relief: Relief,
): void {
  const before = relief.smaller.get(id);
  if (!before || hours < before.hours) {
    relief.smaller.set(id, { hours, reason });
  }
}

/** A minimum of credit as a part of the smaller whole; null where it is a share of it anyway. */
function inProportion(
  id: string,
  outer: string,
  smaller: number,
  context: Context,
): number | null {
  const { byId } = structureOf(context.license);
  const [part, whole] = [id, outer].map((key) => {
    const duty = byId.get(key);
    return duty && inHours(duty) ? duty.hours : undefined;
  });
  if (part === undefined || !whole) return null;
  return Math.min(part, Math.round(part * smaller / whole * 100) / 100);
}

function hasOwnRule(id: string, context: Context): boolean {
  return (context.license.newLicensees ?? []).some((rule) =>
    rule.reduce === id || rule.prorate === id
  );
}

/**
 * A general exemption of new licensees does not reach a duty that the law itself makes due by
 * then: the special rule goes before the general one.
 */
function hasOwnDeadline(id: string, context: Context): boolean {
  const duty = [...walk(context.license.requires)].find((item) =>
    item.id === id
  );
  if (!duty || duty.kind === "group" || duty.kind === "choice") return false;
  const own = duty.by ?? duty.firstBy ?? duty.phases?.[0].firstBy;
  const counted = own?.points.some((point) =>
    (point.kind === "renewal") ||
    (point.kind === "after" && point.event === "licensed")
  );
  if (!own || !counted) return false;
  const day = dueDay(own, context, duty.from).day;
  return day !== null && day <= context.renewal;
}

function isNew(rule: NewLicensees, context: Context): Truth {
  const { licensed, number, renewal, renewalDay } = context;
  const unknown: Truth = { truth: null, questions: ["licensed"] };
  if (licensed === null) return unknown;
  let truth: boolean;
  if (rule.at === "calendar year of licensure") {
    truth = civil(licensed).year === yearOf(context);
  } else {
    if (number === null) return { truth: null, questions: [] };
    truth = number === (rule.at === "first renewal" ? 1 : 2);
  }
  if (truth && rule.licensed?.date !== undefined) {
    const day = parseDay(rule.licensed.date);
    const { operator } = rule.licensed;
    truth = operator === "<"
      ? licensed < day
      : operator === "<="
      ? licensed <= day
      : operator === ">"
      ? licensed > day
      : licensed >= day;
  } else if (truth && rule.licensed) {
    truth = longer(licensed, renewalDay(1) ?? renewal, rule.licensed);
  }
  return { truth, questions: [] };
}

/** The calendar year that a renewal is about: the one that holds most of a period of a year. */
function yearOf(context: Context): number {
  const { period, renewal } = context;
  if (!period) return civil(renewal).year;
  const days = period.to - period.from;
  return civil(days > 366 ? period.to : period.to - Math.floor(days / 2)).year;
}
