// SPDX-License-Identifier: MIT
/**
 * The text that a visit is saved or exported as: versioned JSON, read with suspicion.
 *
 * In: text. Out: its records, and a word on each part that could not be read; or that all of it is
 * damaged, or was written by a newer version of this page.
 */

import { parseDay } from "../engine/dates.ts";
import type { Records } from "./records.ts";

/** Goes up when an older page could misread what a newer one wrote. */
export const VERSION = 1;

export type Read =
  | { is: "read"; records: Records; lost: string[] }
  | { is: "damaged" }
  | { is: "newer" };

/** Write records as text. */
export function write(records: Records): string {
  return JSON.stringify({ format: "cme-atlas", version: VERSION, records });
}

/** Read text that `write` made, perhaps long ago, perhaps mangled since. */
export function read(text: string): Read {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return { is: "damaged" };
  }
  if (!isMap(found) || found["format"] !== "cme-atlas") {
    return { is: "damaged" };
  }
  const { version, records } = found;
  if (typeof version !== "number" || !isMap(records)) {
    return { is: "damaged" };
  }
  if (version > VERSION) return { is: "newer" };
  const good: Records = {};
  const lost: string[] = [];
  for (const [key, kept] of Object.entries(records)) {
    if (isKept(kept) && (kept.value === null || valid(key, kept.value))) {
      good[key] = kept;
    } else lost.push(key);
  }
  return { is: "read", records: good, lost };
}

/** Whether a value is one that its key may have. */
export function valid(key: string, value: unknown): boolean {
  switch (key.split("/")[0]) {
    case "license":
      return value === true;
    case "renewal":
    case "first-renewal":
      return isDay(value);
    case "answer":
    case "done":
      return ["boolean", "number"].includes(typeof value) || isText(value) ||
        isTexts(value);
    case "entry":
      return isEntry(value);
    case "birth":
      return isMap(value) &&
        Object.values(value).every((part) => Number.isInteger(part));
    case "allowance":
      return key === "allowance/month" ? isMonth(value) : isAmount(value);
    default:
      return false;
  }
}

function isKept(value: unknown): value is { rev: number; value: unknown } {
  return isMap(value) && Number.isSafeInteger(value["rev"]) && "value" in value;
}

function isEntry(value: unknown): boolean {
  if (!isMap(value)) return false;
  const optional: [string, (value: unknown) => boolean][] = [
    ["unit", isText],
    ["category", isText],
    ["note", isText],
    ["topics", isTexts],
    ["formats", isTexts],
    ["price", isAmount],
    ["days", isAmount],
    ["planned", (planned) => planned === true],
  ];
  return isText(value["id"]) && isText(value["title"]) &&
    isDay(value["date"]) && isAmount(value["hours"]) &&
    optional.every(([key, test]) => !(key in value) || test(value[key]));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): boolean {
  return typeof value === "string";
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
}

function isAmount(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isMonth(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 12;
}

function isDay(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    parseDay(value);
    return true;
  } catch {
    return false;
  }
}
