// SPDX-License-Identifier: MIT
/**
 * What holds for every license, whatever was earned and answered. The compiled licenses come from
 * the file that the first argument names (test_engine.py writes it).
 */

import {
  type Activity,
  type CompiledLicense,
  evaluate,
  plan,
  type Practitioner,
  type Report,
} from "../../plugins/calculator/engine/main.ts";
import { anyActivity, anyDay, anyPractitioner, Random } from "./random.ts";

const licenses: CompiledLicense[] = JSON.parse(
  await Deno.readTextFile(Deno.args[0]),
);

function assert(truth: boolean, message: string): asserts truth {
  if (!truth) throw new Error(message);
}

/** What a reader compares two reports by; which of two equal activities counted does not matter. */
function essence(report: Report): string {
  return JSON.stringify(
    report,
    (key, value) =>
      ["counted", "uncounted", "converted"].includes(key) ? undefined : value,
  );
}

/** How bad a report is: what is missing, then what is to tick, then the hours. */
function burden({ summary }: Report): number {
  return summary.missing.length * 1e8 + summary.tick.length * 1e4 +
    summary.hoursShort;
}

function eachLicense(
  seed: number,
  times: number,
  test: (
    license: CompiledLicense,
    practitioner: Practitioner,
    activities: Activity[],
    renewal: string,
    random: Random,
  ) => void,
): void {
  const random = new Random(seed);
  for (const license of licenses) {
    for (let run = 0; run < times; run++) {
      const practitioner = anyPractitioner(random, license);
      const activities = Array.from(
        { length: random.below(12) },
        () => anyActivity(random, license),
      );
      const renewal = anyDay(random, 2025, 4);
      test(license, practitioner, activities, renewal, random);
    }
  }
}

Deno.test("the order of activities never matters", () => {
  eachLicense(1, 4, (license, person, activities, renewal, random) => {
    const one = evaluate(license, person, activities, renewal);
    const mixed = random.shuffled(activities);
    const other = evaluate(license, person, mixed, renewal);
    assert(
      essence(one) === essence(other),
      `${license.id} at ${renewal} depends on the order: ${
        JSON.stringify(activities)
      }`,
    );
  });
});

Deno.test("adding credit never makes a report worse", () => {
  eachLicense(2, 6, (license, person, activities, renewal, random) => {
    const before = evaluate(license, person, activities, renewal);
    const more = [...activities, anyActivity(random, license)];
    const after = evaluate(license, person, more, renewal);
    assert(
      burden(after) <= burden(before) + 1e-6,
      `${license.id} at ${renewal}: ${burden(before)} became ${
        burden(after)
      } with ${JSON.stringify({ person, more })}`,
    );
  });
});

Deno.test("no credit is counted beyond its hours, nor out of its window", () => {
  eachLicense(3, 4, (license, person, activities, renewal) => {
    const report = evaluate(license, person, activities, renewal);
    for (const duty of report.duties) {
      for (const { activity, hours } of duty.counted) {
        const { date, hours: entered } = activities[activity];
        const taken = report.converted.find((item) =>
          item.activity === activity
        );
        const whole = taken?.hours ?? entered;
        assert(
          hours <= (whole ?? 0) + 1e-6,
          `${license.id}/${duty.id} counts ${hours} hours of ${whole}`,
        );
        const carried = duty.reasons.some((one) => one.code === "carried");
        const { from, to } = duty.window ?? { from: null, to: "" };
        assert(
          carried || ((from === null || date >= from) && date <= to),
          `${license.id}/${duty.id} counts ${date} in ${from} to ${to}`,
        );
      }
    }
  });
});

Deno.test("no duty is ever absent, and what may apply names its questions", () => {
  eachLicense(4, 2, (license, person, activities, renewal) => {
    const report = evaluate(license, person, activities, renewal);
    const ids = report.duties.map((duty) => duty.id).join();
    assert(
      ids === license.requires.map((duty) => duty.id).join(),
      `${license.id} reports ${ids}`,
    );
    for (const { id, verdict } of report.duties) {
      if (verdict.is !== "may") continue;
      const open = verdict.questions.filter((question) =>
        license.questions[question] && !(question in person.answers)
      );
      assert(
        open.length > 0 && open.length === verdict.questions.length,
        `${license.id}/${id} may apply, by ${verdict.questions}`,
      );
    }
  });
});

Deno.test("what a plan says, once earned, leaves no hours that are due", () => {
  const random = new Random(5);
  for (let run = 0; run < 150; run++) {
    const chosen = [random.one(licenses), random.one(licenses)];
    const requests = [...new Set(chosen)].map((license) => ({
      license,
      practitioner: anyPractitioner(random, license),
      renewal: anyDay(random, 2026, 2),
    }));
    const activities = requests.flatMap(({ license }) =>
      Array.from(
        { length: random.below(4) },
        () => anyActivity(random, license),
      )
    );
    const found = plan(requests, activities);
    const earned: Activity[] = found.items.map((item) => ({
      date: item.by,
      hours: item.hours,
      category: item.categories[0],
      topics: item.topics.slice(0, 1),
      formats: item.formats.slice(0, 1),
    }));
    const short = (credit: Activity[]) =>
      requests.reduce((sum, { license, practitioner, renewal }) => {
        const all = [...activities, ...credit];
        const report = evaluate(license, practitioner, all, renewal);
        return sum + report.summary.hoursShort;
      }, 0);
    const where = JSON.stringify({
      found,
      requests: requests.map((one) => [
        one.license.id,
        one.renewal,
        one.practitioner,
      ]),
      activities,
    });
    assert(
      short(earned) <= found.unplanned + 1e-4,
      `${short(earned)} hours are short after ${where}`,
    );
    for (const item of earned) {
      const less = earned.map((one) =>
        one === item ? { ...one, hours: (one.hours ?? 0) * 0.9 } : one
      );
      assert(short(less) > found.unplanned + 1e-4, `too much in ${where}`);
    }
  }
});

Deno.test("two states' laws are two courses in one plan", () => {
  const requests = ["tx-rn", "fl-rn"].map((id) => {
    const license = licenses.find((one) => one.id === id);
    assert(license !== undefined, id);
    const answers = { licensed: "2022-01-31" };
    return { license, practitioner: { answers }, renewal: "2028-01-31" };
  });
  const onLaw = plan(requests, []).items
    .filter(({ topics }) => topics.some((id) => id.includes("@")))
    .map(({ topics, hours, serves }) =>
      `${topics} ${hours} ${[...new Set(serves.map((it) => it.license))]}`
    );
  assert(
    onLaw.some((one) => one.startsWith("jurisprudence@tx 2")) &&
      onLaw.some((one) => one.startsWith("jurisprudence@fl 2")),
    onLaw.join("\n"),
  );
});

Deno.test("a plan takes every alternative that asks for less", () => {
  const license = licenses.find((one) => one.id === "ia-np");
  assert(license !== undefined, "ia-np");
  const answers = {
    "licensed": "2015-01-15",
    "treats-children": true,
    "treats-dependent-adults": true,
    "child-abuse-recertified": true,
    "dependent-adult-abuse-recertified": true,
  };
  const request = {
    license,
    practitioner: { answers },
    renewal: "2027-01-15",
  };
  const { items } = plan([request], []);
  const found = items.map(({ topics, hours }) => `${topics} ${hours}`).sort();
  assert(found.join() === "child-abuse 1,elder-abuse 1", found.join());
});
