/**
 * Three ways to narrow the hits: by state, profession and topic, each with counts.
 *
 * In: hits and what is chosen. Out: the hits that fit, and the choices with how many each leaves.
 */

import { type Catalog, upper } from "./catalog.ts";
import type { Hit } from "./ranking.ts";

export const FACETS = ["state", "profession", "topic"] as const;
export type Facet = typeof FACETS[number];
/** The code chosen for each facet, such as "state:texas". */
export type Chosen = Partial<Record<Facet, string>>;

export interface Choice {
  code: string;
  name: string;
  count: number;
}

/** The hits that fit every choice, but for one facet that is left open. */
export function narrowed(hits: Hit[], chosen: Chosen, but?: Facet): Hit[] {
  const codes = FACETS.filter((facet) => facet !== but)
    .flatMap((facet) => chosen[facet] ?? []);
  return hits.filter((hit) =>
    codes.every((code) => hit.document.codes.includes(code))
  );
}

/** What may be chosen for a facet, by name, with how many hits each choice leaves. */
export function choices(
  hits: Hit[],
  chosen: Chosen,
  facet: Facet,
  catalog: Catalog,
): Choice[] {
  const counts = new Map<string, number>();
  for (const hit of narrowed(hits, chosen, facet)) {
    for (const code of hit.document.codes) {
      if (code.startsWith(`${facet}:`)) {
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
    }
  }
  // What is chosen stays to be seen, and to be taken back, where it leaves nothing.
  const own = chosen[facet];
  if (own && !counts.has(own)) counts.set(own, 0);
  const found = [...counts].map(([code, count]) => ({
    code,
    name: upper(catalog.names.get(code) ?? code),
    count,
  }));
  return facet === "profession"
    ? found
    : found.sort((one, other) => one.name < other.name ? -1 : 1);
}
