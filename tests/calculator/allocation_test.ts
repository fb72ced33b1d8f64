// SPDX-License-Identifier: MIT
/** The allocation against brute force: every way to put every hour to a legal use. */

import {
  type Activity,
  type CompiledLicense,
  type Duty,
  evaluate,
  type Limit,
  type Obligation,
} from "../../plugins/calculator/engine/main.ts";
import { license, words } from "./made_up.ts";
import { Random } from "./random.ts";

const RUNS = 500;
const TOPICS = ["a", "b", "c"];
const CATEGORIES = ["x", "y"];

function duty(random: Random, id: string, before: Obligation[]): Obligation {
  const found: Obligation = {
    id,
    kind: "hours",
    hours: 1 + random.below(3),
    words: { ...words, label: id, sentence: id },
  };
  if (id !== "total" || random.next() < 0.2) {
    found.topics = random.some(TOPICS, 0.5);
    if (found.topics.length === 0) found.topics = ["a"];
  }
  if (random.next() < 0.3) found.counts = [random.one(CATEGORIES)];
  const place = random.next();
  const other = before.length > 0 ? random.one(before).id : undefined;
  if (other !== undefined && place < 0.45) found.within = other;
  else if (other !== undefined && place < 0.7) found.onTopOf = other;
  else if (place < 0.75 && id !== "total") found.placeUnknown = true;
  if (other !== undefined && other !== found.within && random.next() < 0.25) {
    found.apartFrom = [other];
  }
  return found;
}

function anyLicense(random: Random): CompiledLicense {
  const requires: Obligation[] = [];
  for (const id of ["total", "p", "q", "r"].slice(0, 2 + random.below(3))) {
    requires.push(duty(random, id, requires));
  }
  const limits: Limit[] = random.some(requires, 0.25).map((item) => ({
    text: "",
    atMost: 1 + random.below(2),
    of: item.id,
    ...(random.next() < 0.5
      ? { counts: [random.one(CATEGORIES)] }
      : { topics: [random.one(TOPICS)] }),
  }));
  return license({ requires, limits });
}

/** All that the rules let one hour of an activity serve at once, worked out anew from the rules. */
function legalSets(
  item: Activity,
  rules: CompiledLicense,
  owed: Obligation[],
): Set<string>[] {
  const duties = rules.requires as Obligation[];
  const byId = new Map(duties.map((one) => [one.id, one]));
  const above = (one: Obligation): Obligation[] => {
    const outer = byId.get(one.within ?? "");
    return outer ? [outer, ...above(outer)] : [];
  };
  const topical = (one: Obligation): boolean =>
    !one.topics || one.topics.some((topic) => item.topics?.includes(topic)) ||
    duties.some((inner) =>
      inner.within === one.id && inner.topics &&
      topical(inner)
    );
  const accepted = (one: Obligation) =>
    topical(one) &&
    [one, ...above(one)].every((outer) =>
      !outer.counts || outer.counts.includes(item.category ?? "")
    );
  const apart = (one: Obligation, other: Obligation) =>
    one.apartFrom?.includes(other.id) || one.onTopOf === other.id ||
    (one.placeUnknown && other.id === "total" && one.id !== "total");
  const candidates = duties.filter(accepted).filter((one) =>
    owed.includes(one)
  );
  const sets: Set<string>[] = [];
  for (let mask = 0; mask < 1 << candidates.length; mask++) {
    const chosen = candidates.filter((_, index) => mask >> index & 1);
    const legal = chosen.every((one) =>
      chosen.every((other) =>
        one === other ||
        !(apart(one, other) || apart(other, one))
      ) &&
      above(one).every((outer) =>
        !candidates.includes(outer) || chosen.includes(outer)
      )
    );
    if (legal) sets.push(new Set(chosen.map((one) => one.id)));
  }
  return sets;
}

function isUnder(limit: Limit, item: Activity): boolean {
  return (limit.counts?.includes(item.category ?? "") ?? false) ||
    (limit.topics?.some((topic) => item.topics?.includes(topic)) ?? false);
}

