// SPDX-License-Identifier: MIT
/**
 * A bar: earned, planned, left. Drawn without any inline style, told in words beside.
 *
 * In: hours. Out: a drawing with its caption.
 */

import { hours } from "./app.ts";
import { html, nothing, svg, type TemplateResult } from "./html.ts";

export interface Measure {
  owed: number;
  earned: number;
  planned: number;
  unit: string;
  big?: boolean;
}

/** Draw a bar; the big one has a key. */
export function barView(measure: Measure): TemplateResult {
  const { owed, unit, big } = measure;
  const earned = Math.min(measure.earned, owed);
  const planned = Math.min(Math.max(0, measure.planned), owed - earned);
  const left = owed - earned - planned;
  const percent = (part: number) => `${Math.round(part / owed * 1e4) / 100}%`;
  const words = `${hours(earned)} earned${
    planned ? `, ${hours(planned)} planned` : ""
  }, ${hours(left)} left of ${hours(owed, unit)}`;
  const key = html`
    <ul
      class="key"><li><b>${hours(earned, unit)}</b> earned</li>${planned
        ? html`<li class="planned"><b>${hours(planned, unit)}</b> planned</li>`
        : nothing}<li class="left"><b>${hours(left, unit)}</b> left</li></ul>
  `;
  return html`<svg class="bar ${
    big ? "big" : ""
  }" role="img" aria-label=${words}>
      <rect class="back" x="0.5" y="0.5" width="99.7%" height="95%"></rect>
      <rect class="earned" width=${percent(earned)} height="100%"></rect>
      ${planned ? svgPart(percent(earned), percent(planned)) : nothing}
    </svg>${big ? key : nothing}`;
}

function svgPart(x: string, width: string): TemplateResult {
  return svg`
    <rect class="planned" x=${x} y="0.5" width=${width}
      height="94%"></rect>
  `;
}
