/**
 * The search library behind one small module: lunr 2.3.9 (MIT), pinned. Mirrors index.py.
 *
 * In: the index as package.py packs it. Out: for codes and words, the documents that hold them.
 */

// deno-lint-ignore-file no-import-prefix -- the one place that names the library and its version
// @ts-types="./lunr.d.ts"
import lunr from "npm:lunr@2.3.9";

/** Terms in alphabetical order; for each field, by term, the steps between its documents. */
export interface PackedIndex {
  boosts: Record<string, number>;
  terms: string;
  documents: Record<string, string>;
}

/** A document that matched: its number, lunr's score, and the index terms that matched. */
export interface Found {
  number: number;
  score: number;
  terms: Set<string>;
}

/** Answers which documents hold codes and words. */
export interface Asked {
  terms: Set<string>;
  ask(codes: string[], words: string[]): Found[];
}

type Postings = Record<string, Record<string, object>>;

const WORD_FIELDS = ["name", "law", "text"];
const [EXACT, PREFIX, SIMILAR] = [8, 3, 1];
const SHORTEST_PREFIX = 2;
const SHORTEST_SIMILAR = 5;
// Why digits are stored as other signs: see index.py.
const STAND_INS = "!#$%()+,;=";

const stored = (term: string) =>
  term.replace(/[0-9]/g, (digit) => STAND_INS[Number(digit)]);
const readBack = (term: string) =>
  term.replace(/[!#$%()+,;=]/g, (sign) => String(STAND_INS.indexOf(sign)));

/** Load the index; the codes of the documents are a field of their own. */
export function open(packed: PackedIndex, codes: string[][]): Asked {
  const index = lunr.Index.load(serialized(packed, codes));
  return {
    terms: new Set(packed.terms.split(" ").map(readBack)),
    ask: (codes, words) =>
      codes.length + words.length ? ask(index, codes, words) : [],
  };
}

function ask(index: lunr.Index, codes: string[], words: string[]): Found[] {
  const results = index.query((query) => {
    const clause = { fields: WORD_FIELDS, usePipeline: false as const };
    for (const code of codes) {
      query.term(stored(code), { ...clause, fields: ["code"] });
    }
    for (const word of words.map(stored)) {
      query.term(word, { ...clause, boost: EXACT });
      if (word.length >= SHORTEST_PREFIX) {
        const wildcard = lunr.Query.wildcard.TRAILING;
        query.term(word, { ...clause, boost: PREFIX, wildcard });
      }
      if (word.length >= SHORTEST_SIMILAR) {
        query.term(word, { ...clause, boost: SIMILAR, editDistance: 1 });
      }
    }
  });
  return results.map((result) => ({
    number: Number(result.ref),
    score: result.score,
    terms: new Set(Object.keys(result.matchData.metadata).map(readBack)),
  }));
}

/** The index in lunr's own form. */
export function serialized(packed: PackedIndex, codes: string[][]): object {
  const inverted = inverse(packed, codes);
  const vectors = new Map<string, number[]>();
  const terms = [...inverted.keys()].sort();
  const invertedIndex = terms.map((term, number) => {
    const postings = inverted.get(term)!;
    const weight = rarity(postings, codes.length);
    for (const [field, boost] of Object.entries(packed.boosts)) {
      const rounded = Math.round(weight * boost * 1000) / 1000;
      for (const ref of Object.keys(postings[field])) {
        const key = `${field}/${ref}`;
        const vector = vectors.get(key) ?? [];
        if (!vector.length) vectors.set(key, vector);
        vector.push(number, rounded);
      }
    }
    return [term, { _index: number, ...postings }];
  });
  return {
    version: lunr.version,
    fields: Object.keys(packed.boosts),
    fieldVectors: [...vectors],
    invertedIndex,
    pipeline: [],
  };
}

/** For each term, by field, the documents that hold it. */
function inverse(
  packed: PackedIndex,
  codes: string[][],
): Map<string, Postings> {
  const inverted = new Map<string, Postings>();
  const add = (term: string, field: string, number: number) => {
    let postings = inverted.get(term);
    if (!postings) {
      const fields = Object.keys(packed.boosts);
      postings = Object.fromEntries(fields.map((name) => [name, {}]));
      inverted.set(term, postings);
    }
    postings[field][number] = {};
  };
  const terms = packed.terms.split(" ");
  for (const [field, lines] of Object.entries(packed.documents)) {
    lines.split("\n").forEach((line, number) => {
      let document = -1;
      for (const step of line.split(" ").filter(Boolean)) {
        document += Number(step);
        add(terms[number], field, document);
      }
    });
  }
  codes.forEach((listed, number) => {
    for (const code of listed) add(stored(code), "code", number);
  });
  return inverted;
}

/** Lunr's measure of how rare a term is among so many documents. */
function rarity(postings: Postings, documents: number): number {
  const holding = Object.values(postings).reduce(
    (sum, posting) => sum + Object.keys(posting).length,
    0,
  );
  const odds = (documents - holding + 0.5) / (holding + 0.5);
  return Math.log(1 + Math.abs(odds));
}
