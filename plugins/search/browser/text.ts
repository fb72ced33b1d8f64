/**
 * How text becomes words, for the index, the lexicon and queries alike. Mirrors text.py.
 *
 * In: text as written or typed. Out: chunks ("13:35-6.15", "end-of-life", "d.o."), the pieces of
 * a chunk ("end", "of", "life"), and the terms that the index holds for a text.
 */

/** What stands between spaces: in lower case, and whether it was typed in capitals. */
export interface Chunk {
  text: string;
  capitals: boolean;
}

const SHORTEST_TAIL = 3;

/** Split a text; "/" and "&" between words are read as "and". */
export function chunks(text: string): Chunk[] {
  const plain = text.replace(/['’‘]/g, "").normalize("NFKD")
    .replace(/\p{M}/gu, "").replace(/[/&]/g, " and ");
  const found = plain.match(/[A-Za-z0-9]+(?:[.:-][A-Za-z0-9]+)*/g) ?? [];
  return found.map((typed) => {
    const lower = typed.toLowerCase();
    const initials = /^[a-z](?:\.[a-z])+$/.test(lower);
    return {
      text: initials ? lower.replaceAll(".", "") : lower,
      capitals: typed !== lower && typed === typed.toUpperCase(),
    };
  });
}

/** The words of one chunk. */
export function pieces(chunk: string): string[] {
  return chunk.split(/[.:-]/);
}

/** What to look up for a chunk: a number with its punctuation, else its words. */
export function queryTerms(chunk: string): string[] {
  return /[0-9]/.test(chunk) ? [chunk] : pieces(chunk);
}

/** What the index holds for a text: as `queryTerms`, and the last part of long citations. */
export function indexTerms(text: string): string[] {
  return chunks(text).flatMap((chunk) => {
    const tail = /[:-]([^:-]*)$/.exec(chunk.text)?.[1] ?? "";
    const long = /[0-9]/.test(tail) && tail.length >= SHORTEST_TAIL;
    return [...queryTerms(chunk.text), ...(long ? [tail] : [])];
  });
}

/** All words of a text, in order. */
export function words(text: string): string[] {
  return chunks(text).flatMap((chunk) => pieces(chunk.text));
}
