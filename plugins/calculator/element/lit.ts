// SPDX-License-Identifier: MIT
/**
 * The one place that names Lit and its version.
 *
 * In: nothing. Out: what the element uses of Lit 3 (BSD-3-Clause), pinned.
 */

export {
  css,
  html,
  LitElement,
  nothing,
  svg,
  type TemplateResult,
} from "npm:lit@3.3.3";
export { live } from "npm:lit@3.3.3/directives/live.js";
export { repeat } from "npm:lit@3.3.3/directives/repeat.js";
