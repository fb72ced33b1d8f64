/**
 * All that is searched, as package.py packs it, laid out for use.
 *
 * In: the global that the index script sets. Out: a Catalog.
 */

import { type Asked, open, type PackedIndex } from "./library.ts";
import { words } from "./text.ts";

/** One duty of a license: its anchor, what is owed, how often and for whom, and its subjects. */
export interface Duty {
  anchor: string;
  what: string;
  how: string;
  codes: string[];
}

export type Kind = "license" | "state" | "profession" | "subject" | "page";

/** One page: what it answers, the codes it is found by, and the duties it lists. */
export interface Document {
  kind: Kind;
  address: string;
  title: string;
  answer: string;
  codes: string[];
  duties: Duty[];
}

/** Words that say nothing about what is sought, and words with two meanings; see words.py. */
export interface Words {
  noise: Set<string>;
  sentence: Set<string>;
  afterVerb: Set<string>;
  everydayCodes: Set<string>;
  interjections: Set<string>;
}

export interface Catalog {
  documents: Document[];
  phrases: Map<string, string[]>;
  longest: number;
  known: Set<string>;
  names: Map<string, string>;
  words: Words;
  terms: Set<string>;
  ask: Asked["ask"];
}

type PackedLicense = [
  state: number,
  profession: number,
  answer: number,
  duties: number[][],
];
type PackedPage = [
  kind: Kind,
  address: string,
  title: string,
  answer: number,
  codes: number[],
  entries: number[][],
];

export interface Packed {
  documents: (PackedLicense | PackedPage)[];
  phrases: string[];
  texts: string[];
  codes: string[];
  names: string[];
  shorts: Record<string, string>;
  words: Record<keyof Words, string>;
  index: PackedIndex;
}

// The pages of most codes stand in a folder named by their plural.
const FOLDERS: Record<string, string> = {
  body: "bodies",
  national: "national",
};

/** Lay out what the script holds. */
export function unpacked(packed: Packed): Catalog {
  const names = new Map(
    packed.codes.map((code, number) => [code, packed.names[number]]),
  );
  const documents = packed.documents.map((row) =>
    isLicense(row) ? license(row, packed, names) : page(row, packed, names)
  );
  for (const state of documents) {
    if (state.kind === "state") state.answer = answers(state, documents);
  }
  const phrases = phrasesOf(packed, names);
  const split = [...phrases.keys()].map((phrase) => phrase.split(" "));
  const { terms, ask } = open(
    packed.index,
    documents.map((document) => document.codes),
  );
  const set = (name: keyof Words) => new Set(packed.words[name].split(" "));
  return {
    documents,
    phrases,
    longest: Math.max(...split.map((phrase) => phrase.length)),
    known: new Set(split.flat()),
    names,
    words: {
      noise: set("noise"),
      sentence: set("sentence"),
      afterVerb: set("afterVerb"),
      everydayCodes: set("everydayCodes"),
      interjections: set("interjections"),
    },
    terms,
    ask,
  };
}

/** The phrases that are no code's name, and these names; in alphabetical order. */
function phrasesOf(
  packed: Packed,
  names: Map<string, string>,
): Map<string, string[]> {
  const listed = packed.phrases.map((line): [string, string[]] => {
    const [phrase, codes] = line.split("=");
    return [
      phrase,
      codes.split(" ").map((number) => packed.codes[Number(number)]),
    ];
  });
  const noise = new Set(packed.words.noise.split(" "));
  const own = [...names].map(([code, name]): [string, string[]] => [
    words(name.replace(/^(the|a|an) /, "")).join(" "),
    [code],
  ]).filter(([phrase]) => !noise.has(phrase));
  const phrases = new Map([...own, ...listed]);
  return new Map([...phrases].sort(([one], [other]) => one < other ? -1 : 1));
}

/** The state or profession that a page is about, "" where it is about none. */
export function codeOf(document: Document, kind: string): string {
  return document.codes.find((code) => code.startsWith(`${kind}:`)) ?? "";
}

function isLicense(row: PackedLicense | PackedPage): row is PackedLicense {
  return typeof row[0] === "number";
}

function license(
  row: PackedLicense,
  packed: Packed,
  names: Map<string, string>,
): Document {
  const [state, profession] = [packed.codes[row[0]], packed.codes[row[1]]];
  const duties = entries(row[3], packed);
  const [place, id] = [state.split(":")[1], profession.split(":")[1]];
  const subjects = duties.flatMap((duty) => duty.codes);
  return {
    kind: "license",
    address: `states/${place}/${id}/`,
    title: `${names.get(state)} ${packed.shorts[profession]}`,
    answer: packed.texts[row[2]],
    codes: [...new Set([state, profession, ...subjects])],
    duties,
  };
}

function page(
  row: PackedPage,
  packed: Packed,
  names: Map<string, string>,
): Document {
  const [kind, address, title, answer, numbers, duties] = row;
  const codes = numbers.map((number) => packed.codes[number]);
  const [group, id] = codes[0]?.split(":") ?? [];
  return {
    kind,
    address: address || `${FOLDERS[group] ?? `${group}s`}/${id}/`,
    title: title || upper(names.get(codes[0]) ?? ""),
    answer: packed.texts[answer],
    codes,
    duties: entries(duties, packed),
  };
}

function entries(rows: number[][], packed: Packed): Duty[] {
  return rows.map(([anchor, what, how, ...codes]) => ({
    anchor: packed.texts[anchor],
    what: packed.texts[what],
    how: packed.texts[how],
    codes: codes.map((number) => packed.codes[number]),
  }));
}

/** Begin with a capital. */
export function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The answers of a state's licenses, one after the other. */
function answers(state: Document, documents: Document[]): string {
  return documents.filter((other) =>
    other.kind === "license" && other.codes[0] === state.codes[0]
  ).map((other) =>
    `${other.title.slice(state.title.length).trim()} ${other.answer}`
  ).join("; ");
}
