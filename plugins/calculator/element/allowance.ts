// SPDX-License-Identifier: MIT
/**
 * An employer's allowance for education: money and paid days a year, what was used of them, what
 * is planned, what is left.
 *
 * In: entries, the allowance, today. Out: years of the allowance with their sums. A year begins
 * with the month that the employer's does.
 */

import type { IsoDate } from "../engine/types.ts";
import { MONTHS } from "./days.ts";
import type { Entry } from "./entries.ts";

/** What the employer gives for a year; absent where the visitor did not say. */
export interface Allowance {
  dollars?: number;
  days?: number;
  /** The month, from 1, in which its year begins. */
  month: number;
}

/** Dollars or days. */
export interface Use {
  used: number;
  planned: number;
  /** Less than nothing where the plan goes beyond it; null without an allowance. */
  left: number | null;
}

/** One year of the allowance, with what draws on it, the earliest first. */
export interface AllowanceYear {
  from: IsoDate;
  name: string;
  entries: Entry[];
  dollars: Use;
  days: Use;
}

/** This year, and later ones for which something is planned. */
export function yearsOf(
  entries: Entry[],
  allowance: Allowance,
  today: IsoDate,
): AllowanceYear[] {
  const now = yearOf(today, allowance.month);
  const drawing = entries.filter(({ price, days }) =>
    price !== undefined || days !== undefined
  );
  const all = drawing.map(({ date }) => yearOf(date, allowance.month));
  const years = [...new Set([now, ...all.filter((year) => year > now)])].sort();
  return years.map((year) => {
    const own = drawing
      .filter(({ date }) => yearOf(date, allowance.month) === year)
      .toReversed();
    return {
      from: `${year}-${String(allowance.month).padStart(2, "0")}-01`,
      name: nameOf(year, allowance.month),
      entries: own,
      dollars: useOf(own, "price", allowance.dollars),
      days: useOf(own, "days", allowance.days),
    };
  });
}

/** The calendar year in which the allowance's year that holds a day begins. */
function yearOf(date: IsoDate, month: number): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) < month ? year - 1 : year;
}

/** "2027", or "July 2026 to June 2027". */
function nameOf(year: number, month: number): string {
  if (month === 1) return String(year);
  return `${MONTHS[month - 1]} ${year} to ${MONTHS[month - 2]} ${year + 1}`;
}

function useOf(
  entries: Entry[],
  kind: "price" | "days",
  given: number | undefined,
): Use {
  const sum = (planned: boolean) =>
    entries.filter((entry) => Boolean(entry.planned) === planned)
      .reduce((total, entry) => total + (entry[kind] ?? 0), 0);
  const [used, planned] = [sum(false), sum(true)];
  const left = given === undefined ? null : given - used - planned;
  return { used, planned, left };
}

/** Dollars, with cents only where there are some. */
export function dollars(amount: number): string {
  const cents = Math.round(Math.abs(amount) * 100);
  const [whole, rest] = [Math.floor(cents / 100), cents % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = amount < 0 ? "−" : "";
  return `${sign}$${grouped}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
}
