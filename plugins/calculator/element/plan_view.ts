// SPDX-License-Identifier: MIT
/**
 * The plan over several licenses: the least credit that satisfies all of them.
 *
 * In: the app. Out: what to earn, of what and by when, and which license each part serves.
 */

import { plan } from "../engine/plan.ts";
import type { PlanItem } from "../engine/report.ts";
import { type App, hours, namesOf, shortName } from "./app.ts";
import { said } from "./days.ts";
import { activity } from "./entries.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import { practitionerFor } from "./profile.ts";
import { flat } from "./sections.ts";

/** The plan; nothing for one license, whose duties say as much. */
export function planView(app: App): TemplateResult | typeof nothing {
  const { holdings, profile, all, today } = app.scene;
  const dated = holdings.flatMap(({ license, asks, renewal }) =>
    license.policy || renewal === null || renewal < today ? [] : [{
      license,
      practitioner: practitionerFor(profile, license.id, asks),
      renewal,
    }]
  );
  if (dated.length < 2) return nothing;
  const { hours: sum, items, unplanned } = plan(
    dated,
    all.map(activity),
    today,
  );
  const which = dated.length === 2 ? "both" : `all ${dated.length}`;
  return html`<section class="screen" aria-labelledby="plan">
    <h2 id="plan">One plan for ${which} licenses</h2>
    ${
    items.length === 0
      ? html`<p>Nothing that is sure is left to earn in hours.</p>`
      : html`
        <p>The least that will do: <b>${hours(
          sum,
        )}</b>${all.length > app.scene.earned.length
          ? " besides what you earned and planned"
          : ""}.</p>
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Earn</th>
              <th scope="col">Of what</th>
              <th scope="col">By</th>
              <th scope="col">Serves</th>
            </tr>
          </thead>
          <tbody>${items.map((item) => itemView(app, item))}</tbody>
        </table>
      `
  }
    ${
    unplanned > 0
      ? html`
        <p
          class="warn">${hours(
            unplanned,
          )} more can no longer be earned in time: ask the board.</p>
      `
      : nothing
  }
  </section>`;
}

function itemView(app: App, item: PlanItem): TemplateResult {
  const { holdings } = app.scene;
  const named = (ids: string[], kind: "topics" | "categories" | "formats") =>
    ids.map((id) => namesOf(holdings, kind)[id] ?? id).join(" or ");
  const what = [
    named(item.topics, "topics") || "Any subject",
    named(item.formats, "formats"),
  ].filter(Boolean).join(", ");
  const kind = named(item.categories, "categories");
  return html`
    <tr>
      <th scope="row">${hours(item.hours)}</th>
      <td><span class="cap">${what}</span>${kind
        ? html`<br><span class="quiet small">${kind}</span>`
        : nothing}</td>
      <td class="date">${said(item.by)}</td>
      <td>${servedBy(app, item)}</td>
    </tr>
  `;
}

/** "Texas MD: medical ethics; Nevada MD: continuing education". */
function servedBy(app: App, { serves }: PlanItem): TemplateResult[] {
  return app.scene.holdings.flatMap(({ license }) => {
    const duties = flat(license.requires);
    const names = serves.filter((served) => served.license === license.id)
      .map((served) =>
        duties.find((duty) => duty.id === served.duty)?.words.label ?? ""
      );
    return names.length > 0
      ? [
        html`<div><b>${shortName(app, license)}:</b> ${names.join("; ")}</div>`,
      ]
      : [];
  });
}
