// SPDX-License-Identifier: MIT
/**
 * The next renewal date, where a license's rule fixes it.
 *
 * In: a renewal rule, what is known (birth, issue, license number), today. Out: the possible dates,
 * the soonest first: one where the rule is certain, several where the license shows which; or none,
 * with what to ask.
 */

import { addMonths, civil, dayOf, isoDate, parseDay } from "../engine/dates.ts";
import type { Report } from "../engine/report.ts";
import type { IsoDate, MonthDay, Renewal } from "../engine/types.ts";

/** What renewal dates go by, as far as it is known. */
export interface Known {
  birth: { month?: number; day?: number; year?: number };
  licensed?: IsoDate;
  licenseNumber?: number;
}

export type Need =
  | "birth-month"
  | "birth-day"
  | "birth-year"
  | "licensed"
  | "license-number";

/** `needs`: everything the rule goes by, known or not. `dates` is empty while any is unknown. */
export interface Possible {
  dates: IsoDate[];
  needs: Need[];
}

/** Find the dates on which a license may next be renewed, from today on. */
export function renewalDates(
  rule: Renewal,
  known: Known,
  today: IsoDate,
): Possible {
  const needs = needsOf(rule);
  const months = rule.every && "months" in rule.every ? rule.every.months : 0;
  const lacking = needs.some((need) => !isKnown(need, known));
  if (!months || lacking || !computable(rule)) return { dates: [], needs };
  const now = parseDay(today);
  const byIssue = rule.ends.kind === "issue-anniversary" ||
    rule.ends.kind === "issue-month-end";
  const days = byIssue
    ? [afterIssue(rule, months, known.licensed ?? today, now)]
    : inWindow(rule, known, now, addMonths(now, months));
  return { dates: days.map(isoDate), needs };
}

/**
 * Which renewals may be the first, where that is not sure: boards let a term of a few months run on
 * to the next date, or renew it at once. `told` is what the visitor said before.
 */
export function possibleFirsts(
  { cycle, number, renewal }: Pick<Report, "cycle" | "number" | "renewal">,
  licensed: IsoDate,
  told?: IsoDate,
): IsoDate[] {
  if (!cycle) return [];
  const before = parseDay(cycle.from) - 1;
  const term = before - parseDay(licensed);
  const isShort = term > 0 && term * 2 < parseDay(renewal) - before;
  const counts = number === 2 || (told === renewal && number === 1);
  return isShort && counts ? [isoDate(before), renewal] : [];
}

/** Whether today's page can ever work the date out. */
export function computable(rule: Renewal): boolean {
  return !["with-license", "shown-on-license", "not-established"].includes(
    rule.ends.kind,
  );
}

function needsOf(rule: Renewal): Need[] {
  if (!computable(rule)) return [];
  const { kind } = rule.ends;
  const needs: Need[] = [];
  if (kind.includes("birth")) needs.push("birth-month");
  if (kind.endsWith("birthday")) needs.push("birth-day");
  if (kind.startsWith("issue")) needs.push("licensed");
  if (rule.years === "parity of birth year") needs.push("birth-year");
  if (rule.years === "parity of license number") needs.push("license-number");
  return needs;
}

function isKnown(need: Need, known: Known): boolean {
  switch (need) {
    case "birth-month":
      return known.birth.month !== undefined;
    case "birth-day":
      return known.birth.day !== undefined;
    case "birth-year":
      return known.birth.year !== undefined;
    case "licensed":
      return known.licensed !== undefined;
    case "license-number":
      return known.licenseNumber !== undefined;
  }
}

/** The first whole number of cycles after issue that is not over. */
function afterIssue(
  rule: Renewal,
  months: number,
  licensed: IsoDate,
  now: number,
): number {
  const issued = parseDay(licensed);
  const anchor = rule.ends.kind === "issue-month-end" ? 31 : undefined;
  for (let cycles = 1;; cycles++) {
    const day = addMonths(issued, cycles * months, anchor);
    if (day >= now) return day;
  }
}

/** Every day of the rule in the right years, from `now` until `end`. */
function inWindow(
  rule: Renewal,
  known: Known,
  now: number,
  end: number,
): number[] {
  const found = new Set<number>();
  for (let year = civil(now).year; year <= civil(end).year; year++) {
    for (const { month, day, years } of daysOfYear(rule, known)) {
      const parity = years ?? parityOf(rule, known);
      if (parity && (year % 2 === 0) !== (parity === "even")) continue;
      let number = dayOf(year, month, day);
      if (rule.ends.kind === "day-before-birthday") number--;
      if (number >= now && number < end) found.add(number);
    }
  }
  return [...found].sort((one, other) => one - other);
}

function daysOfYear(rule: Renewal, { birth }: Known): MonthDay[] {
  const month = birth.month ?? 1;
  switch (rule.ends.kind) {
    case "month-day":
      return rule.ends.days ?? [];
    case "birth-month-end":
      return [{ month, day: 31 }];
    case "month-after-birth-month-end":
      return [{ month: month % 12 + 1, day: 31 }];
    case "birth-month-day":
      return [{ month, day: rule.ends.day ?? 31 }];
    default:
      return [{ month, day: birth.day ?? 1 }];
  }
}

function parityOf(rule: Renewal, known: Known): "odd" | "even" | undefined {
  switch (rule.years) {
    case "odd":
    case "even":
      return rule.years;
    case "parity of birth year":
      return (known.birth.year ?? 0) % 2 === 0 ? "even" : "odd";
    case "parity of license number":
      return (known.licenseNumber ?? 0) % 2 === 0 ? "even" : "odd";
    default:
      return undefined;
  }
}
