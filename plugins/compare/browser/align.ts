/**
 * Lays columns side by side: the same subject in the same row, and what differs.
 *
 * In: columns, the first of which the others are compared with. Out: sections of rows, each with
 * an entry for every column. No page and no words of law are made here.
 */

import type { Cell, Column } from "./column.ts";

/** One thing that a field of the table says. `likeness` is what counts when two are compared. */
export interface Item {
  strong: string;
  lines: string[];
  quiet: string;
  address: string;
  likeness: string;
}

/** How a field stands to that of the first column. */
export type Mark = "" | "added" | "missing" | "differs";

/** What one license has in a row. */
export interface Entry {
  items: Item[];
  mark: Mark;
  /** What to say where there is nothing. */
  absent: string;
}

export interface Row {
  label: string;
  /** The topic's id, where the row is a topic. */
  topic: string;
  entries: Entry[];
  /** How many of the columns have something here. */
  filled: number;
  same: boolean;
}

export interface Section {
  heading: string;
  rows: Row[];
}

/** Put all columns side by side. */
export function align(columns: Column[]): Section[] {
  const sections = [
    { heading: "The answer", rows: answers(columns) },
    { heading: "Mandated topics", rows: topics(columns) },
    { heading: "Other duties", rows: others(columns) },
    { heading: "The rules around it", rows: texts(columns) },
    { heading: "How sure we are", rows: certainty(columns) },
  ];
  return sections.filter((section) => section.rows.length > 0);
}

function answers(columns: Column[]): Row[] {
  const owed = columns.map((column) => [said(column.amount, column.period)]);
  const years = columns.map((column) => column.year ? [said(column.year)] : []);
  const renewals = columns.map((column) => column.renewals.map(told));
  return [
    row("What is owed", owed, columns, ""),
    row("Hours a year", years, columns, "No single total"),
    row("When you renew", renewals, columns, ""),
  ].filter((found) => found.filled > 0);
}

function certainty(columns: Column[]): Row[] {
  const confidence = columns.map((column) => [told(column.confidence)]);
  const checked = columns.map((column) => [told(column.checked)]);
  return [
    row("Confidence", confidence, columns, ""),
    row("Checked", checked, columns, ""),
  ];
}

function topics(columns: Column[]): Row[] {
  const names = new Map<string, string>();
  for (const cell of columns.flatMap((column) => column.cells)) {
    for (const [id, name] of cell.topics) names.set(id, name);
  }
  const alone = homes(columns);
  const rows = [...names].map(([id, name]) => {
    const items = columns.map((column) =>
      column.cells.filter((cell) => home(cell, alone) === id).map((cell) =>
        duty(cell, name)
      )
    );
    return { ...row(capital(name), items, columns, "Not required"), topic: id };
  }).filter((found) => found.filled > 0);
  // What most of them ask for comes first; within that the alphabet.
  return rows.sort((a, b) =>
    b.filled - a.filled || a.label.localeCompare(b.label)
  );
}

/** How many duties name each topic, which decides where a duty on any of several topics stands. */
function homes(columns: Column[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const cell of columns.flatMap((column) => column.cells)) {
    for (const [id] of cell.topics) count.set(id, (count.get(id) ?? 0) + 1);
  }
  return count;
}

/** The row of a duty: that of its topic which the chosen licenses name most often. */
function home(cell: Cell, count: Map<string, number>): string {
  const [first, ...rest] = cell.topics.map(([id]) => id);
  if (first === undefined) return "";
  return rest.reduce(
    (best, id) => (count.get(id) ?? 0) > (count.get(best) ?? 0) ? id : best,
    first,
  );
}

function others(columns: Column[]): Row[] {
  const labels = columns.flatMap((column) =>
    column.cells.map((cell) => cell.row)
  );
  return [...new Set(labels)].filter(Boolean).map((label) => {
    const items = columns.map((column) =>
      column.cells.filter((cell) => cell.row === label).map((cell) =>
        duty(cell, "")
      )
    );
    return row(label, items, columns, "None");
  });
}

function texts(columns: Column[]): Row[] {
  const labels = columns.flatMap((column) => Object.keys(column.texts));
  return [...new Set(labels)].map((label) => {
    const items = columns.map((column) =>
      (column.texts[label] ?? []).map(told)
    );
    return row(label, items, columns, "No rule found");
  }).filter((found) => found.filled > 0);
}

function duty(cell: Cell, topic: string): Item {
  const subject = cell.subject || cell.topics.map(([, name]) => name).join("");
  const shown = subject === topic ? "" : subject;
  const text = [cell.rhythm, cell.who, cell.dates].filter(Boolean).join("; ");
  return {
    strong: cell.amount,
    lines: [shown, text].filter(Boolean),
    quiet: cell.place,
    address: cell.address,
    likeness: JSON.stringify([cell.amount, shown, text, cell.joint]),
  };
}

function said(strong: string, text = ""): Item {
  const likeness = JSON.stringify([strong, text]);
  return {
    strong,
    lines: text ? [text] : [],
    quiet: "",
    address: "",
    likeness,
  };
}

function told(text: string): Item {
  return { strong: "", lines: [text], quiet: "", address: "", likeness: text };
}

function row(
  label: string,
  items: Item[][],
  columns: Column[],
  absent: string,
): Row {
  const likeness = items.map((list) =>
    list.map((item) => item.likeness).sort().join("\n")
  );
  return {
    label,
    topic: "",
    entries: items.map((list, index) => ({
      items: list,
      mark: mark(likeness[0] ?? "", likeness[index] ?? ""),
      absent: columns[index]?.established ? absent : "Not established",
    })),
    filled: items.filter((list) => list.length > 0).length,
    same: likeness.every((text) => text === likeness[0]),
  };
}

function mark(first: string, own: string): Mark {
  if (first === own) return "";
  if (!first) return "added";
  return own ? "differs" : "missing";
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
