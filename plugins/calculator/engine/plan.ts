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
import { capsOn, needsOf } from "./program.ts";
import type { Activity, Plan, PlanItem } from "./report.ts";
import { EVER } from "./stretches.ts";
import { coveredBy } from "./reach.ts";
import { maximize, type Row } from "./simplex.ts";
import { inHours, obligations } from "./structure.ts";
import type { CompiledLicense, IsoDate } from "./types.ts";
import { classesOf, type Use, usesOf } from "./uses.ts";

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

/**
 * Plan what to earn from `earliest` on (a day; by default any day will do). Of alternatives by other
 * education those are taken that leave less to earn, tried one after the other.
 */
export function plan(
  requests: Request[],
  activities: Activity[],
  earliest?: IsoDate,
): Plan {
  const credits = ready(activities);
  const licenses = requests.map((request) => request.license);
  const first = earliest === undefined ? EVER : parseDay(earliest);
  const planWith = (taking: number[][]) =>
    planFor(
      requests.map((request, index) =>
        evaluateOne(request, credits, licenses, taking[index])
      ),
      first,
    );
  const asks = ({ hours, unplanned }: Plan) => hours + unplanned * 1e4;
  let taking: number[][] = requests.map(() => []);
  let best = planWith(taking);
  requests.forEach(({ license }, index) => {
    for (const way of otherEducation(license)) {
      const tried = [...taking];
      tried[index] = withAlternative(taking[index], way, license);
      const found = planWith(tried);
      if (asks(found) < asks(best) - 1e-6) [taking, best] = [tried, found];
    }
  });
  return best;
}

/** The alternatives that a plan can ask for: hours, and nothing that a person has to tick. */
function otherEducation({ alternatives }: CompiledLicense): number[] {
  return (alternatives ?? []).flatMap((item, index) =>
    item.instead && obligations([item.instead]).every(inHours) ? [index] : []
  );
}

/** What is taken, with one alternative more, in place of those that cover the same duties. */
function withAlternative(
  taken: number[],
  way: number,
  license: CompiledLicense,
): number[] {
  const covered = (index: number) => {
    const excuse = license.alternatives?.[index];
    return excuse ? coveredBy(excuse.covers, excuse.butNot, license) : [];
  };
  const mine = covered(way);
  const apart = (one: number) => !covered(one).some((id) => mine.includes(id));
  return [...taken.filter(apart), way];
}

function planFor(found: Evaluation[], earliest: number): Plan {
  const open = found.flatMap((item) => openDemands(item));
  const kinds = kindsFor(open, found, earliest);
  const { hours, unplanned } = leastHours(kinds, found);
  const items = kinds.flatMap((kind, index) =>
    hours[index] > 1e-6 ? [itemOf(kind, rounded(hours[index]))] : []
  ).sort((one, other) =>
    one.by < other.by ? -1 : one.by > other.by ? 1 : other.hours - one.hours
  );
  return {
    hours: rounded(items.reduce((sum, item) => sum + item.hours, 0)),
    items,
    unplanned: rounded(unplanned),
  };
}

function openDemands({ report, solution }: Evaluation): Open[] {
  return solution.taken.filter((demand) =>
    !demand.later && (solution.served.get(demand)?.short ?? 0) > 0
  ).map((demand) => ({ license: report.license, demand }));
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
          if (serves.length > 0) addKind(kinds, credit, serves, found);
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

/** Kinds that serve the same demands under the same caps are one, of any of their categories. */
function addKind(
  kinds: Map<string, Kind>,
  credit: Credit,
  serves: Open[],
  found: Evaluation[],
): void {
  const caps = found.map(({ solution }) =>
    solution.bounds.ceilings.map((ceiling) => ceiling.covers(credit))
  );
  const names = serves.map((item) =>
    `${item.license}/${item.demand.duty.id}/${item.demand.stretch.to}`
  );
  const { category } = credit;
  const [topic] = credit.topics;
  const [format] = credit.formats;
  const key = `${credit.day}|${names}|${caps}`;
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
function leastHours(
  kinds: Kind[],
  found: Evaluation[],
): { hours: number[]; unplanned: number } {
  const rows: Row[] = [];
  // The first variables are the hours of the kinds.
  const size = { variables: kinds.length };
  const needs = new Map<number, number>();
  for (const evaluation of found) {
    addLicense(evaluation, kinds, rows, needs, size);
  }
  const objective = (value: (variable: number) => number) =>
    Array.from({ length: size.variables }, (_, variable) => value(variable));
  const values = maximize([
    objective((variable) => needs.has(variable) ? 1 : 0),
    objective((variable) => variable < kinds.length ? -1 : 0),
    // Among equals credit that anything can be, then credit that may come late.
    objective((variable) =>
      variable < kinds.length && kinds[variable].topics.length === 0 ? 1 : 0
    ),
    objective((variable) =>
      variable < kinds.length ? kinds[variable].credit.day / 1e5 : 0
    ),
  ], rows);
  let unplanned = 0;
  for (const [variable, need] of needs) unplanned += need - values[variable];
  return { hours: values.slice(0, kinds.length), unplanned };
}

/** The rows of one license: its own hours and those of each kind go to uses of their own. */
function addLicense(
  { setting, solution }: Evaluation,
  kinds: Kind[],
  rows: Row[],
  needs: Map<number, number>,
  size: { variables: number },
): void {
  const demands = solution.taken.filter((demand) => !demand.later);
  const { structure } = setting;
  const bounds = {
    ceilings: solution.bounds.ceilings.filter((ceiling) =>
      demands.includes(ceiling.demand)
    ),
    carriedMost: solution.bounds.carriedMost,
  };
  const own = classesOf(demands, bounds);
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
  const planned = kinds.flatMap((_, index) => {
    const only = future.map((demand) => ({
      ...demand,
      matched: demand.matched.filter((credit) => kindOf.get(credit) === index),
    }));
    // The same caps as for credit already earned, in the same places.
    const capped = {
      ceilings: bounds.ceilings.map((ceiling) => ({
        ...ceiling,
        demand: only[demands.indexOf(ceiling.demand)],
      })),
      carriedMost: 0,
    };
    return classesOf(only, capped).map((item) => ({ item, index }));
  });
  const start = size.variables;
  const uses: Use[] = [...own, ...planned.map(({ item }) => item)].flatMap(
    (item) => usesOf(item, demands, structure, bounds),
  );
  uses.forEach((use, index) => use.variable = start + demands.length + index);
  size.variables = start + demands.length + uses.length;
  demands.forEach(({ need }, index) => needs.set(start + index, need));
  // `needsOf` numbers the demands from 0; here they begin at `start`.
  const shifted = needsOf(demands, uses).map((row) => ({
    ...row,
    terms: row.terms.map(([variable, factor]): [number, number] =>
      variable < demands.length && factor === 1
        ? [variable + start, factor]
        : [variable, factor]
    ),
  }));
  rows.push(...shifted, ...capsOn(demands, own, uses, bounds));
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
