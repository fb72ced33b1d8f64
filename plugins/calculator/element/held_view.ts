// SPDX-License-Identifier: MIT
/**
 * The licenses held, and when each is renewed.
 *
 * In: the app. Out: the list of licenses with their dates.
 */

import { type App, count, shortName } from "./app.ts";
import { MONTHS, said } from "./days.ts";
import { firstRenewalView } from "./first_renewal_view.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { valueOf } from "./inputs.ts";
import { answerKey } from "./profile.ts";
import type { Need } from "./renewal_date.ts";
import type { Holding } from "./scene.ts";
import { addForm } from "./start_view.ts";

/** The licenses. */
export function heldView(app: App): TemplateResult {
  const { session, registry, scene, ui } = app;
  const hidden = session.hidden().length;
  const missing = session.licenses.filter((id) => !registry.licenses.has(id));
  return html`<section class="screen" aria-label="Your licenses">
    <ul class="held">
      ${scene.holdings.map((holding) => licenseView(app, holding))}
      ${missing.map((id) => missingView(app, id))}
    </ul>
    ${
    app.locked ? nothing : ui.adding ? addForm(app, "Add") : html`
      <button
        class="plain" id="add-license"
        @click=${() => {
          app.show({ adding: true });
          app.focusOn("state");
        }}>Add a license in another state or profession</button>
    `
  }
${
    app.locked || hidden === 0 ? nothing : html`
      <button class="plain"
        @click=${() => session.showAll()}>Show the ${count(
          hidden,
          "other license",
        )} that you saved</button>
    `
  }
  </section>`;
}

function missingView(app: App, id: string): TemplateResult {
  if (app.registry.outdated.has(id)) {
    return html`
      <li>
        <p
          class="warn">This site was renewed after you opened the page. Save or download
            what you entered, then reload the page to see the rules for ${id}.</p>
      </li>
    `;
  }
  return app.registry.failed.has(`${id}.js`)
    ? html`<li><p class="warn">The rules for ${id} could not be loaded.</p>
      <button @click=${() => app.registry.retry()}>Try again</button></li>`
    : html`
      <li>
        <p class="quiet">Loading the rules …</p>
      </li>
    `;
}

function licenseView(app: App, holding: Holding): TemplateResult {
  const { license } = holding;
  const name = shortName(app, license);
  return html`<li>
    <p>${
    license.policy
      ? html`<b>${license.place}</b>: its own policy, not the law`
      : license.noun
      ? html`<b>${license.name}</b>`
      : html`<b>${license.name}</b> in ${license.place}`
  } <span class="quiet">· ${license.answer}</span></p>
    ${
    app.locked || license.policy ? nothing : html`
      <button class="plain small"
        @click=${() =>
          app.session.remove(
            license.id,
            name,
          )}>Remove<span class="sr"> ${name}</span></button>
    `
  }
    <div class="when">${renewalView(app, holding)} ${
    license.confidence === "low"
      ? html`
        <p
          class="warn small">Low confidence: no official text was read. Check with the board before you rely on it.</p>
      `
      : nothing
  }</div>
  </li>`;
}

function renewalView(app: App, holding: Holding): TemplateResult {
  const { license, renewal, possible, rule, chosen } = holding;
  const editing = app.ui.dating === license.id;
  const noun = license.noun ?? "license";
  if (renewal !== null && !editing) {
    const past = renewal < app.scene.today;
    return html`<p>${license.policy ? "Due" : "Renews"} <b>${said(renewal)}</b>
      ${past ? html`<span class="warn">(past)</span>` : nothing}
      <button class="plain small" @click=${() => {
      app.show({ dating: license.id });
      app.focusOn(`date-${license.id}`);
    }}>Change<span class="sr"> the date for ${
      shortName(app, license)
    }</span></button></p>
      ${chosen ? nothing : html`<p class="quiet small">${rule.text}</p>`}
      ${firstRenewalView(app, holding)}`;
  }
  const asked = possible.needs.map((need) => needView(app, holding, need));
  return html`
    ${editing ? nothing : html`<p><b>When do you renew?</b></p>`}
    <p class="quiet small">${rule.text}</p>
    <div class="asks">
      ${asked}
      ${possible.dates.length > 1 ? datesView(app, holding) : nothing}
      <label class="field"><span class="label">${asked.length ||
          possible.dates.length > 1
        ? `Or the date on your ${noun}`
        : `The date on your ${noun}`}</span>
        <input type="date" id="date-${license.id}" .value=${live(renewal ?? "")}
          min="2000-01-01" max="2099-12-31"
          @change=${(event: Event) =>
            setDate(app, license.id, valueOf(event))}></label>
      ${editing
        ? html`<button @click=${() => app.show({ dating: null })}>Done</button>
        ${
          chosen
            ? html`<button class="plain" @click=${() => {
              setDate(app, license.id, null);
            }}>Back to the rule’s own date</button>`
            : nothing
        }`
        : nothing}
    </div>
  `;
}

