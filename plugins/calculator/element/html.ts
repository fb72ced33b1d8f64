// SPDX-License-Identifier: MIT
/**
 * Lit's template functions for views, given at run time: three scripts share one copy of Lit, which
 * comes with the first.
 *
 * In: Lit, once. Out: its functions.
 */

import type * as Lit from "./lit.ts";

export type { TemplateResult } from "./lit.ts";

export let html: typeof Lit.html;
export let svg: typeof Lit.svg;
export let nothing: typeof Lit.nothing;
export let live: typeof Lit.live;
export let repeat: typeof Lit.repeat;

/** Give this script its Lit. */
export function use(lit: typeof Lit): void {
  ({ html, svg, nothing, live, repeat } = lit);
}
