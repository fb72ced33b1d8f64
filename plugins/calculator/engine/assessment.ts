// SPDX-License-Identifier: MIT
/**
 * Whether each duty binds this person at this renewal, and what is known about it before any hour
 * is allocated.
 *
 * In: a duty and the setting (where the renewal stands, the credit, what lessens duties). Out: an
 * `Assessment`: owed or not, the hours demanded, or the fact that settles it.
 */

import { type Demand, demandFor, rounded } from "./allocation.ts";
import { decide } from "./conditions.ts";
import type { Context } from "./context.ts";
import type { Credit } from "./credit.ts";
import { longDate, parseDay } from "./dates.ts";
import type { Relief } from "./excuses.ts";
import { factOf } from "./facts.ts";
import type { DutyReport, Reason } from "./report.ts";
import { scheduleOf } from "./schedule.ts";
import type { Schedule } from "./stretches.ts";
import { inHours, type Structure } from "./structure.ts";
import type { Duty, Obligation } from "./types.ts";

/** All that assessing a duty of one license needs. */
export interface Setting {
  context: Context;
  structure: Structure;
  credits: Credit[];
  relief: Relief;
  /** The report of another license of the same person, where it is known. */
  other(license: string): DutyReport | null;
}

/** What settles a duty apart from hours; `questions` could still settle a "tick". */
export interface Fact {
  is: "met" | "missing" | "tick";
  /** Met only after the duty's own day. */
  late?: true;
  questions: string[];
  /** Hours of practice that are lacking. */
  lacking?: number;
  /** Credit that shows it. */
  shown?: Credit[];
  reasons?: Reason[];
}

/** One duty, assessed. */
export interface Assessment {
  duty: Duty;
  /**
   * - owed, or may be owed (`questions` decide), or none: does not apply.
   * - coming: not in force at this renewal. bill: not known to be law.
   */
  gate: "owed" | "may" | "none" | "coming" | "bill";
  questions: string[];
  reasons: Reason[];
  schedule: Schedule | null;
  /** Hours owed for each stretch; null where not counted in hours or not established. */
  owed: number | null;
  demands: Demand[];
  fact: Fact | null;
  members: Assessment[];
}

/** Assess a duty and all its members. */
export function assess(duty: Duty, setting: Setting): Assessment {
  const found: Assessment = {
    duty,
    gate: "owed",
    questions: [],
    reasons: [],
    schedule: null,
    owed: null,
    demands: [],
    fact: null,
    members: [],
  };
  gate(found, setting);
  if (found.gate === "none" || found.gate === "bill") return found;
  const satisfied = setting.relief.satisfied.get(duty.id);
  if (satisfied) {
    found.fact = { is: "met", questions: [] };
    found.reasons.push(satisfied);
  }
  if (duty.kind === "group" || duty.kind === "choice") {
    const members = duty.kind === "group" ? duty.all : duty.of;
    found.members = members.map((member) => assess(member, setting));
    tick(found, setting);
  } else {
    assessObligation(found, duty, setting);
  }
  return found;
}

/** Decide whether the duty binds this person at this renewal. */
function gate(found: Assessment, setting: Setting): void {
  const { duty, reasons } = found;
  const { context, relief } = setting;
  const { renewal } = context;
  const none = (reason: Reason) => {
    found.gate = "none";
    reasons.push(reason);
  };
  if ("binds" in duty && duty.binds) {
    none({
      code: "providers",
      text: "It binds course providers: nothing separate to earn.",
    });
    return;
  }
  if (duty.standing) {
    found.gate = "bill";
    reasons.push({ code: "bill", text: "It is not confirmed to be law." });
    return;
  }
  if (duty.until !== undefined && parseDay(duty.until) < renewal) {
    none({
      code: "over",
      text: `It was in force until ${longDate(duty.until)}.`,
    });
    return;
  }
  const excused = relief.excused.get(duty.id);
  if (excused) {
    none(excused);
    return;
  }
  const applies = decide(duty.when, context.facts);
  if (applies.truth === false) {
    none({ code: "who", text: onlyFor(duty.words.who ?? "") });
    return;
  }
  if (existingExempt(found, context)) return;
  inForce(found, context);
  if (applies.truth === null && found.gate !== "coming") {
    found.gate = "may";
    found.questions.push(...applies.questions);
  }
}

/** "if you …" becomes "Owed only if you …", "not if you …" becomes "Not owed if you …". */
function onlyFor(who: string): string {
  return who.startsWith("not if")
    ? `Not owed ${who.slice(4)}.`
    : `Owed only ${who}.`;
}

