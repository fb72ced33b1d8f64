/**
 * Asks the shipped index by the shipped rules.
 *
 * In: the address of a built index script as an argument; queries as JSON on the standard input.
 * Out: for each query its reading and its hits, as JSON.
 */

import { type Packed, unpacked } from "../../plugins/search/browser/catalog.ts";
import { search } from "../../plugins/search/browser/ranking.ts";

await import(Deno.args[0]);
const { cmeAtlasSearchIndex } = globalThis as unknown as {
  cmeAtlasSearchIndex: Packed;
};
const catalog = unpacked(cmeAtlasSearchIndex);
const queries: string[] = await new Response(Deno.stdin.readable).json();
const answers = queries.map((query) => {
  const { reading, hits, unmatched } = search(query, catalog);
  return {
    reading,
    unmatched,
    hits: hits.map(({ document, answer, score, duties }) => ({
      url: `/${document.address}`,
      title: document.title,
      answer,
      score,
      anchor: duties[0]?.anchor ?? null,
    })),
  };
});
console.log(JSON.stringify(answers));
