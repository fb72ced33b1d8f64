// SPDX-License-Identifier: MIT
/**
 * The looks of duties, files and notices; and of all parts on narrow screens and on paper.
 *
 * In: nothing. Out: a style sheet that goes after that of styles_parts.ts.
 */

import { css } from "./lit.ts";

export const duties = css`
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
  .law {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.2em;
    align-items: baseline;
    font-size: .93em;
  }
  .law details[open] {
    flex-basis: 100%;
  }
  .cites a + a {
    margin-left: .8em;
  }
  .ahead {
    padding-left: .9em;
    border-left: 3px solid var(--_warn);
  }

  .notice {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    gap: .1em 1em;
    align-items: center;
    min-height: 2.6em;
    padding: .3em .9em;
    background: var(--_wash);
    border-left: 3px solid var(--_accent);
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
    gap: 1.6em 3em;
    grid-template-columns: minmax(0, 1fr);
    padding-top: 1.4em;
    border-top: 1px solid var(--_line);
  }
  .keep section,
  .importing {
    display: grid;
    gap: 0.5em;
    align-content: start;
    justify-items: start;
  }
  .importing {
    gap: 1em;
  }
  .keep section > *,
  .importing > * {
    max-width: 100%;
  }
  .license > summary > h2 {
    display: inline;
  }
  .license > summary {
    margin-bottom: 0.6em;
  }
  th[scope="row"],
  .date {
    white-space: nowrap;
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

  @container (min-width: 896px) {
    .columns.two {
      grid-template-columns: 5fr 6fr;
    }
    .keep {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @container (max-width: 432px) {
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
