// SPDX-License-Identifier: MIT
/** Tables in, tables and calendars out. */

import {
  dollars,
  yearsOf,
} from "../../../plugins/calculator/element/allowance.ts";
import { calendar } from "../../../plugins/calculator/element/calendar.ts";
import {
  faultsFile,
  guessFields,
  guessId,
  ofState,
  readHours,
  tableOf,
  textsOf,
  toEntries,
} from "../../../plugins/calculator/element/columns.ts";
import {
  decode,
  readCsv,
  writeCsv,
} from "../../../plugins/calculator/element/csv.ts";
import { orderOf, readDate } from "../../../plugins/calculator/element/days.ts";
import { duplicates } from "../../../plugins/calculator/element/entries.ts";
import { same } from "../same.ts";

const NAMES = {
  "ama-pra-1": ["AMA PRA Category 1 Credit", "Category 1", "ACCME"],
  "ama-pra-2": ["AMA PRA Category 2 Credit", "Category 2"],
};

Deno.test("quotes, line breaks, separators and lines are read as spreadsheets mean them", () => {
  const text = 'a;b\r\n"1;2";"say ""hi""\nthere"\r\n\r\n3;4';
  same(readCsv(text), [
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1;2", 'say "hi"\nthere'] },
    { line: 5, cells: ["3", "4"] },
  ]);
  same(readCsv("a\tb\n1,5\t2")[1].cells, ["1,5", "2"]);
  same(readCsv('a,b\n"never closed,1')[1].cells, ["never closed,1"]);
});

Deno.test("what is written is read again, and no cell becomes a formula", () => {
  const rows = [["a", 'b "c", d', 1.5], ["=1+1", "line\nbreak", ""]];
  const text = writeCsv(rows);
  same(text.startsWith("\ufeff"), true);
  same(text.includes("'=1+1"), true);
  same(readCsv(text.slice(1)).map((row) => row.cells), [
    ["a", 'b "c", d', "1.5"],
    ["=1+1", "line\nbreak", ""],
  ]);
});

Deno.test("old encodings are read", () => {
  same(decode(new Uint8Array([0x63, 0x61, 0x66, 0xe9])), "café");
  same(decode(new Uint8Array([0xff, 0xfe, 0x61, 0x00])), "a");
});

Deno.test("dates are read in every form that people write", () => {
  const forms: [string, string | null][] = [
    ["2026-03-04", "2026-03-04"],
    ["2026-3-4 14:30", "2026-03-04"],
    ["2026-03-04T00:00:00Z", "2026-03-04"],
    ["3/4/2026", "2026-03-04"],
    ["03/04/26", "2026-03-04"],
    ["25/3/2026", "2026-03-25"],
    ["4 March 2026", "2026-03-04"],
    ["March 4th, 2026", "2026-03-04"],
    ["Sept. 4, 2026", "2026-09-04"],
    ["4-Mar-26", "2026-03-04"],
    ["46085", "2026-03-04"],
    ["2026-02-30", null],
    ["pending", null],
    ["", null],
    ["13/13/2026", null],
  ];
  for (const [text, date] of forms) same(readDate(text, "month-first"), date);
  same(orderOf(["3/4/2026", "25/3/2026"]), "day-first");
  same(readDate("3/4/2026", "day-first"), "2026-04-03");
});

Deno.test("hours are read with units, commas and minutes", () => {
  const forms: [string, number | null][] = [
    ["1.5", 1.5],
    ["1,5 hrs", 1.5],
    [".75", 0.75],
    ["2:30", 2.5],
    ["3 AMA PRA Category 1 Credits™", 3],
    ["-2", null],
    ["two", null],
    ["", null],
  ];
  for (const [text, hours] of forms) same(readHours(text), hours);
});

Deno.test("columns are known by their heads, or else by what is in them", () => {
  const named = tableOf(readCsv(
    "Completion Date,Course Name,Credits,Credit Type,Provider\n1/2/2026,X,1,Cat 1,Y",
  ));
  same(guessFields(named), ["date", "title", "hours", "category", "note"]);
  const bare = tableOf(readCsv("1/2/2026,A course,2\n1/3/2026,Another,1.5"));
  same(bare.rows.length, 2);
  same(guessFields(bare), ["date", "title", "hours"]);
});

Deno.test("names are guessed from what people call them", () => {
  same(guessId("AMA PRA Category 1 Credit(s)™", NAMES), "ama-pra-1");
  same(guessId("category 2", NAMES), "ama-pra-2");
  same(guessId("bowling", NAMES), "");
});

