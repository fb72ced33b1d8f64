// SPDX-License-Identifier: MIT
/**
 * Entries of the credit log.
 *
 * In: what the visitor entered. Out: entries in the order of their dates, those that look entered
 * twice, and the activities that the engine computes with.
 */

import type { Activity } from "../engine/report.ts";
import type { IsoDate } from "../engine/types.ts";

/** One piece of credit, earned or planned. */
export interface Entry {
  id: string;
  title: string;
  date: IsoDate;
  /** Hours; or with `unit`, so many of that unit. */
  hours: number;
  unit?: string;
  category?: string;
  topics?: string[];
  formats?: string[];
  planned?: true;
  /** In dollars. */
  price?: number;
  /** Paid days that it takes of the employer's allowance. */
  days?: number;
  note?: string;
}

/** Make an id that no other entry has. */
export function newId(): string {
  const parts = crypto.getRandomValues(new Uint32Array(2));
  return Array.from(parts, (part) => part.toString(36)).join("");
}

/** The newest first; on one day by title. */
export function sorted(entries: Entry[]): Entry[] {
  return entries.toSorted((one, other) =>
    compare(other.date, one.date) || compare(one.title, other.title) ||
    compare(one.id, other.id)
  );
}

/**
 * Entries that look like another one, by id: the same title on the same day, whatever its case,
 * spaces and punctuation.
 */
export function duplicates(entries: Entry[]): Map<string, Entry> {
  const first = new Map<string, Entry>();
  const found = new Map<string, Entry>();
  for (const entry of entries) {
    const key = `${entry.date} ${words(entry.title)}`;
    const before = first.get(key);
    if (before) found.set(entry.id, before);
    else first.set(key, entry);
  }
  return found;
}

/** What the engine computes with. */
export function activity(entry: Entry): Activity {
  const amount = entry.unit === undefined
    ? { hours: entry.hours }
    : { amount: entry.hours, unit: entry.unit };
  const { date, category, topics, formats } = entry;
  return {
    date,
    ...amount,
    ...(category ? { category } : {}),
    ...(topics?.length ? { topics } : {}),
    ...(formats?.length ? { formats } : {}),
  };
}

/** A text by its words and numbers alone. */
export function words(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
