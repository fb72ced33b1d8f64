/**
 * The page /compare/: what its address names, side by side.
 *
 * In: the page that theme/templates/compare.html made, and its query string. Out: the table, the
 * list of chosen licenses, and an address that says the same to whoever opens it.
 */

import { read, type State, write } from "./address.ts";
import { type Column, load } from "./column.ts";
import { element } from "../../building/browser/element.ts";
import { type Choice, choices, picker } from "./picker.ts";
import { compare } from "./table.ts";

/** An element that the template promises. */
function part<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

const tool = part("compare");
const root = tool.dataset.root ?? "";
const all = new Map(
  choices(part<HTMLDataListElement>("licenses")).map((item) => [item.id, item]),
);
const title = document.title;
const field = part<HTMLInputElement>("add");
const only = part<HTMLInputElement>("only-differences");
const copy = part<HTMLButtonElement>("copy");
let state: State = read(location.search);
let turn = 0;

function tell(text: string): void {
  part("told").textContent = text;
}

/** Take a new state, remember it in the history, and show it. */
async function go(licenses: string[], text: string): Promise<void> {
  state = { ...state, licenses };
  history.pushState(null, "", location.pathname + write(state));
  tell(text);
  await show();
}

async function show(): Promise<void> {
  const mine = ++turn;
  const unknown = state.licenses.filter((id) => !all.has(id));
  const known = state.licenses.filter((id) => all.has(id));
  if (unknown.length) tell(`Not a license, left out: ${unknown.join(", ")}.`);
  listChosen(known);
  const columns = await Promise.all(
    known.map((id) => load(id, root).catch(() => id)),
  );
  if (mine !== turn) return; // a later choice is on its way
  const lost = columns.filter((column) => typeof column === "string");
  if (lost.length) {
    tell(
      `Could not be loaded: ${lost.join(", ")}. Reload the page to try again.`,
    );
  }
  draw(
    columns.filter((column): column is Column => typeof column !== "string"),
  );
}

function draw(columns: Column[]): void {
  const several = columns.length > 1;
  const made = columns.length ? compare(columns, root) : undefined;
  const place = part("comparison");
  place.replaceChildren(...(made ? [made.table] : []));
  place.hidden = !made;
  place.classList.toggle("many", columns.length > 4);
  place.classList.toggle("wide", columns.length > 7);
  part("tools").hidden = !made;
  part("fold").hidden = !several;
  part("legend").hidden = !several;
  part("first").textContent = columns[0]?.name ?? "";
  part("same").textContent = made ? `${made.same} of ${made.rows}` : "";
  only.checked = state.onlyDifferences;
  fold();
  const names = columns.map((column) => column.name);
  document.title = several ? `${names.join(", ")} compared · CME Atlas` : title;
}

function fold(): void {
  part("comparison").classList.toggle("folded", state.onlyDifferences);
}

function listChosen(ids: string[]): void {
  const items = ids.map((id, index) => {
    const name = all.get(id)?.name ?? id;
    const others = ids.filter((other) => other !== id);
    const item = element("li", {}, element("span", {}, name));
    if (index) {
      item.append(button("Put first", name, () => {
        void go([id, ...others], `${name} is now the first.`);
        focusOn(0);
      }));
    }
    item.append(button("Remove", name, () => {
      void go(others, `${name} removed. ${count(others.length)}.`);
      focusOn(Math.min(index, others.length - 1));
    }));
    return item;
  });
  part("chosen").replaceChildren(...items);
}

function button(label: string, name: string, act: () => void): HTMLElement {
  const made = element("button", { type: "button" }, label);
  made.append(element("span", { class: "sr" }, ` ${name}`));
  made.onclick = act;
  return made;
}

/** After a button is gone, the focus goes to its neighbor, or to the field if none is left. */
function focusOn(index: number): void {
  const buttons = part("chosen").children[index]?.querySelectorAll("button");
  (buttons?.[buttons.length - 1] ?? field).focus();
}

function count(licenses: number): string {
  return licenses === 1
    ? "1 license compared"
    : `${licenses} licenses compared`;
}

function add(choice: Choice): void {
  const licenses = [...state.licenses, choice.id].filter((id) => all.has(id));
  void go(licenses, `${choice.name} added. ${count(licenses.length)}.`);
}

picker(
  field,
  part("add-options"),
  [...all.values()],
  (id) => state.licenses.includes(id),
  add,
);
only.onchange = () => {
  state = { ...state, onlyDifferences: only.checked };
  history.replaceState(null, "", location.pathname + write(state));
  fold();
};
part("print").onclick = () => print();
copy.hidden = !navigator.clipboard;
copy.onclick = async () => {
  await navigator.clipboard.writeText(location.href);
  tell("The address is copied.");
};
addEventListener("popstate", () => {
  state = read(location.search);
  tell("");
  void show();
});
tool.hidden = false;
void show();
