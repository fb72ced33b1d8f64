// SPDX-License-Identifier: MIT
/**
 * Money: what credit cost, what planned credit will, and what is left of a year's allowance.
 *
 * In: entries, the allowance for a year, today. Out: sums in dollars for the calendar year.
 */

import type { IsoDate } from "../engine/types.ts";
import type { Entry } from "./entries.ts";

export interface Budget {
  year: string;
  spent: number;
  planned: number;
  /** Less than nothing where the plan goes beyond it; null without an allowance. */
  left: number | null;
}

/** Sum up the calendar year of `today`. */
export function budget(
  entries: Entry[],
  allowance: number | undefined,
  today: IsoDate,
): Budget {
  const year = today.slice(0, 4);
  const sum = (planned: boolean) =>
    entries
      .filter((entry) => entry.date.startsWith(year))
      .filter((entry) => Boolean(entry.planned) === planned)
      .reduce((total, entry) => total + (entry.price ?? 0), 0);
  const [spent, planned] = [sum(false), sum(true)];
  const left = allowance === undefined ? null : allowance - spent - planned;
  return { year, spent, planned, left };
}

/** Dollars, with cents only where there are some. */
export function dollars(amount: number): string {
  const cents = Math.round(Math.abs(amount) * 100);
  const [whole, rest] = [Math.floor(cents / 100), cents % 100];
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
  const sign = amount < 0 ? "−" : "";
  return `${sign}$${grouped}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
}
