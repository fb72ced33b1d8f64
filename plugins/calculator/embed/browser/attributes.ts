// SPDX-License-Identifier: MIT
/**
 * The element's attributes, read with suspicion: a wrong one falls back, and is said once in the
 * console, never on the page.
 *
 * In: the element, and what the index offers. Out: settings that can be relied on.
 */

import type { Index } from "../../element/registry.ts";
import { idsIn } from "../../element/share.ts";

/** What the element promises to read; `page` and `lock` mean what element.ts says. */
export const ATTRIBUTES = ["licenses", "lock", "page", "theme", "lang"];

const THEMES = ["auto", "light", "dark"] as const;
export type Theme = typeof THEMES[number];

/** Attributes that any element may have. */
const GLOBAL =
  /^(id|class|style|slot|part|hidden|title|dir|role|tabindex|inert|translate|.*-.*|on.*)$/;

const warned = new Set<string>();

/** Say something to whoever builds the page, once. */
export function warn(text: string): void {
  if (warned.has(text)) return;
  warned.add(text);
  console.warn(`cme-calculator: ${text}`);
}

/** The licenses named, without those that do not exist. */
export function licensesOf(element: HTMLElement, index?: Index): string[] {
  const text = element.getAttribute("licenses") ?? "";
  const found = idsIn(text);
  const good = found.filter((id) => {
    const [place, profession] = id.split("-");
    return !index || Object.hasOwn(index.nationals, id) ||
      (Object.hasOwn(index.places, place) &&
        Object.hasOwn(index.professions, profession));
  });
  const words = text.split(/[\s,;]+/).filter(Boolean);
  for (const word of words) {
    if (!good.includes(word.toLowerCase())) {
      warn(`licenses: there is no "${word}" here; write ca-md, as in the list`);
    }
  }
  return good;
}

/** Light, dark, or as the page is. */
export function themeOf(element: HTMLElement): Theme {
  const value = element.getAttribute("theme") ?? "auto";
  const found = THEMES.find((theme) => theme === value);
  if (!found) warn(`theme: "${value}" is none of ${THEMES.join(", ")}`);
  return found ?? "auto";
}

/** Only English is spoken so far. */
export function checkLanguage(element: HTMLElement): void {
  const value = element.getAttribute("lang");
  if (value && !/^en\b/i.test(value)) {
    warn(`lang: "${value}" is not spoken yet; English is shown`);
  }
}

/** Names that are no attribute of ours, such as a misspelled one; and `lock="false"`, which locks. */
export function checkNames(element: HTMLElement): void {
  const lock = element.getAttribute("lock") ?? "";
  if (!["", "lock", "true"].includes(lock)) {
    warn(`lock: any value locks, "${lock}" too; leave it out not to lock`);
  }
  for (const name of element.getAttributeNames()) {
    if (!ATTRIBUTES.includes(name) && !GLOBAL.test(name)) {
      warn(
        `there is no attribute "${name}"; there are ${ATTRIBUTES.join(", ")}`,
      );
    }
  }
}
