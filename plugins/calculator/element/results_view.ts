// SPDX-License-Identifier: MIT
/**
 * What is behind the answer: every duty by how it stands, other ways, changes of law ahead.
 *
 * In: the app. Out: sections for each license.
 */

import type { Report } from "../engine/report.ts";
import type { CompiledLicense, Statement } from "../engine/types.ts";
import { type App, shortName } from "./app.ts";
import { citesView, rowView } from "./duty_view.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import type { Holding } from "./scene.ts";
import { sectionsOf } from "./sections.ts";

/** Every duty, by how it stands; of several licenses the first one unfolded. */
export function resultsView(app: App): TemplateResult | typeof nothing {
  const { holdings } = app.scene;
  const dated = holdings.filter(({ report }) => report !== null);
  return html`${
    dated.map((holding, index) => {
      const name = shortName(app, holding.license);
      return html`<section class="screen" aria-label="Duties: ${name}">${
        holdings.length === 1
          ? dutiesView(app, holding)
          : html`<details class="license" ?open=${index === 0}>
            <summary><h2>${name}</h2></summary>
            ${
            holding.license.policy
              ? html`<p class="quiet">An employer’s own policy, not the law.</p>`
              : nothing
          }
            ${dutiesView(app, holding)}</details>`
      }</section>`;
    })
  }`;
}

function dutiesView(
  app: App,
  holding: Holding,
): TemplateResult | typeof nothing {
  const { license, report, planned } = holding;
  if (!report) return nothing;
  const sections = sectionsOf(license, report, planned);
  return html`<div>${
    sections.map(({ id, heading, rows }) =>
      html`<section class="part ${id}">
        <h3>${heading} <span class="tally">${rows.length}</span></h3>
        ${
        id === "none"
          ? html`
            <details>
              <summary>Show ${rows.length}</summary>
              <ul>${rows.map((row) => rowView(app, holding, row))}</ul>
            </details>
          `
          : html`<ul>${rows.map((row) => rowView(app, holding, row))}</ul>`
      }
      </section>`
    )
  } ${waysView(license, report)} ${aheadView(license, report)}</div>`;
}

/** Exemptions and other ways that were not decided, or that the board decides. */
function waysView(
  license: CompiledLicense,
  report: Report,
): TemplateResult | typeof nothing {
  const lists = {
    alternative: license.alternatives,
    exemption: license.exemptions,
    "new-licensee": license.newLicensees,
  };
  const open = report.excuses
    .filter(({ state }) => state !== "no" && state !== "applies")
    .flatMap(({ kind, index }): Statement | Statement[] =>
      lists[kind]?.[index] ?? []
    );
  if (open.length === 0) return nothing;
  return html`
    <section class="part">
      <details>
        <summary>Exemptions and other ways (${open.length})</summary>
        <ul>${open.map((item) =>
          html`
            <li class="duty">
              <div class="wide"><p>${item.text}</p>${item.note
                ? html`<p class="quiet">${item.note}</p>`
                : nothing}${citesView(license, item.sources ?? [])}</div>
            </li>
          `
        )}</ul>
      </details>
    </section>
  `;
}

/** Changes of law that may come before the renewal. */
function aheadView(
  license: CompiledLicense,
  report: Report,
): TemplateResult | typeof nothing {
  const changes = report.changes.flatMap((index) =>
    license.changes?.[index] ?? []
  );
  if (changes.length === 0) return nothing;
  return html`
    <section class="part ahead">
      <h3>May change before you renew</h3>
      <ul>${changes.map((item) =>
        html`<li><p>${item.text}</p>${
          citesView(license, item.sources ?? [])
        }</li>`
      )}</ul>
    </section>
  `;
}
