// SPDX-License-Identifier: MIT
/**
 * The share link: licenses, renewal dates and answers, in the part of an address that browsers keep
 * to themselves (after #). Never the credit log, what was ticked, or the allowance.
 *
 * In: records and the licenses shown. Out: the text after #; and back, leaving out what is no record.
 */

import { type Changes, type Records } from "./records.ts";
import { valid } from "./saved.ts";

const SHARED = ["renewal/", "first-renewal/", "answer/", "birth"];
const LICENSE = /\b(?:us-[a-z]+(?:-[a-z]+)*|[a-z]{2}-[a-z]{2})\b/g;

/** What a link holds. */
export interface Shared {
  licenses: string[];
  changes: Changes;
}

/** Write the text after #. */
export function linkText(licenses: string[], records: Records): string {
  const parts = new URLSearchParams();
  for (const [key, { value }] of Object.entries(records).sort()) {
    const license = licenseIn(key);
    const shown = license === null || licenses.includes(license);
    if (value !== null && shown && isShared(key)) {
      parts.set(key, JSON.stringify(value));
    }
  }
  const rest = parts.toString();
  return `licenses=${licenses.join(",")}${rest && "&"}${rest}`;
}

/** Read the text after #; null where it names no license. */
export function readLink(text: string): Shared | null {
  const parts = new URLSearchParams(text.replace(/^#/, ""));
  const licenses = idsIn(parts.get("licenses") ?? "");
  if (licenses.length === 0) return null;
  const changes: Changes = {};
  for (const [key, json] of parts) {
    if (!isShared(key)) continue;
    try {
      const value: unknown = JSON.parse(json);
      if (value !== null && valid(key, value)) changes[key] = value;
    } catch {
      // A mangled answer is asked again.
    }
  }
  return { licenses, changes };
}

/** License ids in a text, whatever stands between them; each once. */
export function idsIn(text: string): string[] {
  return [...new Set(text.toLowerCase().match(LICENSE) ?? [])];
}

function isShared(key: string): boolean {
  return SHARED.some((start) => key.startsWith(start));
}

/** The license that a key belongs to, if it is not of the person. */
function licenseIn(key: string): string | null {
  return /^[a-z-]+\/(us-[a-z-]+|[a-z]{2}-[a-z]{2})(\/|$)/.exec(key)?.[1] ??
    null;
}
