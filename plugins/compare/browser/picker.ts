/**
 * The field that adds a license: type a state and a profession, choose from what fits.
 *
 * In: the licenses that the page lists. Out: calls `choose` with an id. A combobox with a listbox,
 * as the ARIA practices describe it: arrows move, Enter takes, Escape closes.
 */

import { element } from "../../building/browser/element.ts";

/** A license that can be chosen, with the words by which it is found. */
export interface Choice {
  id: string;
  name: string;
  words: string[];
}

const SHOWN = 8;
// Words that only join the others: "rn in texas".
const JOINTS = new Set(["in", "of", "the", "for", "and"]);

/** The licenses listed by the page. */
export function choices(list: HTMLDataListElement): Choice[] {
  return [...list.options].map((option) => ({
    id: option.value,
    name: option.label,
    words: split(option.dataset.words ?? ""),
  }));
}

/** Those that every typed word fits, those that it fits exactly before others. */
export function find(typed: string, all: Choice[]): Choice[] {
  const terms = split(typed);
  const meant = terms.length > 1
    ? terms.filter((term) => !JOINTS.has(term))
    : terms;
  if (!meant.length) return [];
  const scored = all.map((choice) => ({ choice, score: score(meant, choice) }));
  return scored.filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score).map(({ choice }) => choice);
}

function score(terms: string[], choice: Choice): number {
  let sum = 0;
  for (const term of terms) {
    if (choice.words.includes(term)) sum += 2;
    else if (choice.words.some((word) => word.startsWith(term))) sum += 1;
    else return 0;
  }
  // "tx do": the profession's own short name counts more than "doctor" among its other names.
  return sum + (terms.includes(choice.id.slice(3)) ? 1 : 0);
}

function split(text: string): string[] {
  return text.toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
}

/** Bring the field to life; `isChosen` tells which licenses are taken already. */
export function picker(
  input: HTMLInputElement,
  list: HTMLElement,
  all: Choice[],
  isChosen: (id: string) => boolean,
  choose: (choice: Choice) => void,
): void {
  let found: Choice[] = [];
  let active = -1;

  const show = (): void => {
    found = find(input.value, all).filter(({ id }) => !isChosen(id));
    found = found.slice(0, SHOWN);
    list.replaceChildren(...found.map((choice, index) => {
      const id = `${list.id}-${index}`;
      const option = element("li", { role: "option", id }, choice.name);
      option.onmousedown = (event) => event.preventDefault(); // keep the focus in the field
      option.onclick = () => take(index);
      return option;
    }));
    move(found.length ? 0 : -1);
    open(found.length > 0);
  };
  const open = (is: boolean): void => {
    list.hidden = !is;
    input.setAttribute("aria-expanded", String(is));
    if (!is) move(-1);
  };
  const move = (to: number): void => {
    active = to;
    [...list.children].forEach((option, index) =>
      option.setAttribute("aria-selected", String(index === to))
    );
    if (to < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${list.id}-${to}`);
  };
  const take = (index: number): void => {
    const choice = found[index];
    if (!choice) return;
    input.value = "";
    open(false);
    choose(choice);
  };

  input.oninput = show;
  input.onblur = () => open(false);
  input.onkeydown = (event) => {
    const count = found.length;
    if (event.key === "Escape" && !list.hidden) open(false);
    else if (event.key === "Enter") list.hidden ? show() : take(active);
    else if (event.key === "ArrowDown" && list.hidden) show();
    else if (event.key === "ArrowDown") move((active + 1) % count);
    else if (event.key === "ArrowUp" && !list.hidden) {
      move((active + count - 1) % count);
    } else return;
    event.preventDefault();
  };
}
