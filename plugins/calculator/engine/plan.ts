// SPDX-License-Identifier: MIT
/**
 * The plan: the least credit, by subject and day, that satisfies one or several licenses at once.
 *
 * In: licenses with their renewal dates, the credit earned, the first day on which more can be
 * earned. Out: what to earn, and which duties of which licenses each part serves. Only duties in
 * hours that are owed for sure and due are planned, by the ways that the reports take for choices.
 */

import { type Demand, rounded } from "./allocation.ts";
import { accepts, type Credit, inSpan, ready } from "./credit.ts";
import { isoDate, parseDay } from "./dates.ts";
import { evaluateOne, type Evaluation, type Request } from "./evaluate.ts";
import { capsOn, classesOf, needsOf, type Use, usesOf } from "./program.ts";
import type { Activity, Plan, PlanItem } from "./report.ts";
import { EVER } from "./schedule.ts";
import { maximize, type Row } from "./simplex.ts";
import type { IsoDate } from "./types.ts";

/** A kind of credit that could be earned: `credit` is an hour of it. */
interface Kind {
  credit: Credit;
  topics: string[];
  categories: string[];
  formats: string[];
  /** The open demands that it matches. */
  serves: Open[];
}

/** A demand of one license that is not served in full. */
interface Open {
  license: string;
  demand: Demand;
}

/** Plan what to earn from `earliest` on (a day; by default any day will do). */
export function plan(
  requests: Request[],
  activities: Activity[],
  earliest?: IsoDate,
): Plan {
  const credits = ready(activities);
  const licenses = requests.map((request) => request.license);
  const found = requests.map((request) =>
    evaluateOne(request, credits, licenses)
  );
  const first = earliest === undefined ? EVER : parseDay(earliest);
  const open = found.flatMap((item) => openDemands(item));
  const kinds = kindsFor(open, found, first);
  const hours = leastHours(kinds, found);
  const items = kinds.flatMap((kind, index) =>
    hours[index] > 1e-6 ? [itemOf(kind, rounded(hours[index]))] : []
  ).sort((one, other) =>
    one.by < other.by ? -1 : one.by > other.by ? 1 : other.hours - one.hours
  );
  const unreached = open.filter((item) =>
    !kinds.some((kind) => kind.serves.includes(item))
  );
  return {
    hours: rounded(items.reduce((sum, item) => sum + item.hours, 0)),
    items,
    unplanned: rounded(
      unreached.reduce((sum, item) => sum + shortOf(item, found), 0),
    ),
  };
}

function openDemands({ report, solution }: Evaluation): Open[] {
  return solution.taken.filter((demand) =>
    !demand.later && (solution.served.get(demand)?.short ?? 0) > 0
  ).map((demand) => ({ license: report.license, demand }));
}

function shortOf(item: Open, found: Evaluation[]): number {
  const own = found.find(({ report }) => report.license === item.license);
  return own?.solution.served.get(item.demand)?.short ?? 0;
}

/** Every kind of credit worth thinking of: one subject at most, and a day by which it is due. */
function kindsFor(
  open: Open[],
  found: Evaluation[],
  earliest: number,
): Kind[] {
  const filterOf = (item: Open) =>
    found.find(({ report }) => report.license === item.license)
      ?.setting.structure.filters.get(item.demand.duty.id);
  const filters = open.flatMap((item) => filterOf(item) ?? []);
  const topics = distinct(filters.flatMap((item) => [...item.topics ?? []]));
  const categories = distinct(
    filters.flatMap((item) => item.counts.flatMap((set) => [...set])),
  );
  const formats = distinct(
    filters.flatMap((item) => item.formats.flatMap((set) => [...set])),
  );
  const days = distinctDays(open, earliest);
  const kinds = new Map<string, Kind>();
  for (const day of days) {
    for (const topic of [undefined, ...topics]) {
      for (const category of [undefined, ...categories]) {
        for (const format of [undefined, ...formats]) {
          const credit = hourOf(day, topic, category, format);
          const serves = open.filter((item) => {
            const filter = filterOf(item);
            const { stretch } = item.demand;
            return filter && inSpan(day, stretch) && accepts(filter, credit) &&
              (day <= stretch.due || stretch.due < earliest);
          });
          if (serves.length > 0 && !isCapped(credit, found)) {
            addKind(kinds, credit, serves);
          }
        }
      }
    }
  }
  return [...kinds.values()];
}

function distinct(ids: string[]): string[] {
  return [...new Set(ids)].sort();
}

/** The days by which something is due; what is overdue is planned for the end of its window. */
function distinctDays(open: Open[], earliest: number): number[] {
  const days = open.map(({ demand: { stretch } }) =>
    stretch.due >= earliest ? stretch.due : stretch.to
  );
  return [...new Set(days)].filter((day) => day >= earliest)
    .sort((one, other) => other - one);
}

function hourOf(
  day: number,
  topic?: string,
  category?: string,
  format?: string,
): Credit {
  return {
    index: -1,
    day,
    hours: 1,
    category,
    topics: topic === undefined ? [] : [topic],
    formats: format === undefined ? [] : [format],
  };
}

/** Credit under a cap of any license is not planned: other credit serves as well. */
function isCapped(credit: Credit, found: Evaluation[]): boolean {
  return found.some(({ solution }) =>
    solution.bounds.ceilings.some((ceiling) => ceiling.covers(credit))
  );
}

