// SPDX-License-Identifier: MIT
/**
 * Which renewal is the first one, where a license was issued shortly before a renewal date.
 *
 * In: the app, a license. Out: the question, while the dates leave it open or once it is answered.
 */

import type { App } from "./app.ts";
import { said } from "./days.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { answerTo } from "./profile.ts";
import { possibleFirsts } from "./renewal_date.ts";
import type { Holding } from "./scene.ts";

/** The question; what new licensees owe, and every duty that counts renewals, depends on it. */
export function firstRenewalView(
  app: App,
  { license, report }: Holding,
): TemplateResult | typeof nothing {
  const { profile } = app.scene;
  const licensed = answerTo(profile, { license: license.id }, "licensed");
  if (!report || typeof licensed !== "string") return nothing;
  const told = profile.firstRenewals[license.id];
  const dates = possibleFirsts(report, licensed, told);
  if (dates.length === 0) return nothing;
  return html`
    <fieldset class="field">
      <legend>Which is your first renewal?</legend>
      <div class="chips">${dates.map((date) =>
        html`<label><input type="radio" name="first-${license.id}" .checked=${
          live(date === told)
        } @change=${() =>
          app.session.change({
            [`first-renewal/${license.id}`]: date,
          })}>${said(date)}</label>`
      )}</div>
      <p
        class="quiet small">Issued on ${said(
          licensed,
        )}, so either may be. Some duties go by it.</p>
    </fieldset>
  `;
}
