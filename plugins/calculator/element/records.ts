// SPDX-License-Identifier: MIT
/**
 * What a visitor told the calculator, as a map of small records that two tabs can merge.
 *
 * In: changes. Out: a new map; the one given stays as it is. Each record carries how often it was
 * changed, so that of two copies the one changed more often wins, whichever comes first. A removed
 * record stays as an empty one, or another tab's copy would bring it back.
 *
 * Keys: `license/ca-md`, `renewal/ca-md`, `first-renewal/ca-md`, `answer/specialty` or `answer/ca-md/licensed`,
 * `done/ca-md/ethics`, `entry/…`, `birth`, `allowance` (dollars), `allowance/days`, `allowance/month`.
 */

/** A value, or null where it was removed, and the number of changes that led to it. */
export interface Kept {
  rev: number;
  value: unknown;
}

export type Records = Record<string, Kept>;

/** New values by key; null removes. */
export type Changes = Record<string, unknown>;

/** Apply changes: each record's count goes up by one. */
export function change(records: Records, changes: Changes): Records {
  const next = { ...records };
  for (const [key, value] of Object.entries(changes)) {
    next[key] = { rev: (records[key]?.rev ?? 0) + 1, value };
  }
  return next;
}

/** The changes that would take these keys back to what they are now. */
export function reverse(records: Records, keys: string[]): Changes {
  return Object.fromEntries(
    keys.map((key) => [key, records[key]?.value ?? null]),
  );
}

/** Merge two maps, so that the order of merging never matters. */
export function merge(one: Records, other: Records): Records {
  const merged = { ...one };
  for (const [key, theirs] of Object.entries(other)) {
    const mine = merged[key];
    if (!mine || wins(theirs, mine)) merged[key] = theirs;
  }
  return merged;
}

/** Whether two maps hold the same. */
export function same(one: Records, other: Records): boolean {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length &&
    keys.every((key) =>
      other[key] !== undefined && !wins(one[key], other[key]) &&
      !wins(other[key], one[key])
    );
}

/** The values whose keys begin so, by the rest of the key; removed ones are left out. */
export function under<Value>(
  records: Records,
  prefix: string,
): Record<string, Value> {
  const found: Record<string, Value> = {};
  for (const [key, { value }] of Object.entries(records)) {
    if (key.startsWith(prefix) && value !== null) {
      found[key.slice(prefix.length)] = value as Value;
    }
  }
  return found;
}

/** More changes win; of equally many, any rule will do that is the same everywhere. */
function wins(challenger: Kept, holder: Kept): boolean {
  if (challenger.rev !== holder.rev) return challenger.rev > holder.rev;
  return JSON.stringify(challenger.value) > JSON.stringify(holder.value);
}
