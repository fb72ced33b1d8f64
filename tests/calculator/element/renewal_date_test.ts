// SPDX-License-Identifier: MIT
/** Renewal dates by birth month, issue date and parity; and what to ask where they depend on it. */

import {
  possibleFirsts,
  renewalDates,
} from "../../../plugins/calculator/element/renewal_date.ts";
import type { Renewal } from "../../../plugins/calculator/engine/types.ts";
import { same } from "../same.ts";

const TODAY = "2026-11-23";

function rule(ends: Renewal["ends"], more: Partial<Renewal> = {}): Renewal {
  return { every: { months: 24 }, ends, text: "", ...more };
}

Deno.test("a fixed day in even years is the next one, also if that is today", () => {
  const even = rule({
    kind: "month-day",
    days: [{ month: 11, day: 23, years: "even" }],
  });
  same(renewalDates(even, { birth: {} }, TODAY).dates, ["2026-11-23"]);
  same(renewalDates(even, { birth: {} }, "2026-11-24").dates, ["2028-11-23"]);
});

Deno.test("where the license shows which year, both are offered", () => {
  const shown = rule({ kind: "month-day", days: [{ month: 12, day: 31 }] }, {
    years: "shown on license",
  });
  same(renewalDates(shown, { birth: {} }, TODAY).dates, [
    "2026-12-31",
    "2027-12-31",
  ]);
});

Deno.test("the end of the birth month in years of the parity of birth", () => {
  const birth = rule({ kind: "birth-month-end" }, {
    years: "parity of birth year",
  });
  same(renewalDates(birth, { birth: {} }, TODAY), {
    dates: [],
    needs: ["birth-month", "birth-year"],
  });
  const born = (year: number) =>
    renewalDates(birth, { birth: { month: 2, year } }, TODAY).dates;
  same(born(1980), ["2028-02-29"]);
  same(born(1981), ["2027-02-28"]);
});

Deno.test("a birthday of each year, and the day before one", () => {
  const each = { every: { months: 12 } };
  const birth = { month: 3, day: 1 };
  same(
    renewalDates(rule({ kind: "birthday" }, each), { birth }, TODAY).dates,
    ["2027-03-01"],
  );
  same(
    renewalDates(rule({ kind: "day-before-birthday" }, each), { birth }, TODAY)
      .dates,
    ["2027-02-28"],
  );
});

Deno.test("whole cycles after the issue, to the end of its month", () => {
  const issue = (kind: "issue-month-end" | "issue-anniversary") =>
    renewalDates(rule({ kind }), { birth: {}, licensed: "2023-02-10" }, TODAY);
  same(issue("issue-month-end").dates, ["2027-02-28"]);
  same(issue("issue-anniversary").dates, ["2027-02-10"]);
  same(
    renewalDates(rule({ kind: "issue-anniversary" }), { birth: {} }, TODAY),
    {
      dates: [],
      needs: ["licensed"],
    },
  );
});

Deno.test("where nothing fixes the date it is asked", () => {
  for (const kind of ["shown-on-license", "not-established"] as const) {
    same(renewalDates(rule({ kind }), { birth: {} }, TODAY), {
      dates: [],
      needs: [],
    });
  }
  const { every: _, ...unknown } = rule({
    kind: "month-day",
    days: [{ month: 12, day: 31 }],
  });
  same(renewalDates(unknown, { birth: {} }, TODAY).dates, []);
});

Deno.test("a term of a few months before a renewal date may be none, so which is first is asked", () => {
  const cycle = { from: "2025-02-01", to: "2027-01-31" };
  const second = { cycle, number: 2, renewal: "2027-01-31" };
  const both = ["2025-01-31", "2027-01-31"];
  same(possibleFirsts(second, "2025-01-10"), both);
  same(possibleFirsts(second, "2024-02-02"), both);
  same(possibleFirsts(second, "2024-02-01"), []);
  same(possibleFirsts({ ...second, number: 3 }, "2025-01-10"), []);
  same(possibleFirsts({ ...second, number: 1 }, "2025-03-01"), []);
  // Once told, it can be changed.
  const told = { ...second, number: 1 };
  same(possibleFirsts(told, "2025-01-10", "2027-01-31"), both);
});
