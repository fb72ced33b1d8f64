// SPDX-License-Identifier: MIT
/** Calendar arithmetic against JavaScript's own, and the years of a cycle across leap days. */

import {
  addMonths,
  civil,
  dayOf,
  daysInMonth,
  isoDate,
  monthsBegun,
  nextMonthDay,
  parseDay,
} from "../../plugins/calculator/engine/dates.ts";
import { evaluate } from "../../plugins/calculator/engine/main.ts";
import type { CompiledLicense } from "../../plugins/calculator/engine/types.ts";
import { license, words } from "./made_up.ts";
import { same } from "./same.ts";

Deno.test("every day of three centuries is the day that JavaScript says", () => {
  for (let day = dayOf(1850, 1, 1); day <= dayOf(2150, 12, 31); day++) {
    const iso = new Date(day * 86400000).toISOString().slice(0, 10);
    same(isoDate(day), iso);
    same(parseDay(iso), day);
  }
});

Deno.test("what is no day is refused", () => {
  for (const text of ["2025-02-29", "2025-13-01", "2025-1-01", "", "today"]) {
    let refused = false;
    try {
      parseDay(text);
    } catch (error) {
      refused = error instanceof RangeError;
    }
    if (!refused) throw new Error(`'${text}' is taken for a day`);
  }
});

Deno.test("months end where the calendar says, and an anchor keeps to month ends", () => {
  same(isoDate(addMonths(parseDay("2024-02-29"), 12)), "2025-02-28");
  same(isoDate(addMonths(parseDay("2026-02-28"), -24, 31)), "2024-02-29");
  same(isoDate(addMonths(parseDay("2025-01-31"), 1)), "2025-02-28");
  same(isoDate(addMonths(parseDay("2025-01-31"), -25)), "2022-12-31");
  same(monthsBegun(parseDay("2025-05-15"), parseDay("2027-04-30")), 24);
  same(monthsBegun(parseDay("2025-04-30"), parseDay("2026-04-30")), 12);
  const odd = { month: 6, day: 30, years: "odd" as const };
  same(isoDate(nextMonthDay(parseDay("2025-07-01"), odd)), "2027-06-30");
  for (let month = 1; month <= 12; month++) {
    const last = civil(dayOf(2028, month, 31)).day;
    same(last, daysInMonth(2028, month));
  }
});

function yearly(renewal: string): CompiledLicense {
  const end = civil(parseDay(renewal));
  return license({
    renewals: [{
      text: "",
      every: { months: 48 },
      ends: { kind: "month-day", days: [{ month: end.month, day: end.day }] },
    }],
    requires: [{
      id: "yearly",
      kind: "hours",
      hours: 1,
      every: { kind: "time", length: { months: 12 } },
      words,
    }],
  });
}

Deno.test("the years of a yearly duty cover every day of the cycle once, leap days included", () => {
  for (
    const renewal of ["2028-02-29", "2027-02-28", "2026-12-31", "2028-03-31"]
  ) {
    const rules = yearly(renewal);
    const end = parseDay(renewal);
    const start = addMonths(end, -48) + 1;
    let counted = 0;
    for (let day = start - 3; day <= end + 3; day++) {
      const activities = [{ date: isoDate(day), hours: 1 }];
      const { duties } = evaluate(
        rules,
        { answers: {} },
        activities,
        renewal,
      );
      const [{ verdict }] = duties;
      const hours = verdict.is === "short" ? verdict.hours : 0;
      if (day >= start && day <= end) {
        same(hours, 3);
        counted++;
      } else same(hours, 4);
    }
    same(counted, end - start + 1);
    // One hour in each of four years is all that is owed, whatever the day of the year.
    const each = [-36, -24, -12, 0].map((months) => ({
      date: isoDate(addMonths(end, months)),
      hours: 1,
    }));
    const [{ verdict }] =
      evaluate(rules, { answers: {} }, each, renewal).duties;
    same(verdict.is, "met");
  }
});
