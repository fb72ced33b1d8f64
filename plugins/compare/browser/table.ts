/**
 * The comparison as a table.
 *
 * In: columns and their aligned sections. Out: a table element. Roles are spelled out, because a
 * narrow screen lays rows out as a grid, and browsers then forget that this is a table.
 */

import { align, type Entry, type Item, type Mark, type Row } from "./align.ts";
import type { Column } from "./column.ts";
import { element } from "../../building/browser/element.ts";

const MARKS: Record<Exclude<Mark, "">, [symbol: string, word: string]> = {
  added: ["+", "added: "],
  missing: ["−", "not there: "],
  differs: ["≠", "different: "],
};

/** A table, and how many of its rows are the same in all columns. */
export interface Comparison {
  table: HTMLTableElement;
  rows: number;
  same: number;
}

/** Make the table; `root` is the site's address as the page writes it. */
export function compare(columns: Column[], root: string): Comparison {
  const table = element("table", { class: "sides", role: "table" });
  table.style.setProperty("--columns", String(columns.length));
  table.append(caption(columns), head(columns, root));
  let rows = 0, same = 0;
  for (const section of align(columns)) {
    const first = rows === 0 ? "answers" : "";
    const body = element("tbody", { role: "rowgroup", class: first });
    const across = String(columns.length + 1);
    const title = element("th", {
      colspan: across,
      scope: "rowgroup",
      role: "rowheader",
    }, section.heading);
    body.append(element("tr", { class: "section", role: "row" }, title));
    for (const row of section.rows) {
      body.append(line(row, columns, root));
      rows += 1;
      same += row.same ? 1 : 0;
    }
    if (section.rows.every((row) => row.same)) body.classList.add("same");
    table.append(body);
  }
  return { table, rows, same };
}

function caption(columns: Column[]): HTMLElement {
  const names = columns.map((column) => column.name).join(", ");
  return element("caption", { class: "sr" }, `Side by side: ${names}`);
}

function head(columns: Column[], root: string): HTMLElement {
  const corner = element("th", { scope: "col", role: "columnheader" });
  corner.append(element("span", { class: "sr" }, "Subject"));
  const cells = columns.map((column) =>
    element(
      "th",
      { scope: "col", role: "columnheader" },
      element("a", { href: `${root}/${column.address}` }, column.name),
    )
  );
  const row = element("tr", { role: "row" }, corner, ...cells);
  return element("thead", { role: "rowgroup" }, row);
}

function line(row: Row, columns: Column[], root: string): HTMLElement {
  const several = columns.length > 1;
  const label = row.topic
    ? element("a", { href: `${root}/topics/${row.topic}/` }, row.label)
    : row.label;
  const inner = element("span", { class: "head" }, label);
  if (several) {
    inner.append(element("span", { class: "quiet" }, spread(row, columns)));
  }
  return element(
    "tr",
    { role: "row", class: row.same && several ? "same" : "" },
    element("th", { scope: "row", role: "rowheader" }, inner),
    ...row.entries.map((entry, index) => field(entry, columns[index], root)),
  );
}

/** How far the row is shared: "same in all 3", "2 of 3", "only Ohio RN", or "". */
function spread(row: Row, columns: Column[]): string {
  const count = columns.length;
  if (row.same) return count === 2 ? "same in both" : `same in all ${count}`;
  if (row.filled === count) return "";
  if (row.filled > 1) return `${row.filled} of ${count}`;
  const only = row.entries.findIndex((entry) => entry.items.length > 0);
  return `only ${columns[only]?.name ?? ""}`;
}

function field(entry: Entry, column: Column | undefined, root: string) {
  const cell = element("td", {
    role: "cell",
    class: entry.mark,
    "data-license": column?.name ?? "",
  });
  const mark = entry.mark ? MARKS[entry.mark] : undefined;
  if (mark) {
    cell.append(
      element(
        "span",
        { class: "mark" },
        element("span", { "aria-hidden": "true" }, mark[0]),
        element("span", { class: "sr" }, mark[1]),
      ),
    );
  }
  if (entry.items.length) {
    cell.append(...entry.items.map((item) => part(item, root)));
  } else {
    cell.append(element("span", { class: "absent" }, entry.absent));
  }
  return cell;
}

function part(item: Item, root: string): HTMLElement {
  const found: HTMLElement[] = [];
  if (item.strong) {
    const strong = element("strong", {}, item.strong);
    found.push(
      item.address
        ? element("a", { href: `${root}/${item.address}` }, strong)
        : strong,
    );
  }
  found.push(...item.lines.map((line) => element("span", {}, line)));
  if (item.quiet) found.push(element("span", { class: "quiet" }, item.quiet));
  return element("div", { class: "item" }, ...found);
}
