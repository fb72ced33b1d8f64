// SPDX-License-Identifier: MIT
/**
 * Conditions with three values: yes, no, and not known until a question is answered.
 *
 * In: a condition, what is known about the person, the renewal date. Out: the truth, and the
 * unanswered questions that keep it from being known.
 */

import { addMonths, parseDay } from "./dates.ts";
import type { Answer } from "./report.ts";
import type { Comparison, Condition } from "./types.ts";

/** `truth` is null where an unanswered question decides; then `questions` names those that do. */
export interface Truth {
  truth: boolean | null;
  questions: string[];
}

/** What conditions look at. `profession` comes from the license, unless it has several. */
export interface Facts {
  answers: Record<string, Answer>;
  profession: string;
  /** Day number of the renewal. */
  renewal: number;
}

const YES: Truth = { truth: true, questions: [] };
const NO: Truth = { truth: false, questions: [] };

/** Decide a condition; without one everybody is meant. */
export function decide(condition: Condition | undefined, facts: Facts): Truth {
  if (!condition) return YES;
  if ("all" in condition) return join(condition.all, facts, false);
  if ("any" in condition) return join(condition.any, facts, true);
  if ("not" in condition) {
    const inner = decide(condition.not, facts);
    return inner.truth === null
      ? inner
      : { truth: !inner.truth, questions: [] };
  }
  const answer = condition.question === "profession" && facts.profession
    ? facts.profession
    : facts.answers[condition.question];
  if (answer === undefined) {
    return { truth: null, questions: [condition.question] };
  }
  if ("is" in condition) return (answer === condition.is) ? YES : NO;
  if ("oneOf" in condition) {
    const given = Array.isArray(answer) ? answer : [answer];
    return condition.oneOf.some((choice) => given.includes(choice)) ? YES : NO;
  }
  return compare(answer, condition.compare, facts.renewal) ? YES : NO;
}

/** Both must hold. */
export function both(one: Truth, other: Truth): Truth {
  return combine([one, other], false);
}

/** Join parts by "or" (`stops` true) or "and" (`stops` false): one such part settles it. */
function join(parts: Condition[], facts: Facts, stops: boolean): Truth {
  return combine(parts.map((part) => decide(part, facts)), stops);
}

function combine(found: Truth[], stops: boolean): Truth {
  if (found.some((part) => part.truth === stops)) return stops ? YES : NO;
  const open = found.filter((part) => part.truth === null);
  if (open.length === 0) return stops ? NO : YES;
  return {
    truth: null,
    questions: [...new Set(open.flatMap((part) => part.questions))],
  };
}

function compare(
  answer: Answer,
  than: Comparison,
  renewal: number,
): boolean {
  if (than.date !== undefined) {
    return typeof answer === "string" &&
      holds(parseDay(answer) - parseDay(than.date), than.operator);
  }
  const number = than.number ?? 0;
  if (than.unit && typeof answer === "string") {
    return longer(parseDay(answer), renewal, than);
  }
  return typeof answer === "number" && holds(answer - number, than.operator);
}

/** Whether the time between two days compares so with a number of months or years. */
export function longer(
  from: number,
  to: number,
  than: Comparison,
): boolean {
  const months = (than.number ?? 0) * (than.unit === "years" ? 12 : 1);
  // More time has passed than so many months if the day they end is before `to`.
  return holds(to - addMonths(from, months), than.operator);
}

function holds(difference: number, operator: Comparison["operator"]): boolean {
  switch (operator) {
    case "<":
      return difference < 0;
    case "<=":
      return difference <= 0;
    case ">":
      return difference > 0;
    case ">=":
      return difference >= 0;
  }
}