Deno.test("a course on the law is of the only state held, or else the visitor says which", () => {
  const texas = { "jurisprudence@tx": "laws and rules (Texas)" };
  const both = { ...texas, "jurisprudence@fl": "laws and rules (Florida)" };
  same(ofState("jurisprudence", texas), "jurisprudence@tx");
  same(ofState("jurisprudence", both), "");
  same(ofState("jurisprudence@oh", both), "jurisprudence@oh");
  same(ofState("jurisprudence", {}), "jurisprudence");
  same(ofState("ethics", both), "ethics");
});

Deno.test("a line becomes an entry, or an error with its number; nothing is lost", () => {
  const table = tableOf(readCsv([
    "Date,Title,Hours,Category,Topics,Provider,Price",
    "3/1/2026,Ethics today,2,Category 1,ethics; bowling,ACME,$25.50",
    "pending,Later,1,Category 1,,,",
    "3/3/2026,Of no kind,1,,,,",
    "3/2/2026,No hours,,,,,",
  ].join("\n")));
  const fields = guessFields(table);
  const mapping = {
    fields,
    categories: { "Category 1": "ama-pra-1" },
    topics: { ethics: "ethics", bowling: "" },
    formats: {},
    otherwise: "ama-pra-2",
  };
  same(textsOf(table, fields, "topics"), ["ethics", "bowling"]);
  const { entries, faults } = toEntries(table, mapping);
  same({ ...entries[0], id: "" }, {
    id: "",
    title: "Ethics today",
    date: "2026-03-01",
    hours: 2,
    category: "ama-pra-1",
    topics: ["ethics"],
    price: 25.5,
    note: "Topic: bowling; Provider: ACME",
  });
  same(entries[1].category, "ama-pra-2");
  same(faults.map(({ row, problem }) => [row.line, problem]), [
    [3, "“pending” is no date"],
    [5, "The number of hours is missing"],
  ]);
  same(readCsv(faultsFile(table, faults).slice(1)).length, 3);
});

Deno.test("entries that look entered twice are flagged", () => {
  const one = { id: "1", title: "Grand Rounds", date: "2026-01-01", hours: 1 };
  const found = duplicates([
    one,
    { ...one, id: "2", title: "grand  rounds!" },
    { ...one, id: "3", date: "2026-01-02" },
  ]);
  same([...found.keys()], ["2"]);
});

Deno.test("the allowance is of its own year, and of later ones that are planned for", () => {
  const entry = { id: "1", title: "A", date: "2026-07-01", hours: 1 };
  // Newest first, as the log is.
  const entries = [
    { ...entry, date: "2027-07-01", days: 2, planned: true as const },
    { ...entry, price: 400, planned: true as const },
    { ...entry, price: 100.5 },
    { ...entry, price: 50, date: "2026-06-30" },
    { ...entry, date: "2026-08-01" },
  ];
  const fiscal = yearsOf(entries, { dollars: 450, month: 7 }, "2026-11-23");
  same(fiscal.map(({ name, dollars, days }) => [name, dollars, days.planned]), [
    [
      "July 2026 to June 2027",
      { used: 100.5, planned: 400, left: -50.5 },
      0,
    ],
    ["July 2027 to June 2028", { used: 0, planned: 0, left: 450 }, 2],
  ]);
  const [calendar] = yearsOf(entries, { days: 3, month: 1 }, "2026-11-23");
  same([calendar.name, calendar.dollars.used, calendar.dollars.left], [
    "2026",
    150.5,
    null,
  ]);
  same(calendar.entries.map(({ date }) => date), [
    "2026-06-30",
    "2026-07-01",
    "2026-07-01",
  ]);
  same([dollars(-50.5), dollars(1234567)], ["−$50.50", "$1,234,567"]);
});

Deno.test("a calendar's lines are short, escaped and end as they must", () => {
  const text = calendar([{
    id: "ca-md-renewal",
    date: "2027-03-31",
    title: "California MD: license renewal",
    text: "You still owe 14 of 50 hours; and, by the way, ø".repeat(3),
  }], "2026-11-23");
  const lines = text.split("\r\n");
  const size = (line: string) => new TextEncoder().encode(line).length;
  same(Math.max(...lines.map(size)) <= 75, true);
  same(lines.filter((line) => line.startsWith("TRIGGER")), [
    "TRIGGER:-P90D",
    "TRIGGER:-P30D",
    "TRIGGER:-P7D",
  ]);
  same(text.includes("DTEND;VALUE=DATE:20270401"), true);
  same(text.replaceAll("\r\n ", "").includes("hours\\; and\\, by"), true);
});
