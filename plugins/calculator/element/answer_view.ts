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
  return html`
    <section id="answer" class="screen" tabindex="-1"
      aria-label="What you still owe">
      <ul class="verdicts" aria-live="polite">
          ${holdings.map((holding) =>
            html`<li>${verdictView(app, holding)}</li>`
          )}
        </ul>
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
