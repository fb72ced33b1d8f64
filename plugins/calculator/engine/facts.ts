// SPDX-License-Identifier: MIT
/**
 * Duties that are not counted in hours of education: courses, credentials, practice, attestations,
 * another license.
 *
 * In: such a duty. Out: the fact that settles it: met, missing, or for the person to tick.
 */

import type { Fact, Setting } from "./assessment.ts";
import { accepts, type Credit, inSpan } from "./credit.ts";
import type { Schedule } from "./stretches.ts";
import type { Obligation } from "./types.ts";

/** Settle a duty as far as answers, ticks and credit allow. */
export function factOf(
  duty: Obligation,
  schedule: Schedule,
  setting: Setting,
): Fact {
  switch (duty.kind) {
    case "course":
      return course(duty, schedule, setting);
    case "holds":
      return held(duty.holds ?? [], setting);
    case "does":
      return held(duty.does ?? [], setting);
    case "practice":
      return practice(duty, setting);
    case "license":
      return otherLicense(duty, setting);
    default:
      return ticked(duty, setting);
  }
}

/**
 * A course shows in the credit, if the duty says by what; any hours of it will do. Whether credit on
 * the subject is the very course that a rule names, only the person knows.
 */
function course(
  duty: Obligation,
  schedule: Schedule,
  setting: Setting,
): Fact {
  const filter = setting.structure.filters.get(duty.id);
  if (!filter || !(duty.topics || duty.formats || duty.counts)) {
    return ticked(duty, setting);
  }
  const shown: Credit[] = [];
  let late = false;
  for (const stretch of schedule.stretches) {
    const found = setting.credits.filter((credit) =>
      credit.hours > 0 && inSpan(credit.day, stretch) && accepts(filter, credit)
    );
    if (found.length === 0) return { is: "missing", questions: [], shown };
    shown.push(...found);
    late ||= found.every((credit) => credit.day > stretch.due);
  }
  if (!duty.named) {
    return { is: "met", questions: [], shown, ...(late ? { late } : {}) };
  }
  const text =
    "There is credit on its subject; mark it as done if that was this course.";
  return {
    is: "tick",
    questions: [],
    shown,
    reasons: [{ code: "check", text }],
  };
}

/** Any one of several credentials or activities, each a yes-or-no question. */
function held(ids: string[], setting: Setting): Fact {
  const answers = ids.map((id) => setting.context.facts.answers[id]);
  const open = ids.filter((_, index) => answers[index] === undefined);
  if (answers.includes(true)) return { is: "met", questions: [] };
  return open.length > 0
    ? { is: "tick", questions: open }
    : { is: "missing", questions: [] };
}

function practice(duty: Obligation, setting: Setting): Fact {
  const done = setting.context.done[duty.id];
  if (typeof done !== "number") return ticked(duty, setting);
  const lacking = (duty.practice ?? 0) - done;
  return lacking > 0
    ? { is: "missing", questions: [], lacking }
    : { is: "met", questions: [] };
}

function ticked(duty: Obligation, setting: Setting): Fact {
  return {
    is: setting.context.done[duty.id] === false ? "missing" : "tick",
    questions: [],
  };
}

function otherLicense(duty: Obligation, setting: Setting): Fact {
  const id = duty.license ?? "";
  const report = setting.other(id);
  const say = (text: string) => [{ code: "other-license" as const, text }];
  if (!report) {
    return {
      is: ticked(duty, setting).is,
      questions: [],
      reasons: say(`Add ${id} to see what it requires.`),
    };
  }
  const { verdict } = report;
  if (verdict.is === "met") {
    return {
      is: "met",
      questions: [],
      reasons: say(`All that ${id} requires is met.`),
    };
  }
  if (verdict.is === "short") {
    return {
      is: "missing",
      questions: [],
      lacking: verdict.hours,
      reasons: say(`${id} still requires credit.`),
    };
  }
  return {
    is: verdict.is === "missing" ? "missing" : "tick",
    questions: verdict.is === "may" ? verdict.questions : [],
    reasons: say(`See what ${id} requires.`),
  };
}
