// SPDX-License-Identifier: MIT
/**
 * The record on paper, for an auditor: what was owed, how it stands, and every credit earned.
 *
 * In: the app. Out: what is shown in print only, and all that is shown there.
 */

import type { IsoDate } from "../engine/types.ts";
import { type App, hours, shownNames } from "./app.ts";
import { said } from "./days.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import { stateText } from "./duty_view.ts";
import { sectionsOf } from "./sections.ts";
import type { Holding } from "./scene.ts";

/** The sheet. */
export function printView(app: App): TemplateResult {
  const { holdings, earned, today, verified } = app.scene;
  return html`<div class="print">
    <h2>Record of continuing education</h2>
    <p>Printed ${said(today)}${
    verified ? `, with rules checked ${said(verified)}` : nothing
  }. Name and license number: ______________________________</p>
    ${holdings.map((holding) => dutiesView(holding, today))}
    ${earned.length ? creditView(app) : nothing}
    <p>Made with CME Atlas, a reference and not legal advice. The board decides.</p>
  </div>`;
}

function dutiesView(holding: Holding, today: IsoDate): TemplateResult {
  const { license, report, planned, renewal } = holding;
  return html`<section>
    <h3>${
    license.policy
      ? `${license.place}: its own policy, not the law`
      : `${license.name}, ${license.place}`
  }${renewal ? `: renewal ${said(renewal)}` : nothing}</h3>
    <p>${report?.summary.text ?? license.answer}</p>
    ${
    report
      ? html`
        <table>
          <thead>
            <tr>
              <th scope="col">Duty</th>
              <th scope="col">Required</th>
              <th scope="col">Credited</th>
              <th scope="col">State</th>
              <th scope="col">Law</th>
            </tr>
          </thead>
          <tbody>${sectionsOf(license, report, planned)
            .filter(({ id }) => id !== "none")
            .flatMap(({ rows }) => rows)
            .map(({ duty, report: own }) =>
              html`
                <tr>
                  <td class="cap">${duty.words.label}</td>
                  <td class="date">${duty.words.amount}</td>
                  <td class="date">${own.earned === null
                    ? ""
                    : hours(own.earned, license.unit)}</td>
                  <td>${stateText(own.verdict, holding, today)}</td>
                  <td>${own.sources.map((id) => license.sources[id]?.cite).join(
                    "; ",
                  )}</td>
                </tr>
              `
            )}</tbody>
        </table>
      `
      : nothing
  }
  </section>`;
}

function creditView(app: App): TemplateResult {
  const { earned } = app.scene;
  const categories = shownNames(app, "categories");
  const topics = shownNames(app, "topics");
  return html`
    <section>
      <h3>Credit earned</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Title</th>
            <th scope="col">Hours</th>
            <th scope="col">Kind</th>
            <th scope="col">Topics</th>
          </tr>
        </thead>
        <tbody>${earned.toReversed().map((entry) =>
          html`
            <tr>
              <td class="date">${said(entry.date)}</td>
              <td>${entry.title}${entry.note
                ? html`<br><small>${entry.note}</small>`
                : nothing}</td>
              <td class="number">${hours(
                entry.hours,
                entry.unit ?? "hours",
              )}</td>
              <td>${entry.category
                ? categories[entry.category] ?? entry.category
                : ""}</td>
              <td>${(entry.topics ?? []).map((id) => topics[id] ?? id).join(
                "; ",
              )}</td>
            </tr>
          `
        )}</tbody>
      </table>
    </section>
  `;
}
