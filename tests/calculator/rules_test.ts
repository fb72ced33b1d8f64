// SPDX-License-Identifier: MIT
/** Decisions of the engine that no license needs today, and the first sentence of a report. */

import {
  type Choice,
  type CompiledLicense,
  type Duty,
  evaluate,
  type Obligation,
  type Practitioner,
} from "../../plugins/calculator/engine/main.ts";
import { license, words } from "./made_up.ts";
import { same } from "./same.ts";

/** A nurse's license that asks for this. */
function nurse(
  requires: Duty[],
  more: Partial<CompiledLicense> = {},
): CompiledLicense {
  return license({
    id: "xx-rn",
    profession: "rn",
    unit: "contact hours",
    requires,
    ...more,
  });
}

const total: Obligation = { id: "total", kind: "hours", hours: 30, words };

Deno.test("a general exemption does not reach what the law makes due by the first renewal", () => {
  const rules = nurse([
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
  same(duties[0].verdict.is, "none");
  same(duties[1].verdict.is, "short");
});

Deno.test("a group that only may apply says which question decides", () => {
  const rules = nurse([]);
  rules.requires = [{
    id: "board",
    kind: "group",
    when: { question: "licensing-board", oneOf: ["one"] },
    all: [{ ...total, id: "hours" }],
    words,
  }];
  const { duties } = evaluate(rules, { answers: {} }, [], "2026-12-31");
  const { verdict } = duties[0];
  same(verdict.is === "may" && verdict.questions[0], "licensing-board");
  same(verdict.is === "may" && verdict.otherwise.is, "short");
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
  const rules = nurse([total, ethics, survey, dea]);
  const say = (hours: number) =>
    evaluate(
      rules,
      { answers: {} },
      [{ date: "2026-01-01", hours, topics: ["ethics"] }],
      "2026-12-31",
    ).summary.text;
  same(
    say(1),
    "You still owe 29 of 30 contact hours, 1 mandated topic and 1 duty that only you can " +
      "tick off by December 31, 2026; 1 duty may apply.",
  );
  // With thirty hours on ethics the opioid hours, of the same subject here, are earned as well.
  same(
    say(30),
    "You still owe 1 duty that only you can tick off by December 31, 2026.",
  );
});

Deno.test("where a choice is all there is to owe, the first sentence says so", () => {
  const work: Obligation = {
    id: "work",
    kind: "practice",
    practice: 320,
    words,
  };
  const ways: Choice = {
    id: "ways",
    kind: "choice",
    choose: 2,
    of: [{ ...total, id: "education" }, work, { ...work, id: "service" }],
    words,
  };
  const rules = nurse([ways]);
  const say = (done: Practitioner["done"]) =>
    evaluate(rules, { answers: {}, done }, [], "2026-12-31").summary.text;
  same(say({}), "You still owe any 2 of 3 ways by December 31, 2026.");
  same(
    say({ work: 400, service: 400 }),
    "Nothing is left to do for the renewal on December 31, 2026.",
  );
});

Deno.test("what was due before the period is said to be past", () => {
  const once: Obligation = {
    ...total,
    id: "once",
    hours: 2,
    topics: ["ethics"],
    every: { kind: "once" },
    by: { points: [{ kind: "date", date: "2020-06-30" }] },
  };
  const say = (requires: Obligation[]) =>
    evaluate(
      nurse(requires),
      { answers: { licensed: "2015-01-01" } },
      [],
      "2026-12-31",
    ).summary.text;
  const past =
    "1 duty was due before this period, by June 30, 2020: mark it if you did it.";
  same(
    say([once]),
    `Nothing else is left to do for the renewal on December 31, 2026. ${past}`,
  );
  same(
    say([total, once]),
    `You still owe 30 of 30 contact hours by December 31, 2026. ${past}`,
  );
});

Deno.test("an exemption is asked about only while something is left to do", () => {
  const rules: CompiledLicense = {
    ...nurse([total]),
    exemptions: [{
      text: "Retired.",
      when: { question: "retired", is: true },
      covers: "everything",
    }],
  };
  const asked = (hours: number) =>
    evaluate(
      rules,
      { answers: {} },
      [{ date: "2026-01-01", hours }],
      "2026-12-31",
    )
      .questions;
  same(asked(1), ["retired"]);
  same(asked(30), []);
});

Deno.test("what only the board can grant is told, and nothing is asked for it", () => {
  const rules: CompiledLicense = {
    ...nurse([total]),
    exemptions: [{
      text: "Illness, on application.",
      when: { question: "ill", is: true },
      covers: "everything",
      onApplication: true,
    }],
  };
  const told = (answers: Practitioner["answers"]) => {
    const { questions, excuses, duties } = evaluate(
      rules,
      { answers },
      [],
      "2026-12-31",
    );
    return [questions, excuses[0].state, duties[0].mayLessen, duties[0].owed];
  };
  same(told({}), [[], "on-application", [], 30]);
  same(told({ ill: true }), [[], "on-application", [], 30]);
  same(told({ ill: false }), [[], "no", [], 30]);
});

Deno.test("credit of other days is said to be, though a duty of no period looks at it", () => {
  const once: Obligation = {
    ...total,
    id: "once",
    topics: ["ethics"],
    every: { kind: "once" },
  };
  const { uncounted } = evaluate(
    nurse([total, once]),
    { answers: {} },
    [{ date: "2019-01-01", hours: 3 }],
    "2026-12-31",
  );
  same(uncounted, [{ activity: 0, why: "date" }]);
});