/** Kinds that serve the same demands are one kind, of any of their subjects and categories. */
function addKind(
  kinds: Map<string, Kind>,
  credit: Credit,
  serves: Open[],
): void {
  const names = serves.map((item) =>
    `${item.license}/${item.demand.duty.id}/${item.demand.stretch.to}`
  );
  const { category } = credit;
  const [topic] = credit.topics;
  const [format] = credit.formats;
  const key = `${credit.day}|${names}`;
  const known = kinds.get(key);
  if (!known) {
    kinds.set(key, {
      credit,
      serves,
      topics: topic === undefined ? [] : [topic],
      categories: category === undefined ? [] : [category],
      formats: format === undefined ? [] : [format],
    });
    return;
  }
  // One attribute may vary at a time, so that every combination named is a right one.
  const sameTopic = known.topics[0] === topic;
  const sameCategory = known.categories[0] === category;
  const sameFormat = known.formats[0] === format;
  if (sameTopic && sameFormat) widen(known.categories, category);
  else if (sameCategory && sameFormat) widen(known.topics, topic);
  else if (sameTopic && sameCategory) widen(known.formats, format);
}

/** A list that is empty says that it does not matter, and stays so. */
function widen(list: string[], id: string | undefined): void {
  if (list.length > 0 && id !== undefined && !list.includes(id)) list.push(id);
}

/** The hours of each kind, so that all demands are served with the fewest. */
function leastHours(kinds: Kind[], found: Evaluation[]): number[] {
  if (kinds.length === 0) return [];
  const rows: Row[] = [];
  // The first variables are the hours of the kinds.
  const size = { variables: kinds.length };
  const serving: number[] = [];
  for (const evaluation of found) {
    addLicense(evaluation, kinds, rows, serving, size);
  }
  const objective = (value: (variable: number) => number) =>
    Array.from({ length: size.variables }, (_, variable) => value(variable));
  const isServing = new Set(serving);
  return maximize([
    objective((variable) => isServing.has(variable) ? 1 : 0),
    objective((variable) => variable < kinds.length ? -1 : 0),
    // Among equals credit that anything can be, then credit that may come late.
    objective((variable) =>
      variable < kinds.length && kinds[variable].topics.length === 0 ? 1 : 0
    ),
    objective((variable) =>
      variable < kinds.length ? kinds[variable].credit.day / 1e5 : 0
    ),
  ], rows).slice(0, kinds.length);
}

/** The rows of one license: its own hours and those of each kind go to uses of their own. */
function addLicense(
  { setting, solution }: Evaluation,
  kinds: Kind[],
  rows: Row[],
  serving: number[],
  size: { variables: number },
): void {
  const demands = solution.taken.filter((demand) => !demand.later);
  const { structure } = setting;
  const own = classesOf(demands, solution.bounds);
  const kindOf = new Map<Credit, number>();
  const future = demands.map((demand) => {
    const filter = structure.filters.get(demand.duty.id);
    const matched = kinds.flatMap((kind, index) => {
      const { credit } = kind;
      kindOf.set(credit, index);
      return filter && inSpan(credit.day, demand.stretch) &&
          accepts(filter, credit)
        ? [credit]
        : [];
    });
    return { ...demand, matched, carried: [], carriedMost: 0 };
  });
  const none = { ceilings: [], carriedMost: 0 };
  const planned = kinds.flatMap((_, index) =>
    classesOf(
      future.map((demand) => ({
        ...demand,
        matched: demand.matched.filter((credit) =>
          kindOf.get(credit) === index
        ),
      })),
      none,
    ).map((item) => ({ item, index }))
  );
  const start = size.variables;
  const uses: Use[] = [
    ...own.flatMap((item) => usesOf(item, demands, structure, solution.bounds)),
    ...planned.flatMap(({ item }) => usesOf(item, future, structure, none)),
  ];
  uses.forEach((use, index) => use.variable = start + demands.length + index);
  size.variables = start + demands.length + uses.length;
  demands.forEach((_, index) => serving.push(start + index));
  // `needsOf` numbers the demands from 0; here they begin at `start`.
  const shifted = needsOf(demands, uses).map((row) => ({
    ...row,
    terms: row.terms.map(([variable, factor]): [number, number] =>
      variable < demands.length && factor === 1
        ? [variable + start, factor]
        : [variable, factor]
    ),
  }));
  rows.push(...shifted, ...capsOn(demands, own, uses, solution.bounds));
  for (const { item, index } of planned) {
    rows.push({
      terms: [
        ...uses.filter((use) => use.of === item).map((use) =>
          [use.variable, 1] as [number, number]
        ),
        [index, -1],
      ],
      most: 0,
    });
  }
}

function itemOf(kind: Kind, hours: number): PlanItem {
  const from = Math.max(
    ...kind.serves.map((item) => item.demand.stretch.from),
  );
  return {
    hours,
    from: from === EVER ? null : isoDate(from),
    by: isoDate(kind.credit.day),
    topics: kind.topics,
    categories: kind.categories,
    formats: kind.formats,
    serves: kind.serves.map(({ license, demand }) => ({
      license,
      duty: demand.duty.id,
    })),
  };
}
