// SPDX-License-Identifier: MIT
/**
 * How the duties of a license hang together: which lie inside which, which may not share an hour,
 * and what credit each accepts.
 *
 * In: a license. Out: its `Structure`, worked out once. It depends on the license alone.
 */

import type { CompiledLicense, Duty, Limit, Obligation } from "./types.ts";

/** What credit must be: of any of `topics`, and of one of each of the lists of the other two. */
export interface Filter {
  topics: Set<string> | null;
  counts: Set<string>[];
  formats: Set<string>[];
}

/** A cap on what counts; `unit` where it comes with a conversion and covers credit in that unit. */
export interface Cap {
  limit: Limit;
  unit?: string;
}

/** The structure of a license's duties. */
export interface Structure {
  byId: Map<string, Duty>;
  /** Ids of the duties that a duty lies inside, nearest first. */
  ancestors: Map<string, string[]>;
  filters: Map<string, Filter>;
  /** Ids of the duties that an hour may not serve besides this one. */
  apart: Map<string, Set<string>>;
  /** Caps by the id of the duty that they limit. */
  caps: Map<string, Cap[]>;
}

const known = new WeakMap<CompiledLicense, Structure>();

/** The structure of a license; asking again costs nothing. */
export function structureOf(license: CompiledLicense): Structure {
  let found = known.get(license);
  if (!found) {
    found = build(license);
    known.set(license, found);
  }
  return found;
}

/** All nodes of a tree of duties, parents before their members. */
export function* walk(duties: Duty[]): Generator<Duty> {
  for (const duty of duties) {
    yield duty;
    if (duty.kind === "group") yield* walk(duty.all);
    else if (duty.kind === "choice") yield* walk(duty.of);
  }
}

/** The obligations of a tree. */
export function obligations(duties: Duty[]): Obligation[] {
  return [...walk(duties)].filter((duty): duty is Obligation =>
    duty.kind !== "group" && duty.kind !== "choice"
  );
}

/** Whether an obligation is measured in hours of education. */
export function inHours(duty: Duty): duty is Obligation {
  return duty.kind === "hours" || duty.kind === "share";
}

function build(license: CompiledLicense): Structure {
  const roots = [
    ...license.requires,
    ...(license.alternatives ?? []).flatMap((item) =>
      item.instead ? [item.instead] : []
    ),
  ];
  const byId = new Map([...walk(roots)].map((duty) => [duty.id, duty]));
  const all = obligations(roots);
  const ancestors = new Map(all.map((duty) => [duty.id, above(duty, byId)]));
  const structure: Structure = {
    byId,
    ancestors,
    filters: new Map(),
    apart: apartness(license, all, byId),
    caps: new Map(),
  };
  for (const duty of all) {
    structure.filters.set(duty.id, filterOf(duty, all, structure));
  }
  for (const cap of capsOf(license)) {
    const { of } = cap.limit;
    structure.caps.set(of, [...structure.caps.get(of) ?? [], cap]);
  }
  return structure;
}

function above(duty: Duty, byId: Map<string, Duty>): string[] {
  const found: string[] = [];
  let outer = duty.within === undefined ? undefined : byId.get(duty.within);
  // A loop would be an error in the data, which its checks refuse.
  while (outer && outer.kind !== "group" && outer.kind !== "choice") {
    found.push(outer.id);
    outer = outer.within === undefined ? undefined : byId.get(outer.within);
  }
  return found;
}

/**
 * Credit inside a duty must be acceptable to what it lies in; its subject need not be named twice:
 * an hour on opioids, which lie within pharmacology, is an hour of pharmacology.
 */
function filterOf(
  duty: Obligation,
  all: Obligation[],
  structure: Structure,
): Filter {
  const chain = [
    duty,
    ...(structure.ancestors.get(duty.id) ?? []).map((id) =>
      structure.byId.get(id) as Obligation
    ),
  ];
  const inside = all.filter((other) =>
    structure.ancestors.get(other.id)?.includes(duty.id)
  );
  const topics = duty.topics
    ? new Set([duty, ...inside].flatMap((item) => item.topics ?? []))
    : null;
  const sets = (key: "counts" | "formats") =>
    chain.flatMap((item) => item[key] ? [new Set(item[key])] : []);
  return { topics, counts: sets("counts"), formats: sets("formats") };
}

/** Which pairs of duties may not share an hour: apart-from, on top of, or not established. */
function apartness(
  license: CompiledLicense,
  all: Obligation[],
  byId: Map<string, Duty>,
): Map<string, Set<string>> {
  const apart = new Map<string, Set<string>>();
  const add = (one: string, other: string) => {
    if (one === other) return;
    for (const [from, to] of [[one, other], [other, one]]) {
      apart.set(from, (apart.get(from) ?? new Set()).add(to));
    }
  };
  const general = generalDuties(license);
  for (const duty of all) {
    duty.apartFrom?.forEach((id) => add(duty.id, id));
    if (!inHours(duty)) continue;
    const outer = duty.onTopOf === undefined
      ? undefined
      : byId.get(duty.onTopOf);
    if (outer) obligations([outer]).forEach((item) => add(duty.id, item.id));
    // Not known whether it counts toward the total: on the safe side it does not.
    if (duty.placeUnknown) general.forEach((id) => add(duty.id, id));
  }
  return apart;
}

/** The total; where there is none, the hours without a subject that ways of a choice ask for. */
function generalDuties(license: CompiledLicense): string[] {
  const all = obligations(license.requires).filter(inHours);
  const total = all.filter((duty) => duty.id === "total");
  const found = total.length > 0
    ? total
    : all.filter((duty) =>
      !duty.topics && !duty.within && !duty.onTopOf && !duty.placeUnknown
    );
  return found.map((duty) => duty.id);
}

/** The limits, and the caps that come with conversions, which cap what counts toward the total. */
function capsOf(license: CompiledLicense): Cap[] {
  const limits = (license.limits ?? []).map((limit) => ({ limit }));
  const converted = (license.conversions ?? []).flatMap((item) =>
    item.atMost === undefined ? [] : [{
      limit: { text: item.text, atMost: item.atMost, of: "total" },
      unit: item.one,
    }]
  );
  return [...limits, ...converted];
}
