// SPDX-License-Identifier: MIT
/**
 * What stands against a host page's style sheet. Outer rules win over `:host`, unless these are
 * important; and what is inherited from outside ends at `.root`.
 *
 * In: nothing. Out: texts of sheets that the element adopts.
 */

export const guestStyles = `
  :host {
    display: block !important;
    container-type: inline-size !important;
    position: static !important;
    visibility: visible !important;
    opacity: 1 !important;
    font-size: 16px !important;
    direction: ltr !important;
  }
  :host([hidden]) { display: none !important; }
  .root {
    background: var(--_paper);
    padding: 1em;
    cursor: auto;
    font-style: normal;
    font-variant-caps: normal;
    hyphens: manual;
    letter-spacing: normal;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    word-spacing: normal;
    -webkit-text-fill-color: currentcolor;
  }
  .exit { border-bottom: 1px solid var(--_line); margin: 0; }
`;

/** Until everything is there: room for it, and nothing in sight that would move. */
export const waitingStyles = `
  :host { min-height: 100vh !important; }
  .root > * { visibility: hidden; }
  .root::before {
    content: "Loading the rules …";
    position: absolute;
    color: var(--_quiet);
  }
`;
