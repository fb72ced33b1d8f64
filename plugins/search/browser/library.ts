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

/** For each field, in the order of the boosts, the documents that hold a term. */
type Holding = number[][];

const WORD_FIELDS = ["name", "law", "text"];
const [EXACT, PREFIX, SIMILAR] = [8, 3, 1];
const SHORTEST_PREFIX = 2;
const SHORTEST_SIMILAR = 5;
// What lunr keeps of a term in a document: nothing, as every term counts once.
const ONCE = {};
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
  const fields = Object.keys(packed.boosts);
  const inverted = inverse(packed, codes);
  // For each field, by document, the numbers and weights of its terms.
  const vectors = fields.map(() => codes.map((): number[] => []));
  const terms = [...inverted.keys()].sort();
  const invertedIndex = terms.map((term, number) => {
    const holding = inverted.get(term)!;
    const weight = rarity(holding, codes.length);
    const postings: Record<string, unknown> = { _index: number };
    fields.forEach((field, place) => {
      const boosted = weight * packed.boosts[field];
      const rounded = Math.round(boosted * 1000) / 1000;
      const posting: Record<number, typeof ONCE> = {};
      for (const document of holding[place]) {
        posting[document] = ONCE;
        vectors[place][document].push(number, rounded);
      }
      postings[field] = posting;
    });
    return [term, postings];
  });
  const fieldVectors = fields.flatMap((field, place) =>
    vectors[place].flatMap((vector, document) =>
      vector.length ? [[`${field}/${document}`, vector]] : []
    )
  );
  return {
    version: lunr.version,
    fields,
    fieldVectors,
    invertedIndex,
    pipeline: [],
  };
}

/** For each term, by the place of the field, the documents that hold it. */
function inverse(packed: PackedIndex, codes: string[][]): Map<string, Holding> {
  const fields = Object.keys(packed.boosts);
  const inverted = new Map<string, Holding>();
  const holdingOf = (term: string) => {
    let holding = inverted.get(term);
    if (!holding) inverted.set(term, holding = fields.map(() => []));
    return holding;
  };
  const terms = packed.terms.split(" ");
  for (const [field, lines] of Object.entries(packed.documents)) {
    const place = fields.indexOf(field);
    lines.split("\n").forEach((line, number) => {
      if (!line) return;
      const documents = holdingOf(terms[number])[place];
      let document = -1;
      for (const step of line.split(" ")) {
        document += Number(step);
        documents.push(document);
      }
    });
  }
  const place = fields.indexOf("code");
  codes.forEach((listed, number) => {
    for (const code of listed) holdingOf(stored(code))[place].push(number);
  });
  return inverted;
}

/** Lunr's measure of how rare a term is among so many documents. */
function rarity(holding: Holding, documents: number): number {
  const held = holding.reduce((sum, { length }) => sum + length, 0);
  const odds = (documents - held + 0.5) / (held + 0.5);
  return Math.log(1 + Math.abs(odds));
}
