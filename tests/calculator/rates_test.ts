// SPDX-License-Identifier: MIT
/** Credit of other units and systems: what is counted names its source, what is not says why. */

import {
  type Activity,
  type CompiledLicense,
  evaluate,
} from "../../plugins/calculator/engine/main.ts";
import { license, words } from "./made_up.ts";
import { same } from "./same.ts";

const LICENSE: CompiledLicense = license({
  id: "us-xx",
  profession: "pa",
  unit: "credits",
  requires: [{
    id: "total",
    kind: "hours",
    hours: 100,
    counts: ["own"],
    words,
  }],
  rates: [
    {
      of: ["half"],
      as: "own",
      worth: 1.5,
      text: "Half more.",
      sources: ["law"],
    },
    { of: ["open"], as: "own", text: "Not established." },
    { of: ["double"], as: "own", worth: 2, first: 20, text: "Doubled." },
    { of: ["own"], unit: "minute", worth: 1, per: 60, text: "An hour." },
  ],
});

function earned(activities: Activity[]) {
  const report = evaluate(LICENSE, { answers: {} }, activities, "2027-12-31");
  return { ...report, hours: report.duties[0].earned };
}

Deno.test("what another system's credit counted as is told with its source", () => {
  const { hours, converted } = earned([
    { date: "2027-01-01", hours: 10, category: "half" },
  ]);
  same(hours, 15);
  same(converted, [
    { activity: 0, hours: 15, text: "Half more.", sources: ["law"] },
  ]);
});

Deno.test("the first twenty of a period are doubled, in whatever order they are entered", () => {
  const credits = [
    { date: "2027-03-01", hours: 15, category: "double" },
    { date: "2026-03-01", hours: 15, category: "double" },
  ];
  same(earned(credits).hours, 50);
  same(earned(credits.toReversed()).hours, 50);
});

Deno.test("doubling is not used up by credit of an earlier period", () => {
  const before = { date: "2025-03-01", hours: 20, category: "double" };
  const within = { date: "2027-03-01", hours: 20, category: "double" };
  same(earned([before, within]).hours, 40);
});

Deno.test("minutes make hours, also where they are written in the plural", () => {
  const minutes = { date: "2027-03-01", amount: 90, category: "own" };
  same(earned([{ ...minutes, unit: "Minutes" }]).hours, 1.5);
});

Deno.test("what nothing says the worth of is not counted, and said why", () => {
  const { hours, uncounted } = earned([
    { date: "2027-01-01", amount: 3, unit: "CEU", category: "own" },
    { date: "2027-01-01", hours: 3, category: "open" },
    { date: "2027-01-01", hours: 3, category: "unheard-of" },
  ]);
  same(hours, 0);
  same(uncounted.map((item) => item.why), ["unit", "rate", "category"]);
});
