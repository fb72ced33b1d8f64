// SPDX-License-Identifier: MIT
/**
 * The looks of what the visitor gives: licenses, questions, credit; and of the answer.
 *
 * In: nothing. Out: a style sheet that goes after that of styles.ts.
 */

import { css } from "./lit.ts";

export const parts = css`
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
  .policy {
    margin-top: 1.2em;
    padding: .9em 1em;
    border: 1px solid var(--_line);
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

  .entry,
  .cost {
    padding: .7em 0;
    border-top: 1px solid var(--_line);
    display: grid;
    grid-template-columns: 1fr auto;
    gap: .05em 1em;
  }
  .entry .title,
  .cost .title {
    font-weight: 600;
  }
  .entry .hours,
  .cost .hours {
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
  .entry p,
  .cost p {
    font-size: .92em;
  }
  .entry.planned .title::before,
  .cost.planned .title::before {
    content: "Planned";
    font: 400 .82em var(--_sans);
    color: var(--_accent);
    border: 1px dashed var(--_accent);
    border-radius: 3px;
    padding: 0 .4em;
    margin-right: .5em;
  }
  .year {
    margin-top: 1.4em;
  }
  .costs {
    margin-top: .6em;
  }
  .entries > li:last-child,
  .costs > li:last-child {
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
`;
