// SPDX-License-Identifier: MIT
/**
 * Calendar arithmetic on day numbers (days since 1970-01-01), without time zones or a clock.
 *
 * In: ISO dates, lengths. Out: day numbers. A month later is the same day of the month, or the
 * month's last day where it has no such day.
 */

import type { IsoDate, Length, MonthDay } from "./types.ts";

/** A day of the calendar; `month` counts from 1. */
export interface Civil {
  year: number;
  month: number;
  day: number;
}

export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Days in a month of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day number of a calendar day; a day past the month's end becomes its last. */
export function dayOf(year: number, month: number, day: number): number {
  // Howard Hinnant's days_from_civil: the year begins in March, so that leap days come last.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shifted = (month + 9) % 12;
  const clamped = Math.min(day, daysInMonth(year, month));
  const dayOfYear = Math.floor((153 * shifted + 2) / 5) + clamped - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The calendar day of a day number. */
export function civil(day: number): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra -
    (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/**
 * Read an ISO date.
 * @throws RangeError if it is not a day of the calendar, as YYYY-MM-DD.
 */
export function parseDay(date: IsoDate): number {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(date) || month < 1 || month > 12 || day < 1 ||
    day > daysInMonth(year, month)
  ) {
    throw new RangeError(`'${date}' is not a day as YYYY-MM-DD`);
  }
  return dayOf(year, month, day);
}

/** Write a day as YYYY-MM-DD. */
export function isoDate(day: number): IsoDate {
  const { year, month, day: dayOfMonth } = civil(day);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(dayOfMonth)}`;
}

/** Write a day as people do: "March 31, 2027". */
export function longDate(date: IsoDate): string {
  const { year, month, day } = civil(parseDay(date));
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** Write a length: "6 years", "18 months", "90 days". */
export function lengthInWords(length: Length): string {
  const [number, unit] = "days" in length
    ? [length.days, "day"]
    : length.months % 12 === 0
    ? [length.months / 12, "year"]
    : [length.months, "month"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

/**
 * Go `months` on (or back, if negative). `anchor` is the day of the month to aim at, where it is
 * not that of `day`: 31 keeps to the ends of months.
 */
export function addMonths(
  day: number,
  months: number,
  anchor?: number,
): number {
  const from = civil(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12);
  return dayOf(year, index - year * 12 + 1, anchor ?? from.day);
}

/** Go `times` lengths on (or back, if negative), in one step so that month ends do not drift. */
export function addLength(
  day: number,
  length: Length,
  times = 1,
  anchor?: number,
): number {
  return "days" in length
    ? day + length.days * times
    : addMonths(day, length.months * times, anchor);
}

/**
 * The first day of a stretch of `length` that ends on `day`. A stretch of months that ends with a
 * month begins with one.
 */
export function startOf(day: number, length: Length, times = 1): number {
  const isMonthEnd = civil(day + 1).day === 1;
  return addLength(day, length, -times, isMonthEnd ? 31 : undefined) + 1;
}

/** About how many days a length has: for comparing lengths only. */
export function roughDays(length: Length): number {
  return "days" in length ? length.days : length.months * 30.4375;
}

/** The first day on or after `day` that is this day of the year, in the right years. */
export function nextMonthDay(day: number, wanted: MonthDay): number {
  for (let year = civil(day).year;; year++) {
    const found = dayOf(year, wanted.month, wanted.day);
    const parity = year % 2 === 0 ? "even" : "odd";
    if (found >= day && (!wanted.years || wanted.years === parity)) {
      return found;
    }
  }
}

/** Months begun between two days, the second not before the first. */
export function monthsBegun(from: number, to: number): number {
  let months = 0;
  while (addMonths(from, months) < to) months++;
  return months;
}
