// SPDX-License-Identifier: MIT
/**
 * The looks: hairlines, one accent, a serif for what matters. Colors and type may be set from
 * outside by variables that begin with --cme-; without them they are those of CME Atlas.
 *
 * In: nothing. Out: the style sheets, adopted by the element, so that no policy can refuse them:
 * here text, links and controls; styles_parts.ts and styles_duties.ts have the rest.
 */

import { css } from "./lit.ts";
import { duties } from "./styles_duties.ts";
import { parts } from "./styles_parts.ts";

const base = css`
  :host {
    display: block !important;
    container-type: inline-size;
    --_paper: var(--cme-paper, light-dark(#fdfcf9, #14181a));
    --_ink: var(--cme-ink, light-dark(#1d2226, #e9e7e1));
    --_quiet: var(--cme-quiet, light-dark(#5a646b, #a3adb2));
    --_line: var(--cme-line, light-dark(#d9d8d2, #363d41));
    --_wash: var(--cme-wash, light-dark(#f1f0ea, #1d2325));
    --_accent: var(--cme-accent, light-dark(#0a5a68, #84ccd8));
    --_soft: var(--cme-accent-wash, light-dark(#cfe5e8, #21464d));
    --_warn: var(--cme-warn, light-dark(#9a3b12, #f2aa80));
    --_serif: var(--cme-serif, ui-serif, "Iowan Old Style", "Palatino Linotype", Palatino, Georgia, serif);
    --_sans: var(--cme-sans, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  .root {
    color: var(--_ink);
    font: 400 max(1.0625rem, 16px)/1.5 var(--_sans);
    font-variant-numeric: tabular-nums;
    overflow-wrap: break-word;
    text-align: left;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3 {
    font: 600 1.22em/1.25 var(--_serif);
    text-wrap: balance;
  }
  h3 {
    font-size: 1.1em;
  }
  a {
    color: var(--_accent);
    text-decoration-thickness: 1px;
    text-underline-offset: .18em;
  }
  section > h2,
  section > h3 {
    margin-bottom: .5em;
  }
  .quiet {
    color: var(--_quiet);
  }
  .small {
    font-size: .9em;
  }
  .warn {
    color: var(--_warn);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: .4em 1em;
    align-items: baseline;
  }
  .row > h2 {
    margin-right: auto;
  }
  .sr {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .print {
    display: none;
  }
  span.cap {
    display: inline-block;
  }
  .cap::first-letter {
    text-transform: uppercase;
  }

  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    margin: 0;
  }
  :is(a, button, input, select, summary) {
    scroll-margin-block: 1em 5em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
    border-radius: 3px;
  }
  button {
    cursor: pointer;
    min-height: 2.5em;
    padding: .4em 1em;
    border: 1px solid var(--_quiet);
    border-radius: 4px;
    background: var(--_paper);
  }
  button:hover {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  button.main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_paper);
    font-weight: 600;
  }
  button.main:hover {
    background: var(--_ink);
    border-color: var(--_ink);
    color: var(--_paper);
  }
  button.plain {
    text-align: left;
    min-height: 1.9em;
    padding: .1em .1em;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: .18em;
  }
  input:not([type=radio], [type=checkbox], [type=file]),
  select,
  textarea {
    min-height: 2.5em;
    max-width: 100%;
    padding: .35em .6em;
    border: 1px solid var(--_quiet);
    border-radius: 4px;
    background: var(--_paper);
  }
  input[type=radio],
  input[type=checkbox] {
    accent-color: var(--_accent);
    width: 1.1em;
    height: 1.1em;
    flex: none;
  }
  label {
    display: inline-block;
  }
  .field {
    display: grid;
    gap: .15em;
    align-content: start;
  }
  .field > :is(input, select) {
    width: 100%;
  }
  .label,
  legend {
    font-size: .9em;
    color: var(--_quiet);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: .4em;
    padding-top: .15em;
  }
  .chips label {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 2.25em;
    padding: .2em .8em;
    border: 1px solid var(--_quiet);
    border-radius: 99px;
    cursor: pointer;
  }
  .chips input {
    position: absolute;
    opacity: 0;
    width: 1px;
    height: 1px;
  }
  .chips label:has(:checked) {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_paper);
  }
  .chips label:has(:checked)::before {
    content: "✓";
    margin-right: .4em;
  }
  .chips label:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .tick {
    display: inline-flex;
    gap: .5em;
    align-items: center;
    min-height: 2em;
  }
`;

/** All sheets, in the order in which they are to be applied. */
export const styles = [base, parts, duties];