/** The least hours to earn, by trying every use of every half hour. */
function bruteForce(
  activities: Activity[],
  rules: CompiledLicense,
  owed: Obligation[],
): number {
  const duties = rules.requires as Obligation[];
  const inside = (one: Obligation): string[] => {
    const outer = duties.find((item) => item.id === one.within);
    return outer ? [outer.id, ...inside(outer)] : [];
  };
  const units = activities.flatMap((item) =>
    Array.from({ length: (item.hours ?? 0) * 2 }, () => item)
  );
  const options = new Map(
    activities.map((item) => [item, legalSets(item, rules, owed)]),
  );
  const limits = rules.limits ?? [];
  // The nearest duty around one that is owed too.
  const outerOf = (one: Obligation) =>
    inside(one).find((id) => owed.some((other) => other.id === id));
  const hoursShort = (hours: Record<string, number>) => {
    const shortOf = (one: Obligation): number =>
      Math.max(
        (one.hours ?? 0) - (hours[one.id] ?? 0),
        shortIn(one.id),
      );
    const shortIn = (id: string | undefined): number =>
      owed.filter((one) => outerOf(one) === id)
        .reduce((sum, one) => sum + shortOf(one), 0);
    return shortIn(undefined);
  };
  // States after each unit: served hours and used caps, no more of either than matters.
  let states = new Map<string, [Record<string, number>, number[]]>([
    ["", [{}, limits.map(() => 0)]],
  ]);
  for (const unit of units) {
    const next: typeof states = new Map();
    for (const [hours, used] of states.values()) {
      for (const set of options.get(unit) ?? []) {
        const caps = used.map((value, index) =>
          set.has(limits[index].of) && isUnder(limits[index], unit)
            ? value + 0.5
            : value
        );
        if (
          caps.some((value, index) => value > (limits[index].atMost as number))
        ) {
          continue;
        }
        const served = { ...hours };
        for (const id of set) {
          const most = duties.find((one) => one.id === id)?.hours ?? 0;
          served[id] = Math.min(most, (served[id] ?? 0) + 0.5);
        }
        const key = duties.map((one) => served[one.id] ?? 0) + "|" + caps;
        if (!next.has(key)) next.set(key, [served, caps]);
      }
    }
    states = next;
  }
  return Math.min(...[...states.values()].map(([hours]) => hoursShort(hours)));
}

/** Whether the hours that a report counts can be put to legal uses, hour by hour. */
function isLegal(
  rules: CompiledLicense,
  activities: Activity[],
  counted: Map<string, Map<number, number>>,
): boolean {
  const duties = rules.requires as Obligation[];
  const hours = (id: string, index: number) => counted.get(id)?.get(index) ?? 0;
  for (const limit of rules.limits ?? []) {
    const used = activities.reduce(
      (sum, item, index) =>
        sum + (isUnder(limit, item) ? hours(limit.of, index) : 0),
      0,
    );
    if (used > (limit.atMost as number) + 1e-6) return false;
  }
  return activities.every((item, index) => {
    const sets = legalSets(item, rules, duties);
    return duties.every((one) => {
      const mine = hours(one.id, index);
      if (mine > (item.hours ?? 0) + 1e-6) return false;
      if (mine > 0 && !sets.some((set) => set.has(one.id))) return false;
      // Two duties that no legal set holds together share no hour.
      return duties.every((other) =>
        one === other || sets.some((set) =>
          set.has(one.id) && set.has(other.id)
        ) ||
        mine + hours(other.id, index) <= (item.hours ?? 0) + 1e-6
      );
    });
  });
}

/** Sometimes the last two duties are a choice, of which one is enough. */
function withChoice(
  rules: CompiledLicense,
  random: Random,
): { shipped: CompiledLicense; selections: Obligation[][] } {
  const all = rules.requires as Obligation[];
  if (all.length < 3 || random.next() < 0.6) {
    return { shipped: rules, selections: [all] };
  }
  const kept = all.slice(0, -2);
  const of = all.slice(-2);
  const choice: Duty = { id: "choice", kind: "choice", choose: 1, of, words };
  return {
    shipped: { ...rules, requires: [...kept, choice] },
    selections: of.map((one) => [...kept, one]),
  };
}

Deno.test("no legal allocation leaves fewer hours short than the one that is reported, which is legal", () => {
  const random = new Random(20261123);
  let contested = 0;
  for (let run = 0; run < RUNS; run++) {
    const rules = anyLicense(random);
    const activities = Array.from({ length: 1 + random.below(4) }, () => ({
      date: "2026-05-01",
      hours: 1 + random.below(3),
      category: random.one(CATEGORIES),
      topics: random.some(TOPICS, 0.5),
    }));
    const { shipped, selections } = withChoice(rules, random);
    const report = evaluate(
      shipped,
      { answers: {} },
      activities,
      "2026-12-31",
    );
    const counted = new Map(report.duties.map((one) => [
      one.id,
      new Map(one.counted.map((item) => [item.activity, item.hours])),
    ]));
    const least = Math.min(
      ...selections.map((owed) => bruteForce(activities, rules, owed)),
    );
    const where = `run ${run}: ${
      JSON.stringify({
        requires: shipped.requires,
        limits: rules.limits,
        activities,
      })
    }`;
    if (Math.abs(report.summary.hoursShort - least) > 1e-6) {
      throw new Error(
        `${report.summary.hoursShort} hours to earn, brute force ${least}; ${where}`,
      );
    }
    if (!isLegal(rules, activities, counted)) {
      throw new Error(`not legal; ${where}`);
    }
    const shorts = report.duties.filter((one) => one.verdict.is === "short");
    if ((shorts.length === 0) !== (least === 0)) {
      throw new Error(`met or short, but not as brute force; ${where}`);
    }
    if (rules.requires.some((one: Duty) => "apartFrom" in one || one.onTopOf)) {
      contested++;
    }
  }
  if (contested < RUNS / 3) throw new Error("too few contested problems");
});
