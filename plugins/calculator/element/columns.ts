// SPDX-License-Identifier: MIT
/**
 * From the rows of any spreadsheet to entries.
 *
 * In: rows, what each column means, what each name of a category or topic means. Out: entries, and
 * for each line that cannot be one what is wrong with it. Columns and names without a meaning go
 * into the entry's note, so that nothing is lost. The guesses here are only where the visitor
 * starts from.
 */

import { type Row, writeCsv } from "./csv.ts";
import { orderOf, readDate } from "./days.ts";
import { type Entry, newId, words } from "./entries.ts";

export type Field =
  | "date"
  | "title"
  | "hours"
  | "category"
  | "topics"
  | "unit"
  | "formats"
  | "price"
  | "days"
  | "planned"
  | "note"
  | "skip";

/** What a visitor may call each column of the template, and of other tables. */
const HEADS: [Field, string[]][] = [
  ["planned", ["status", "planned", "state"]],
  ["unit", ["unit"]],
  ["formats", ["format", "formats"]],
  ["days", ["paid days", "days", "days off", "leave"]],
  ["price", ["price", "cost", "fee", "amount paid", "paid", "usd"]],
  ["category", ["category", "credit type", "type of credit", "type", "kind"]],
  ["topics", ["topics", "topic", "subject", "mandated", "requirement"]],
  ["date", ["date", "completed", "completion", "earned on", "end date", "day"]],
  ["hours", ["hours", "credits", "credit", "hrs", "units", "cme", "amount"]],
  ["title", ["title", "activity", "course", "name", "description", "event"]],
  ["note", ["note", "notes", "provider", "sponsor", "certificate"]],
];

/** Names of categories or topics by id; the first of each is the one to show. */
export type Names = Record<string, string[]>;

/** What a column of the file means, and each name found in it. */
export interface Mapping {
  fields: Field[];
  /** Ids by the text found; "" for none. */
  categories: Record<string, string>;
  topics: Record<string, string>;
  formats: Record<string, string>;
  /** The category of lines that name none; "" for none. */
  otherwise: string;
}

/** A line that is no entry. */
export interface Fault {
  row: Row;
  problem: string;
}

/** A table as read: its heads, and the rows below. */
export interface Table {
  heads: string[];
  rows: Row[];
}

/** Tell the heads from the rows: a first row with a date or without two texts is no head. */
export function tableOf(rows: Row[]): Table {
  const width = Math.max(0, ...rows.map((row) => row.cells.length));
  const first = rows[0]?.cells ?? [];
  const isHead = first.filter((cell) => /\p{L}{2}/u.test(cell)).length > 1 &&
    !first.some((cell) => readDate(cell, "month-first") !== null);
  const heads = Array.from(
    { length: width },
    (_, index) => isHead && first[index] || `Column ${index + 1}`,
  );
  return { heads, rows: isHead ? rows.slice(1) : rows };
}

/** Guess what columns mean, by their heads and else by what is in them. */
export function guessFields({ heads, rows }: Table): Field[] {
  const fields: (Field | undefined)[] = heads.map(() => undefined);
  const give = (field: Field, index: number) => {
    if (index >= 0 && !fields.includes(field)) fields[index] = field;
  };
  for (const exact of [true, false]) {
    for (const [field, names] of HEADS) {
      const is = (head: string) =>
        names.some((name) =>
          exact
            ? words(head) === name
            : ` ${words(head)} `.includes(` ${name} `)
        );
      give(
        field,
        heads.findIndex((head, index) => !fields[index] && is(head)),
      );
    }
  }
  const find = (test: (cell: string) => boolean) =>
    heads.findIndex((_, index) => {
      const cells = rows.map((row) => row.cells[index] ?? "").filter(Boolean);
      return !fields[index] && cells.length > 0 &&
        cells.filter(test).length > cells.length * 0.7;
    });
  give("date", find((cell) => readDate(cell, "month-first") !== null));
  give("hours", find((cell) => readHours(cell) !== null));
  give("title", find((cell) => /\p{L}{3}/u.test(cell)));
  return fields.map((field) => field ?? "note");
}

/** The different texts in the columns of a field, in the order they come. */
export function textsOf(table: Table, fields: Field[], field: Field): string[] {
  const index = fields.indexOf(field);
  if (index < 0) return [];
  const found = new Set<string>();
  for (const { cells } of table.rows) {
    for (const text of parts(cells[index] ?? "", field)) found.add(text);
  }
  return [...found];
}

/** Guess which id a text names: a name in full, or the one that shares most words with it. */
export function guessId(text: string, names: Names): string {
  const mine = words(text);
  for (const [id, all] of Object.entries(names)) {
    if ([id, ...all].some((name) => words(name) === mine)) return id;
  }
  const given = mine.split(" ");
  let best = "";
  let most = 0.5;
  for (const [id, all] of Object.entries(names)) {
    for (const name of all) {
      const wanted = words(name).split(" ");
      const shared = wanted.filter((word) => given.includes(word)).length;
      const score = shared / wanted.length + shared / 100;
      if (score > most) [best, most] = [id, score];
    }
  }
  return best;
}

