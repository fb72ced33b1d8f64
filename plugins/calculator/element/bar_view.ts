// SPDX-License-Identifier: MIT
/**
 * A bar: earned, planned, left. Drawn without any inline style, told in words beside.
 *
 * In: hours, or amounts of another kind with how to say them. Out: a drawing with its caption.
 */

import { hours } from "./app.ts";
import { html, nothing, svg, type TemplateResult } from "./html.ts";

export interface Measure {
  owed: number;
  earned: number;
  planned: number;
  big?: boolean;
  /** How an amount is said; hours, if not told otherwise. */
  unit?: string;
  say?: (amount: number) => string;
  /** What was done to get it: "earned", if not told otherwise. */
  verb?: string;
}

/** Draw a bar; the big one has a key. */
export function barView(measure: Measure): TemplateResult {
  const { owed, unit, verb = "earned" } = measure;
  const say = measure.say ?? ((amount: number) => hours(amount, unit));
  const hasKey = measure.big || measure.say !== undefined;
  const earned = Math.min(measure.earned, owed);
  const planned = Math.min(Math.max(0, measure.planned), owed - earned);
  const left = owed - earned - planned;
  const percent = (part: number) => `${Math.round(part / owed * 1e4) / 100}%`;
  const words = `${say(earned)} ${verb}${
    planned ? `, ${say(planned)} planned` : ""
  }, ${say(left)} left of ${say(owed)}`;
  const key = html`
    <ul
      class="key"><li><b>${say(earned)}</b> ${verb}</li>${planned
        ? html`<li class="planned"><b>${say(planned)}</b> planned</li>`
        : nothing}<li class="left"><b>${say(left)}</b> left</li></ul>
  `;
  return html`<svg class="bar ${
    measure.big ? "big" : ""
  }" role="img" aria-label=${words}>
      <rect class="back" x="0.5" y="0.5" width="99.7%" height="95%"></rect>
      <rect class="earned" width=${percent(earned)} height="100%"></rect>
      ${planned ? svgPart(percent(earned), percent(planned)) : nothing}
    </svg>${hasKey ? key : nothing}`;
}

function svgPart(x: string, width: string): TemplateResult {
  return svg`
    <rect class="planned" x=${x} y="0.5" width=${width}
      height="94%"></rect>
  `;
}
