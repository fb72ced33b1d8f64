// SPDX-License-Identifier: MIT
/** Decisions of the engine that no license needs today, and the first sentence of a report. */

import {
  type CompiledLicense,
  evaluate,
  type Obligation,
} from "../../plugins/calculator/engine/main.ts";

function equal<T>(found: T, wanted: T): void {
  if (found !== wanted) throw new Error(`${found} is not ${wanted}`);
}

const words = { label: "", amount: "", sentence: "" };

function license(
  requires: Obligation[],
  more: Partial<CompiledLicense> = {},
): CompiledLicense {
  return {
    id: "xx-rn",
    profession: "rn",
    place: "",
    name: "",
    verified: "2026-01-01",
    confidence: "high",
    status: "established",
    unit: "contact hours",
    answer: "",
    renewals: [{
      text: "",
      every: { months: 24 },
      ends: { kind: "month-day", days: [{ month: 12, day: 31 }] },
    }],
    requires,
    openQuestions: 0,
    questions: {},
    topics: {},
    categories: {},
    formats: {},
    sources: {},
    ...more,
  };
}

const total: Obligation = { id: "total", kind: "hours", hours: 30, words };

Deno.test("a general exemption does not reach what the law makes due by the first renewal", () => {
  const rules = license([
    total,
    {
      id: "orientation",
      kind: "hours",
      hours: 2,
      every: { kind: "once" },
      by: { points: [{ kind: "renewal", count: 1 }] },
      words,
    },
  ], {
    newLicensees: [{ text: "", at: "first renewal", exempt: "everything" }],
  });
  const person = { answers: { licensed: "2025-03-01" } };
  const { duties } = evaluate(rules, person, [], "2026-12-31");
  equal(duties[0].verdict.is, "none");
  equal(duties[1].verdict.is, "short");
});

Deno.test("a group that only may apply says which question decides", () => {
  const rules = license([]);
  rules.requires = [{
    id: "board",
    kind: "group",
    when: { question: "licensing-board", oneOf: ["one"] },
    all: [{ ...total, id: "hours" }],
    words,
  }];
  const { duties } = evaluate(rules, { answers: {} }, [], "2026-12-31");
  const { verdict } = duties[0];
  equal(verdict.is === "may" && verdict.questions[0], "licensing-board");
  equal(verdict.is === "may" && verdict.otherwise.is, "short");
});

Deno.test("the first sentence says what is owed, by when, and what is unclear", () => {
  const ethics: Obligation = {
    ...total,
    id: "ethics",
    hours: 2,
    topics: ["ethics"],
    within: "total",
  };
  const survey: Obligation = { id: "survey", kind: "attests", words };
  const dea: Obligation = {
    ...ethics,
    id: "opioids",
    when: { question: "dea-registration", is: true },
  };
  const rules = license([total, ethics, survey, dea]);
  const say = (hours: number) =>
    evaluate(
      rules,
      { answers: {} },
      [{ date: "2026-01-01", hours, topics: ["ethics"] }],
      "2026-12-31",
    ).summary.text;
  equal(
    say(1),
    "You still owe 29 of 30 contact hours, 1 mandated topic and 1 duty that only you can " +
      "tick off by December 31, 2026; 1 duty may apply.",
  );
  // With thirty hours on ethics the opioid hours, of the same subject here, are earned as well.
  equal(
    say(30),
    "You still owe 1 duty that only you can tick off by December 31, 2026.",
  );
});
