/**
 * How a hit looks: its name, the answer itself, and the duties that were asked for.
 *
 * In: hits and results. Out: elements; text from the index is text, never markup.
 */

import { element } from "../../building/browser/element.ts";
import { type Duty, upper } from "./catalog.ts";
import type { Place } from "./load.ts";
import type { Hit, Results } from "./ranking.ts";

const MOST_DUTIES = 4;

/** Where a hit leads: to the duty that was asked for, else to the page. */
export function linkOf(hit: Hit, place: Place): string {
  return place.link(hit.document.address, hit.duties[0]?.anchor);
}

/** The lines of a hit in the short list: name, and what is owed. */
export function lines(hit: Hit): HTMLElement[] {
  const [first, ...others] = hit.duties;
  const title = element("b", {}, hit.document.title);
  if (!first) {
    return [title, element("span", { class: "owed" }, upper(hit.answer))];
  }
  const found = [title, ...duty(first)];
  if (others.length) {
    found.push(element("span", { class: "how" }, `and ${others.length} more`));
  }
  return found;
}

/** One duty: what is owed, then how often and for whom. */
function duty({ what, how }: Duty): HTMLElement[] {
  const owed = element("span", { class: "owed" }, upper(what));
  return how ? [owed, element("span", { class: "how" }, how)] : [owed];
}

/** A hit on the search page, with a link to every duty that was asked for. */
export function item(hit: Hit, place: Place): HTMLLIElement {
  const { document, duties } = hit;
  const title = element(
    "a",
    { href: linkOf(hit, place) },
    document.title,
  );
  const made = element("li", { class: "hit" }, element("h2", {}, title));
  if (document.kind === "license" && duties.length) {
    made.append(element("p", { class: "whole" }, upper(document.answer)));
  }
  if (!duties.length) {
    made.append(element("p", { class: "owed" }, upper(hit.answer)));
    return made;
  }
  const list = element("ul");
  for (const one of duties.slice(0, MOST_DUTIES)) {
    const href = place.link(document.address, one.anchor);
    list.append(
      element("li", {}, element("a", { href }, upper(one.what)), how(one)),
    );
  }
  if (duties.length > MOST_DUTIES) {
    const more = `and ${duties.length - MOST_DUTIES} more`;
    list.append(element("li", { class: "how" }, more));
  }
  made.append(list);
  return made;
}

function how(one: Duty): Node | string {
  return one.how && element("span", { class: "how" }, ` ${one.how}`);
}

/** What the query was read as, where that is not what was typed; "" if there is nothing to say. */
export function remark({ reading, unmatched }: Results): string {
  const read = reading.corrected.map(([typed, text]) =>
    `Read “${typed}” as “${text}”.`
  );
  const missing = unmatched.map((word) => `“${word}”`).join(", ");
  return [...read, ...(missing ? [`Nothing found for ${missing}.`] : [])]
    .join(" ");
}

/** "No results", "1 result", "12 results". */
export function count(number: number): string {
  return `${number || "No"} result${number === 1 ? "" : "s"}`;
}
