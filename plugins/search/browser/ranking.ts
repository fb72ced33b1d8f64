/**
 * Which pages answer a query, in which order, and with which words. Mirrors ranking.py.
 *
 * In: a query and the catalog. Out: hits, the best first, each with the answer itself and, where a
 * subject was named, the duties that concern it.
 */

import { type Catalog, codeOf, type Document, type Duty } from "./catalog.ts";
import { asked, codesOf, interpret, type Reading } from "./interpret.ts";
import type { Found } from "./library.ts";
import { indexTerms } from "./text.ts";

/** A page found: the answer in a line, and the duties that were asked for. */
export interface Hit {
  document: Document;
  score: number;
  duties: Duty[];
  answer: string;
}

/** The hits, what the query was taken to mean, and its words that nothing matched. */
export interface Results {
  reading: Reading;
  hits: Hit[];
  unmatched: string[];
}

type Nearness = Record<string, Record<string, number>>;

// See ranking.py.
const NEARNESS: Nearness = {
  S: { state: 6, license: 5, page: 1 },
  P: { profession: 6, license: 5, page: 1 },
  T: { subject: 6, profession: 5, license: 4, page: 1 },
  SP: { license: 6, state: 3, profession: 2, page: 1 },
  ST: { license: 6, state: 5, lacking: 4, subject: 3, page: 1 },
  PT: { subject: 6, license: 5, profession: 4, page: 1 },
  SPT: { license: 6, lacking: 5, subject: 3, state: 2, page: 1 },
};
const ALSO = 5.5;
const MOST_DUTIES_IN_ANSWER = 2;
const STEPS = 20;
const SURE_LETTERS = 4;

/** Answer a query. */
export function search(query: string, catalog: Catalog): Results {
  const reading = interpret(query, catalog);
  const scored: { score: number; found: Found }[] = [];
  for (const found of catalog.ask(codesOf(reading), reading.words)) {
    const score = scoreOf(catalog.documents[found.number], found, reading);
    if (score !== undefined) scored.push({ score, found });
  }
  scored.sort((one, other) =>
    other.score - one.score || one.found.number - other.found.number
  );
  const matched = new Set(scored.flatMap(({ found }) => [...found.terms]));
  return {
    reading,
    hits: scored.map(({ score, found }) => hit(catalog, score, found, reading)),
    unmatched: reading.words.filter((word) => !holds(matched, word)),
  };
}

/** Whether a word is among the terms that matched, as itself or nearly. */
function holds(terms: Set<string>, word: string): boolean {
  const sure = word.slice(0, SURE_LETTERS);
  return [...terms].some((term) => term.startsWith(sure));
}

/** Round as Python does for the numbers that occur here: none lies half way. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function scoreOf(
  document: Document,
  found: Found,
  reading: Reading,
): number | undefined {
  const score = found.score / (found.score + 100);
  const held = reading.words.filter((word) => holds(found.terms, word)).length;
  const relevance = held + Math.round(score * STEPS) / STEPS;
  const kinds = asked(reading);
  if (!kinds) return relevance;
  const alone = document.kind === "state" || document.kind === "profession";
  if (alone && reading.also.some((code) => document.codes.includes(code))) {
    return ALSO * 100 + relevance;
  }
  let order = 0;
  for (
    const [kind, named] of [
      ["state", reading.states],
      ["profession", reading.professions],
    ] as const
  ) {
    const own = codeOf(document, kind);
    if (!own || !named.length) continue;
    if (!named.includes(own)) return undefined;
    order += named.indexOf(own);
  }
  const places = document.codes.map((code) => reading.subjects.indexOf(code))
    .filter((place) => place >= 0);
  const nearness = NEARNESS[kinds][role(document, kinds, places.length > 0)];
  if (nearness === undefined) return undefined;
  const place = places.length ? Math.min(...places) : 0;
  return rounded(nearness * 100 - order - place + relevance);
}

/** The kind of page for NEARNESS. */
function role(document: Document, kinds: string, onSubject: boolean): string {
  if (!kinds.includes("T")) return document.kind;
  if (onSubject) return document.kind === "page" ? "subject" : document.kind;
  if (document.kind === "license") return "lacking";
  return document.kind === "subject" || kinds === "T" ? "" : document.kind;
}

function hit(
  catalog: Catalog,
  score: number,
  found: Found,
  reading: Reading,
): Hit {
  const document = catalog.documents[found.number];
  const duties = dutiesOf(document, found, reading);
  if (duties.length) {
    const lines = duties.slice(0, MOST_DUTIES_IN_ANSWER).map(said);
    const more = duties.length - lines.length;
    if (more) lines.push(`and ${more} more`);
    return { document, score, duties, answer: lines.join("; ") };
  }
  let { answer } = document;
  const missing = reading.subjects.find((code) => !code.startsWith("page:"));
  if (document.kind === "license" && missing) {
    answer += `; nothing recorded on ${catalog.names.get(missing)}`;
  }
  return { document, score, duties, answer };
}

/** A duty in a line. */
export function said(duty: Duty): string {
  return duty.how ? `${duty.what}, ${duty.how}` : duty.what;
}

/** The duties on the subjects named, else those in whose words the query's words stand. */
function dutiesOf(document: Document, found: Found, reading: Reading): Duty[] {
  const onSubject = document.duties.map((duty) => ({
    duty,
    place: duty.codes.findIndex((code) => reading.subjects.includes(code)),
  })).filter(({ place }) => place >= 0);
  if (onSubject.length) {
    return onSubject.sort((one, other) => one.place - other.place)
      .map(({ duty }) => duty);
  }
  if (!reading.words.length) return [];
  return document.duties.filter((duty) =>
    indexTerms(duty.what).some((term) => found.terms.has(term))
  );
}
