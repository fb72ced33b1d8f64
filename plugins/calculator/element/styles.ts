// SPDX-License-Identifier: MIT
/**
 * The looks: hairlines, one accent, a serif for what matters. Colors and type may be set from
 * outside by variables that begin with --cme-; without them they are those of CME Atlas.
 *
 * In: nothing. Out: the style sheet, adopted by the element, so that no policy can refuse it.
 */

import { css } from "./lit.ts";

export const styles = css`
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

  .root > * + * {
    margin-top: 2.1em;
  }
  .root > .notice {
    margin-top: 1em;
  }
  .start {
    display: grid;
    gap: 1em;
    max-width: 34em;
  }
  .start .lead {
    font: 600 1.5em/1.2 var(--_serif);
    text-wrap: balance;
  }
  .held > li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: .1em 1em;
    padding: .7em 0;
    border-top: 1px solid var(--_line);
  }
  .held > li:last-child {
    border-bottom: 1px solid var(--_line);
  }
  .held b {
    font-weight: 600;
  }
  .held .when {
    grid-column: 1 / -1;
  }
  .asks {
    display: flex;
    flex-wrap: wrap;
    gap: .6em 1em;
    align-items: end;
    margin-top: .4em;
  }
  .held + * {
    margin-top: .6em;
  }

  .verdicts > li {
    padding: .2em 0;
  }
  .verdicts > li + li {
    margin-top: 1.2em;
  }
  .sentence {
    font: 600 clamp(1.35em, 5.2cqi, 2em)/1.22 var(--_serif);
    letter-spacing: -.005em;
    text-wrap: pretty;
    max-width: 30em;
  }
  .bar {
    display: block;
    width: 100%;
    height: 14px;
    margin: .5em 0 .2em;
  }
  .bar.big {
    height: 26px;
    margin-top: .9em;
  }
  .bar .back {
    fill: var(--_wash);
    stroke: var(--_quiet);
    stroke-width: 1;
  }
  .bar .earned {
    fill: var(--_accent);
  }
  .bar .planned {
    fill: var(--_soft);
    stroke: var(--_accent);
    stroke-width: 1;
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: .1em 1.3em;
    font-size: .92em;
    color: var(--_quiet);
  }
  .key b {
    color: var(--_ink);
  }
  .key li::before {
    content: "";
    display: inline-block;
    width: .7em;
    height: .7em;
    margin-right: .45em;
    border: 1px solid var(--_accent);
    background: var(--_accent);
  }
  .key .planned::before {
    background: var(--_soft);
    border-style: dashed;
  }
  .key .left::before {
    background: var(--_wash);
    border-color: var(--_quiet);
  }

  .columns {
    display: grid;
    gap: 2.3em 3em;
  }
  .columns > * {
    min-width: 0;
    display: grid;
    gap: 2.3em;
    align-content: start;
  }
  .question {
    padding: .8em 0;
    border-top: 1px solid var(--_line);
  }
  .question.open {
    box-shadow: inset 3px 0 var(--_accent);
    padding-left: .9em;
  }
  .question legend,
  .question .ask {
    font-size: 1em;
    color: var(--_ink);
    font-weight: 600;
  }
  .question .why {
    font-size: .9em;
    color: var(--_quiet);
    max-width: 38em;
  }
  .question .row {
    margin-top: .3em;
    align-items: center;
  }

  .entry {
    padding: .7em 0;
    border-top: 1px solid var(--_line);
    display: grid;
    grid-template-columns: 1fr auto;
    gap: .05em 1em;
  }
  .entry .title {
    font-weight: 600;
  }
  .entry .hours {
    font: 600 1.05em/1.4 var(--_serif);
    text-align: right;
    white-space: nowrap;
  }
  .entry .acts {
    display: flex;
    gap: .9em;
    justify-content: end;
    align-items: start;
  }
  .entry .acts button {
    font-size: .9em;
  }
  .entry p {
    font-size: .92em;
  }
  .entry.planned .title::before {
    content: "Planned";
    font: 400 .82em var(--_sans);
    color: var(--_accent);
    border: 1px dashed var(--_accent);
    border-radius: 3px;
    padding: 0 .4em;
    margin-right: .5em;
  }
  .entries > li:last-child {
    border-bottom: 1px solid var(--_line);
  }
  form.credit {
    display: grid;
    gap: .9em;
    padding: 1.1em 0 1.3em;
    border-block: 2px solid var(--_accent);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
    gap: .8em 1em;
  }
  .wide {
    grid-column: 1 / -1;
  }
  .amounts {
    display: flex;
    gap: .4em;
  }
  .amounts input {
    width: 6em;
    flex: 1 0 4.5em;
  }
  .amounts select {
    flex: 2 1 6em;
    min-width: 0;
  }

  .duty {
    display: grid;
    grid-template-columns: 6.6em 1fr;
    gap: 0 1em;
    padding: .8em 0;
    border-top: 1px solid var(--_line);
  }
  .duty > .amount {
    font: 600 1.05em/1.4 var(--_serif);
  }
  .duty .label {
    font-size: 1em;
    font-weight: 600;
    color: inherit;
  }
  .duty .state {
    font-weight: 600;
  }
  .owed .state {
    color: var(--_warn);
  }
  .met .state,
  .met .amount {
    color: var(--_accent);
  }
  .none .duty > .amount,
  .later .duty > .amount {
    color: var(--_quiet);
    font-weight: 400;
  }
  .duty p,
  .duty ul {
    font-size: .93em;
  }
  .duty .label,
  .duty .state {
    font-size: 1em;
  }
  .duty details {
    margin-top: .1em;
  }
  .duty .duty {
    grid-template-columns: 5.2em 1fr;
  }
  .members {
    margin-top: .4em;
  }
  section.part + section.part {
    margin-top: 1.8em;
  }
  section.part > h3,
  section.part > h4 {
    display: flex;
    gap: .5em;
    align-items: baseline;
    font: 600 1.1em/1.3 var(--_serif);
    margin-bottom: .4em;
  }
  .tally {
    font: 400 .85em var(--_sans);
    color: var(--_quiet);
  }
  summary {
    cursor: pointer;
    color: var(--_accent);
    width: fit-content;
    min-height: 1.7em;
  }
  details > :not(summary) {
    margin-top: .25em;
  }
  .reasons li {
    padding: .1em 0;
  }
  .cites a + a {
    margin-left: .8em;
  }
  .ahead {
    padding-left: .9em;
    border-left: 3px solid var(--_warn);
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    gap: .1em 1em;
    align-items: center;
    min-height: 2.6em;
    padding: .3em .9em;
    background: var(--_wash);
    border-left: 3px solid var(--_accent);
  }
  .notice:empty {
    visibility: hidden;
  }
  .alarm {
    padding: .7em .9em;
    border-left: 3px solid var(--_warn);
    background: var(--_wash);
    display: grid;
    gap: .5em;
  }
  .keep {
    display: grid;
    gap: 1.6em;
  }
  .link {
    width: 100%;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
  }
  th,
  td {
    text-align: left;
    vertical-align: top;
    padding: .45em .8em .45em 0;
    border-bottom: 1px solid var(--_line);
  }
  th {
    font-weight: 600;
  }
  thead th {
    font-weight: 400;
    font-size: .9em;
    color: var(--_quiet);
  }
  .number {
    text-align: right;
    white-space: nowrap;
  }
  .foot {
    border-top: 1px solid var(--_line);
    padding-top: .8em;
  }

  @container (min-width: 56rem) {
    .columns.two {
      grid-template-columns: 5fr 6fr;
    }
  }
  @container (max-width: 27rem) {
    .duty,
    .duty .duty {
      grid-template-columns: 1fr;
    }
    .stack thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .stack tr {
      display: block;
      padding: .5em 0;
      border-bottom: 1px solid var(--_line);
    }
    .stack th,
    .stack td {
      display: block;
      border: 0;
      padding: .05em 0;
      text-align: left;
    }
  }
  @media print {
    :host {
      --_paper: #fff;
      --_ink: #000;
      --_quiet: #333;
      --_line: #999;
      --_wash: #fff;
      --_accent: #000;
      --_soft: #ddd;
      --_warn: #000;
      color-scheme: light;
    }
    .root {
      font-size: 10.5pt;
    }
    .screen {
      display: none !important;
    }
    .print {
      display: block;
    }
    .print section {
      margin-top: 1.4em;
    }
    tr,
    .duty {
      break-inside: avoid;
    }
  }
  @media (forced-colors: active) {
    .chips label:has(:checked) {
      border-width: 3px;
    }
    .bar .earned {
      fill: Highlight;
    }
  }
`;
