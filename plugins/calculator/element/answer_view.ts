// SPDX-License-Identifier: MIT
/**
 * The answer: one sentence and one bar for each license.
 *
 * In: the app. Out: the part of the page that is read first, and read out after each change.
 */

import { type App, lower, shortName } from "./app.ts";
import { barView } from "./bar_view.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import type { Holding } from "./scene.ts";

/** The sentences, which are read out after each change. */
export function answerView(app: App): TemplateResult | typeof nothing {
  const { holdings } = app.scene;
  if (holdings.length === 0) return nothing;
  const law = holdings.filter(({ license }) => !license.policy);
  const policies = holdings.filter(({ license }) => license.policy);
  return html`
    <section id="answer" class="screen" tabindex="-1"
      aria-label="What you still owe">
      <ul class="verdicts" aria-live="polite">
          ${law.map((holding) => html`<li>${verdictView(app, holding)}</li>`)}
        </ul>
    </section>
    ${policies.map((holding) => policyView(app, holding))}
  `;
}

/** What an employer asks stands in a frame of its own, apart from the law. */
function policyView(app: App, holding: Holding): TemplateResult {
  return html`
    <section class="screen policy" aria-label="${holding.license
      .place}: its own policy"
      aria-live="polite">
      ${verdictView(app, holding)}
      <p class="quiet small">Asked by ${holding.license
        .place}, besides the law and apart from it.</p>
    </section>
  `;
}

function verdictView(app: App, holding: Holding): TemplateResult {
  const { license, report, planned } = holding;
  const several = app.scene.holdings.length > 1;
  const name = several
    ? html`<p class="quiet">${shortName(app, license)}</p>`
    : nothing;
  if (!report) {
    return html`${name}<p class="sentence">${license.answer}</p>
      <p class="quiet">Give the renewal date above to see what is left.</p>`;
  }
  const total = report.duties.find((duty) => duty.id === "total");
  const after = planned?.duties.find((duty) => duty.id === "total");
  return html`${name}<p class="sentence">${report.summary.text}</p>
    ${
    total && total.owed
      ? barView({
        owed: total.owed,
        earned: total.earned ?? 0,
        planned: (after?.earned ?? total.earned ?? 0) - (total.earned ?? 0),
        unit: license.unit,
        big: true,
      })
      : nothing
  }
    ${
    planned && planned.summary.text !== report.summary.text
      ? html`<p class="quiet">With what you planned: ${
        lower(planned.summary.text)
      }</p>`
      : nothing
  }`;
}