/** Which of several possible dates it is, only the license shows. */
function datesView(app: App, { license, possible, renewal }: Holding) {
  return html`
    <fieldset class="field">
      <legend>Which one does your license show?</legend>
      <div class="chips">${possible.dates.map((date) =>
        html`<label><input type="radio" name="which-${license.id}"
        .checked=${live(date === renewal)}
        @change=${() => setDate(app, license.id, date)}>${said(date)}</label>`
      )}</div>
    </fieldset>
  `;
}

function setDate(app: App, license: string, date: string | null): void {
  if (date === "" || (date !== null && !/^20\d\d-/.test(date))) return;
  app.show({ dating: null });
  app.session.change({ [`renewal/${license}`]: date });
}

const LABELS: Record<Need, string> = {
  "birth-month": "Your birth month",
  "birth-day": "Day of birth",
  "birth-year": "Year of birth",
  "licensed": "License first issued",
  "license-number": "License number (its digits)",
};

/** Ask for one thing that the date goes by. */
function needView(
  app: App,
  { license: { id }, ruler }: Holding,
  need: Need,
): TemplateResult {
  const license = ruler;
  const label = ruler === id
    ? LABELS[need]
    : `${LABELS[need]} (${ruler.slice(3).toUpperCase()} license)`;
  const { profile } = app.scene;
  if (need === "birth-month") {
    return html`<label class="field"><span class="label">${label}</span>
      <select id="birth-month" @change=${(event: Event) =>
      setBirth(app, "month", valueOf(event))}>
        <option value="">Choose …</option>
        ${
      MONTHS.map((name, index) =>
        html`<option value=${index + 1} .selected=${
          profile.birth.month === index + 1
        }>${name}</option>`
      )
    }</select></label>`;
  }
  if (need === "licensed") {
    return html`<label class="field"><span class="label">${label}</span>
      <input type="date" max=${app.scene.today} .value=${
      live(String(profile.answers[`${license}/licensed`] ?? ""))
    } @change=${(event: Event) => {
      const date = valueOf(event);
      if (/^(19|20)\d\d-/.test(date)) {
        app.session.change({ [answerKey({ license }, "licensed")]: date });
      }
    }}></label>`;
  }
  if (need === "license-number") {
    const key = answerKey({ license }, need);
    return html`<label class="field"><span class="label">${label}</span>
      <input inputmode="numeric" @change=${(event: Event) => {
      const digits = valueOf(event).replace(/\D/g, "");
      app.session.change({ [key]: digits ? Number(digits) : null });
    }}></label>`;
  }
  const part = need === "birth-day" ? "day" : "year";
  return html`<label class="field"><span class="label">${label}</span>
    <input type="number" inputmode="numeric"
      min=${part === "day" ? 1 : 1900} max=${part === "day" ? 31 : 2020}
      .value=${live(String(profile.birth[part] ?? ""))}
      @change=${(event: Event) =>
    setBirth(app, part, valueOf(event))}></label>`;
}

/** Keep one part of the date of birth. */
function setBirth(
  app: App,
  part: "month" | "day" | "year",
  value: string,
): void {
  const number = Number(value);
  const most = { month: 12, day: 31, year: 2099 }[part];
  const birth = { ...app.scene.profile.birth };
  if (number >= (part === "year" ? 1900 : 1) && number <= most) {
    birth[part] = number;
  } else delete birth[part];
  app.session.change({ birth });
}
