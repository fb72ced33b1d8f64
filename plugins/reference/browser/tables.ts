/**
 * Brings the long tables to life: sort by any column, narrow by what a row says of itself.
 *
 * In: a table with `data-sort` on its heads, and the form above it, both made by the templates.
 * Out: the same rows in another order, some of them hidden, and an address that remembers which.
 * Without this script the table is whole, in its own order, and the form stays hidden.
 */

import { fits, order, value } from "./rows.ts";

type Direction = "ascending" | "descending";

const table = document.querySelector<HTMLTableElement>("table[data-unit]");
const form = document.querySelector<HTMLFormElement>("form.filters");
if (table && form) enhance(table, form);

function enhance(table: HTMLTableElement, form: HTMLFormElement): void {
  const body = table.tBodies[0] as HTMLTableSectionElement;
  const rows = [...body.rows];
  const heads = [...table.tHead?.rows[0]?.cells ?? []];
  const names = heads.map((head) => head.dataset.sort ?? "");
  const count = form.nextElementSibling as HTMLElement;
  const status = count.querySelector("span") as HTMLElement;
  const clear = count.querySelector("button") as HTMLButtonElement;
  const details = form.querySelector("details");
  const fields = [
    ...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>("[name]"),
  ];
  const chooser = form.elements.namedItem("sort") as HTMLSelectElement;
  let sort = names[0] ?? "";
  let direction: Direction = "ascending";

  function addButtons(): void {
    heads.forEach((head, index) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.onclick = () => {
        const again = sort === names[index] && direction === "ascending";
        sortBy(names[index] ?? "", again ? "descending" : "ascending");
      };
      head.append(button);
      chooser.add(new Option(head.textContent ?? "", names[index]));
    });
  }

  function sortBy(name: string, to: Direction): void {
    sort = name;
    direction = to;
    remember();
    arrange();
  }

  function arrange(): void {
    const column = Math.max(0, names.indexOf(sort));
    const sorted = order(rows.map((row) => value(row.cells[column])));
    if (direction === "descending") sorted.reverse();
    // What has no value has no place in the order: it stays below.
    const isEmpty = (index: number) => value(rows[index]?.cells[column]) === "";
    const last = sorted.filter(isEmpty);
    const first = sorted.filter((index) => !isEmpty(index));
    body.append(...[...first, ...last].map((index) => rows[index] as Element));
    heads.forEach((head, index) => {
      if (index === column) head.setAttribute("aria-sort", direction);
      else head.removeAttribute("aria-sort");
    });
    chooser.value = sort;
  }

  function narrow(): void {
    const chosen = fields.filter((field) => field.value && field !== chooser);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !chosen.every((field) =>
        fits(row, field.name, field.value, field.dataset.match ?? "text")
      );
      shown += row.hidden ? 0 : 1;
    }
    const unit = table.dataset.unit ?? "";
    status.textContent = chosen.length
      ? `${shown} of ${rows.length} ${unit}`
      : "";
    clear.hidden = !chosen.length;
  }

  /** Write what is chosen into the address, without a step in the history for each key. */
  function remember(): void {
    const query = new URLSearchParams();
    for (const field of fields) {
      if (field.value && field !== chooser) query.set(field.name, field.value);
    }
    if (sort !== names[0]) query.set("sort", sort);
    if (direction === "descending") query.set("order", direction);
    const text = query.toString();
    history.replaceState(
      null,
      "",
      location.pathname + (text ? `?${text}` : "") + location.hash,
    );
  }

  function recall(): void {
    const query = new URLSearchParams(location.search);
    for (const field of fields) field.value = query.get(field.name) ?? "";
    const asked = query.get("sort") ?? "";
    sort = names.includes(asked) ? asked : names[0] ?? "";
    direction = query.get("order") === "descending"
      ? "descending"
      : "ascending";
    narrow();
    arrange();
    // What narrows the table from behind a fold would puzzle.
    const folded = fields.some((field) =>
      field.value && field.type !== "search" && field !== chooser
    );
    if (details && folded) details.open = true;
  }

  addButtons();
  form.onsubmit = (event) => event.preventDefault();
  form.oninput = (event) => {
    if (event.target === chooser) return sortBy(chooser.value, "ascending");
    narrow();
    remember();
  };
  clear.onclick = () => {
    for (const field of fields) if (field !== chooser) field.value = "";
    narrow();
    remember();
    fields[0]?.focus();
  };
  addEventListener("popstate", recall);
  form.hidden = false;
  recall();
}
