/**
 * MiniSearch on the same documents, to measure ours against; see bench.py.
 *
 * In Deno: documents as JSON on the standard input, the index as JSON on the standard output. In
 * the browser: sets `miniSearch`, which loads such an index and answers with addresses.
 */

// deno-lint-ignore no-import-prefix -- measured here only, pinned here
import MiniSearch from "npm:minisearch@7.2.0";

const OPTIONS = { idField: "url", fields: ["title", "names", "law", "text"] };
const ASKED = { prefix: true, fuzzy: 0.2, boost: { title: 5, names: 5 } };

if (typeof Deno === "undefined") {
  const load = (index: string) => {
    const loaded = MiniSearch.loadJSON(index, OPTIONS);
    return (query: string) =>
      loaded.search(query, ASKED).map((hit) => String(hit.id));
  };
  Object.assign(globalThis, { miniSearch: load });
} else {
  new Response(Deno.stdin.readable).json().then((documents) => {
    const index = new MiniSearch(OPTIONS);
    index.addAll(documents);
    console.log(JSON.stringify(index));
  });
}
