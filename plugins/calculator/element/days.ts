// SPDX-License-Identifier: MIT
/**
 * Days as people write and read them.
 *
 * In: ISO dates, or cells of a spreadsheet. Out: "March 31, 2027", or an ISO date, or null where a
 * text is no date.
 */

import { daysInMonth, isoDate, MONTHS } from "../engine/dates.ts";
import type { IsoDate } from "../engine/types.ts";

/** The order of day and month in dates like 3/4/2026. */
export type Order = "month-first" | "day-first";

/** Write a date in full: "March 31, 2027"; and the months' names. */
export { longDate as said, MONTHS } from "../engine/dates.ts";

/** The browser's own date, where the visitor is. */
export function dayOfClock(now: Date): IsoDate {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${
    two(now.getDate())
  }`;
}

/** Read a date as spreadsheets and people write it. */
export function readDate(text: string, order: Order): IsoDate | null {
  // A time of day after the date says nothing that counts.
  const bare = text.trim().replace(/[T\s]+\d{1,2}:\d{2}.*$/, "");
  if (/^\d{5}$/.test(bare)) return isoDate(Number(bare) - EXCEL);
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  if (iso) return day(+iso[1], +iso[2], +iso[3]);
  const digits = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2}|\d{4})$/.exec(bare);
  if (digits) {
    const [one, two] = [+digits[1], +digits[2]];
    const monthFirst = order === "month-first" ? one <= 12 : two > 12;
    return monthFirst
      ? day(century(digits[3]), one, two)
      : day(century(digits[3]), two, one);
  }
  return inWords(bare);
}

/** Guess the order from a column of dates: any number above 12 gives it away. */
export function orderOf(texts: string[]): Order {
  const dayFirst = texts.some((text) => {
    const found = /^\s*(\d{1,2})[-/. ]\d{1,2}[-/. ]\d{2,4}/.exec(text);
    return found !== null && +found[1] > 12;
  });
  return dayFirst ? "day-first" : "month-first";
}

/** Excel counts days from 1900 (with a leap day that was none); so many lie before 1970. */
const EXCEL = 25569;

function inWords(text: string): IsoDate | null {
  const parts = text.toLowerCase().replace(/(\d)(st|nd|rd|th)\b/, "$1")
    .match(/[a-z]+|\d+/g) ?? [];
  const named = parts.filter((part) => /^[a-z]{3,}$/.test(part))
    .map((part) => MONTHS.findIndex((name) => begins(name, part)))
    .find((index) => index >= 0);
  const numbers = parts.filter((part) => /^\d+$/.test(part));
  if (named === undefined || numbers.length !== 2) return null;
  const [one, two] = numbers;
  const yearFirst = one.length === 4;
  return day(
    century(yearFirst ? one : two),
    named + 1,
    Number(yearFirst ? two : one),
  );
}

function begins(month: string, part: string): boolean {
  return month.toLowerCase().startsWith(part === "sept" ? "sep" : part);
}

function century(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

function day(year: number, month: number, dayOfMonth: number): IsoDate | null {
  const good = year >= 1900 && year <= 2200 && month >= 1 && month <= 12 &&
    dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  const two = (value: number) => String(value).padStart(2, "0");
  return good ? `${year}-${two(month)}-${two(dayOfMonth)}` : null;
}