function existingExempt(found: Assessment, context: Context): boolean {
  const { duty } = found;
  if (!("existing" in duty) || !duty.existing?.exempt) return false;
  const before = duty.existing.licensedBefore;
  if (context.licensed === null) {
    found.gate = "may";
    found.questions.push("licensed");
  } else if (context.licensed < parseDay(before)) {
    found.gate = "none";
    found.reasons.push({
      code: "existing",
      text: `Not owed if you were licensed before ${longDate(before)}.`,
    });
    return true;
  }
  return false;
}

/** Next year's law is shown, and law that began within the period is owed in full, and said so. */
function inForce(found: Assessment, context: Context): void {
  const { from } = found.duty;
  if (from === undefined) return;
  const day = parseDay(from);
  if (day > context.renewal) {
    found.gate = "coming";
    found.reasons.push({
      code: "not-yet",
      text: `In force from ${longDate(from)}.`,
    });
  } else if (context.period && day > context.period.from) {
    found.reasons.push({
      code: "new-law",
      text: `In force since ${
        longDate(from)
      }, within this period; owed in full.`,
    });
  }
}

function assessObligation(
  found: Assessment,
  duty: Obligation,
  setting: Setting,
): void {
  const { context, structure, credits, relief } = setting;
  const schedule = scheduleOf(duty, context);
  found.schedule = schedule;
  found.reasons.push(...schedule.reasons);
  if (schedule.state === "past") {
    found.gate = "none";
    found.reasons.push({
      code: "before-licensure",
      text: `It was due before your ${
        context.license.noun ?? "license"
      } began.`,
    });
    return;
  }
  tick(found, setting);
  const { provider, covers, law } = duty.check ?? {};
  for (const text of [provider, covers, law]) {
    if (text) found.reasons.push({ code: "check", text });
  }
  if (!inHours(duty)) {
    found.fact ??= factOf(duty, schedule, setting);
    found.reasons.push(...(found.fact.reasons ?? []));
    return;
  }
  const ordinary = schedule.hours ?? hoursOf(duty.id, setting);
  found.owed = ordinary;
  if (ordinary === null) {
    found.fact ??= { is: "tick", questions: [] };
    found.reasons.push({
      code: "unknown-amount",
      text: "The number of hours was not established.",
    });
    return;
  }
  const smaller = relief.smaller.get(duty.id);
  if (smaller) found.reasons.push(smaller.reason);
  const worth = relief.worth.get(duty.id);
  if (worth) {
    const less = typeof worth.worth === "number"
      ? worth.worth
      : (hoursOf(worth.worth.of, setting) ?? 0) * worth.worth.percent / 100;
    found.owed = rounded(Math.max(0, ordinary - less));
    found.reasons.push(worth.reason);
  }
  if (found.owed === 0 && !worth) {
    found.gate = "none";
    found.reasons.push({
      code: "zero",
      text: "It is a share of hours that you do not owe.",
    });
    return;
  }
  if (duty.placeUnknown && found.gate !== "none") {
    found.reasons.push({
      code: "assumed",
      text:
        "Whether it counts toward the total was not established; it is counted on top.",
    });
  }
  const need = found.owed ?? 0;
  const later = schedule.state === "later" || found.gate === "coming";
  found.demands = schedule.stretches.map((stretch) =>
    demandFor(duty, stretch, need, later, structure, credits)
  );
}

/** What the person ticked: true, or a day on which credit of this period counts. */
function tick(found: Assessment, setting: Setting): void {
  const { duty, schedule } = found;
  const done = setting.context.done[duty.id];
  if (done === undefined || found.fact) return;
  const day = typeof done === "string" ? parseDay(done) : null;
  const stretch = day === null
    ? undefined
    : schedule?.stretches.find(({ from, to }) => day >= from && day <= to);
  if (done === true || (day !== null && (stretch || !schedule))) {
    const late = day !== null && stretch !== undefined && day > stretch.due;
    found.fact = {
      is: "met",
      questions: [],
      ...(late ? { late } : {}),
    };
    found.reasons.push({
      code: "ticked",
      text: typeof done === "string"
        ? `You marked it as done on ${longDate(done)}.`
        : "You marked it as done.",
    });
  }
}

/** The hours that a duty asks for once, after reductions; null where not established. */
export function hoursOf(id: string, setting: Setting): number | null {
  const smaller = setting.relief.smaller.get(id);
  if (smaller) return smaller.hours;
  const duty = setting.structure.byId.get(id);
  if (!duty || !inHours(duty)) return null;
  if (!duty.share) return duty.hours ?? null;
  if (setting.relief.excused.has(duty.share.of)) return 0;
  const whole = hoursOf(duty.share.of, setting);
  return whole === null ? null : rounded(whole * duty.share.percent / 100);
}
