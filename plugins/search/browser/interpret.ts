/**
 * What a query means: the states, professions and subjects it names, and the words left over.
 * Mirrors interpret.py, where the steps are told; tests/search/queries.yaml holds both to the same.
 *
 * In: a query as typed, and the catalog. Out: a Reading.
 */

import type { Catalog } from "./catalog.ts";
import { nearest } from "./spelling.ts";
import { chunks, pieces, queryTerms } from "./text.ts";
import { type Match, settle } from "./two_meanings.ts";

/** A query understood: codes by kind (the likeliest first), and the words for the index. */
export interface Reading {
  states: string[];
  professions: string[];
  subjects: string[];
  also: string[];
  words: string[];
  corrected: [typed: string, read: string][];
}

const SHORTEST_BEGINNING = 3;
const SHORTEST_WHILE_TYPING = 2;
const SHORTEST_INNER_WORD = 4;
const MOST_MEANINGS = 6;
const MOST_STATES = 8;
const INNER_KINDS = /^(state|topic):/;
const KINDS = ["state", "profession", "subject"] as const;
type Kind = typeof KINDS[number];

/** Which kinds are named: S for states, P for professions, T for topics and the like. */
export function asked(reading: Reading): string {
  return (reading.states.length ? "S" : "") +
    (reading.professions.length ? "P" : "") +
    (reading.subjects.length ? "T" : "");
}

/** Every code that a document may be looked up by. */
export function codesOf(reading: Reading): string[] {
  return [
    ...reading.states,
    ...reading.professions,
    ...reading.subjects,
    ...reading.also,
  ];
}

function kindOf(code: string): Kind {
  const kind = code.split(":")[0];
  return kind === "state" || kind === "profession" ? kind : "subject";
}

/** Read a query. */
export function interpret(query: string, catalog: Catalog): Reading {
  const listed = chunks(query);
  const tokens = listed.flatMap((chunk, number) =>
    pieces(chunk.text).map((text) => ({
      text,
      chunk: number,
      capitals: chunk.capitals,
    }))
  );
  const typed = tokens.map((token) => token.text);
  const texts = typed.map((word, number) =>
    respelled(word, catalog, number === typed.length - 1)
  );
  const { settled, also } = settle(
    matches(texts, catalog),
    texts,
    tokens.map((token) => token.capitals),
    catalog.words,
  );
  const taken = new Set(settled.flatMap(({ start, end }) => range(start, end)));
  let left = tokens.filter((token, place) =>
    !taken.has(place) && !catalog.words.noise.has(texts[place]) &&
    (token.text.length > 1 || place < tokens.length - 1)
  ).map((token) => token.chunk);
  if (!left.length && !settled.length) left = tokens.map(({ chunk }) => chunk);
  const codes = settled.flatMap((match) => match.codes);
  const [states, professions, subjects] = KINDS.map((kind) =>
    unique(codes.filter((code) => kindOf(code) === kind))
  );
  return {
    states,
    professions,
    subjects,
    also,
    words: unique(left).flatMap((number) => queryTerms(listed[number].text)),
    corrected: typed.map((word, place): [string, string] => [
      word,
      texts[place],
    ]).filter(([word, text]) => word !== text && word !== `${text}s`),
  };
}

function unique<T>(listed: T[]): T[] {
  return [...new Set(listed)];
}

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, step) => start + step);
}

/** The word itself where it is known or begins a known one; else its singular or neighbor. */
function respelled(word: string, catalog: Catalog, last: boolean): string {
  const { known, words } = catalog;
  const { phrases } = catalog;
  if (phrases.has(word) || words.noise.has(word) || /[0-9]/.test(word)) {
    return word;
  }
  if (word.endsWith("s") && phrases.has(word.slice(0, -1))) {
    return word.slice(0, -1);
  }
  if (known.has(word)) return word;
  const shortest = last ? SHORTEST_WHILE_TYPING : SHORTEST_BEGINNING;
  const begins = (whole: string) => whole.startsWith(word);
  if (word.length >= shortest && [...known].some(begins)) return word;
  if (word.endsWith("s") && known.has(word.slice(0, -1))) {
    return word.slice(0, -1);
  }
  if (catalog.terms.has(word)) return word;
  return nearest(word, known) ?? word;
}

/** The phrases of a query from left to right, each as long as it can be, whole or begun. */
function matches(texts: string[], catalog: Catalog): Match[] {
  const whole = phrases(texts, catalog, () => []);
  return phrases(texts, catalog, (start, end) => {
    // "pa ca" is two words, not the beginning of "PA Category 1".
    if (whole.some((match) => match.start < end && end <= match.end)) return [];
    const taken = new Set<Kind>();
    for (const match of whole) {
      if (match.start < end && match.end > start) continue;
      const kinds = unique(match.codes.map(kindOf));
      if (kinds.length === 1 && kinds[0] !== "subject") taken.add(kinds[0]);
    }
    return begun(texts.slice(start, end), catalog, taken, end === texts.length);
  });
}

function phrases(
  texts: string[],
  catalog: Catalog,
  otherwise: (start: number, end: number) => string[],
): Match[] {
  const found: Match[] = [];
  for (let start = 0; start < texts.length; start++) {
    const most = Math.min(catalog.longest, texts.length - start);
    for (let length = most; length > 0; length--) {
      const end = start + length;
      const phrase = texts.slice(start, end).join(" ");
      const codes = catalog.phrases.get(phrase) ?? otherwise(start, end);
      if (codes.length) {
        found.push({ start, end, codes });
        start = end - 1;
        break;
      }
    }
  }
  return found;
}

/** What the phrases mean that begin with these words, or hold them as whole words. */
function begun(
  run: string[],
  catalog: Catalog,
  taken: Set<Kind>,
  last: boolean,
): string[] {
  const { noise } = catalog.words;
  const end = run[run.length - 1];
  const shortest = last ? SHORTEST_WHILE_TYPING : SHORTEST_BEGINNING;
  if (noise.has(end) || end.length < shortest) return [];
  const beginning = run.join(" ");
  let codes = meanings(catalog, (phrase) => phrase.startsWith(beginning));
  const telling = beginning.length >= SHORTEST_INNER_WORD &&
    !run.some((word) => noise.has(word));
  if (!codes.length && telling) {
    codes = meanings(
      catalog,
      (phrase) => ` ${phrase} `.includes(` ${beginning} `),
    ).filter((code) => INNER_KINDS.test(code));
  }
  for (const kind of KINDS) {
    const ofKind = unique(codes.filter((code) => kindOf(code) === kind));
    if (ofKind.length && !taken.has(kind)) {
      const most = kind === "state" ? MOST_STATES : MOST_MEANINGS;
      return ofKind.length <= most ? ofKind : [];
    }
  }
  return [];
}

function meanings(
  catalog: Catalog,
  fits: (phrase: string) => boolean,
): string[] {
  const found: string[] = [];
  for (const [phrase, codes] of catalog.phrases) {
    if (fits(phrase)) found.push(...codes);
  }
  return found;
}