/**
 * A subject that each state has its own of, named without the state: that of the only state for
 * which the visitor needs it. Of several states the visitor has to say which, so it is "".
 */
export function ofState(id: string, held: Record<string, string>): string {
  const own = Object.keys(held).filter((other) => other.startsWith(`${id}@`));
  if (id in held || own.length === 0) return id;
  return own.length === 1 ? own[0] : "";
}

/** Make entries of a table. */
export function toEntries(
  table: Table,
  mapping: Mapping,
): { entries: Entry[]; faults: Fault[] } {
  const dates = table.rows.map((row) => cellOf(row, mapping.fields, "date"));
  const order = orderOf(dates);
  const entries: Entry[] = [];
  const faults: Fault[] = [];
  for (const row of table.rows) {
    const cell = (field: Field) => cellOf(row, mapping.fields, field);
    const date = readDate(cell("date"), order);
    const hours = readHours(cell("hours"));
    if (date === null) {
      faults.push({ row, problem: wrong("date", cell("date")) });
    } else if (hours === null || hours === 0) {
      faults.push({ row, problem: wrong("number of hours", cell("hours")) });
    } else {
      entries.push(entryOf(row, table.heads, mapping, date, hours));
    }
  }
  return { entries, faults };
}

/** The lines that could not be read, as a file to mend and import again. */
export function faultsFile(table: Table, faults: Fault[]): string {
  return writeCsv([
    [...table.heads, "Problem"],
    ...faults.map(({ row, problem }) => [
      ...table.heads.map((_, index) => row.cells[index] ?? ""),
      problem,
    ]),
  ]);
}

/** Hours in a cell: "1.5", "1,5 hrs", "2:30", "0.75 credits"; null where there is no number. */
export function readHours(text: string): number | null {
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text.trim());
  if (clock) return Number(clock[1]) + Number(clock[2]) / 60;
  const found = /^(\d+(?:[.,]\d+)?|[.,]\d+)\s*(\p{L}.*)?$/u.exec(text.trim());
  return found ? Number(found[1].replace(",", ".")) : null;
}

function entryOf(
  row: Row,
  heads: string[],
  mapping: Mapping,
  date: string,
  hours: number,
): Entry {
  const cell = (field: Field) => cellOf(row, mapping.fields, field);
  const notes: string[] = [];
  const entry: Entry = { id: newId(), title: cell("title"), date, hours };
  if (entry.title === "") entry.title = "Untitled";
  const category = cell("category");
  const known = category ? mapping.categories[category] : mapping.otherwise;
  if (known) entry.category = known;
  else if (category) notes.push(`Category: ${category}`);
  const ids = (field: "topics" | "formats", label: string) =>
    parts(cell(field), field).flatMap((text) => {
      const id = mapping[field][text];
      if (!id) notes.push(`${label}: ${text}`);
      return id || [];
    });
  const topics = ids("topics", "Topic");
  const formats = ids("formats", "Format");
  if (topics.length > 0) entry.topics = [...new Set(topics)];
  if (formats.length > 0) entry.formats = [...new Set(formats)];
  const unit = cell("unit");
  if (unit && !/^(contact )?(hours?|hrs?|credits?)$/i.test(unit)) {
    entry.unit = unit;
  }
  const price = cell("price");
  const dollars = Number(price.replace(/[$,\s]|USD/gi, ""));
  if (price && Number.isFinite(dollars) && dollars >= 0) entry.price = dollars;
  else if (price) notes.push(`Price: ${price}`);
  const days = cell("days");
  if (days && Number(days) >= 0) entry.days = Number(days);
  else if (days) notes.push(`Paid days: ${days}`);
  if (
    /^(plan|yes|y$|true|x$|future|upcoming|registered)/i.test(cell("planned"))
  ) {
    entry.planned = true;
  }
  mapping.fields.forEach((field, index) => {
    const text = row.cells[index];
    if (field !== "note" || !text) return;
    notes.push(
      /^notes?$/i.test(heads[index]) ? text : `${heads[index]}: ${text}`,
    );
  });
  if (notes.length > 0) entry.note = notes.join("; ");
  return entry;
}

function cellOf(row: Row, fields: Field[], field: Field): string {
  return row.cells[fields.indexOf(field)] ?? "";
}

/** Topics may stand several in one cell. */
function parts(text: string, field: Field): string[] {
  const all = field === "topics" || field === "formats"
    ? text.split(/[;|\n]/)
    : [text];
  return all.map((part) => part.trim()).filter(Boolean);
}

function wrong(what: string, text: string): string {
  return text ? `“${text}” is no ${what}` : `The ${what} is missing`;
}
