// SPDX-License-Identifier: MIT
/**
 * The page once a license is chosen: licenses, answer, questions, credit and allowance, duties.
 *
 * In: the app. Out: its parts in the order in which they are read.
 */

import { allowanceView } from "./allowance_view.ts";
import { answerView } from "./answer_view.ts";
import type { App } from "./app.ts";
import { heldView } from "./held_view.ts";
import { html, type TemplateResult } from "./html.ts";
import { logView } from "./log_view.ts";
import { planView } from "./plan_view.ts";
import { questionsView } from "./question_view.ts";
import { resultsView } from "./results_view.ts";

/** All parts but files and print. */
export function workView(app: App): TemplateResult {
  return html`
    ${heldView(app)} ${answerView(app)} ${planView(app)}
        <div class="columns two screen">
      <div>${questionsView(app)} ${logView(app)} ${allowanceView(app)}</div>
      <div>${resultsView(app)}</div>
    </div>
  `;
}
