// SPDX-License-Identifier: MIT
/**
 * Where a visit begins: a profession and a state, or what is owed to a national body.
 *
 * In: the app. Out: the form that adds a license, first or later.
 */

import type { App } from "./app.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import { answerKey } from "./profile.ts";

/** The way to the first license. */
export function startView(app: App): TemplateResult {
  return html`<section class="start screen" aria-labelledby="choose">
    <h2 id="choose" class="lead">Where are you licensed?</h2>
    <p class="quiet">Nothing that you enter leaves this browser.</p>
    ${addForm(app, "Show what I owe")}
  </section>`;
}

/** The form that adds a license. */
export function addForm(app: App, button: string): TemplateResult {
  const { registry, session, ui } = app;
  const { professions = {}, places = {}, nationals = {} } = registry.index ??
    {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [profession, place] = [data.get("profession"), data.get("place")];
    if (!profession || !place) return;
    app.show({ adding: false, profession: String(profession) });
    const id = String(place);
    if (id in nationals) {
      session.add(id);
      session.change({
        [answerKey({ license: id }, "profession")]: String(profession),
      });
    } else session.add(`${id}-${profession}`);
    app.focusOn("answer");
  };
  return html`
    <form class="start" @submit=${submit}>
      <fieldset>
        <legend>Profession</legend>
        <div class="chips">
          ${Object.entries(professions).map(([id, { name, short }]) =>
            html`
              <label
                title=${name}><input type="radio" name="profession" aria-label="${short}: ${name}" value=${id}
                      required .checked=${ui.profession === id}>${short}</label>
            `
          )}
        </div>
      </fieldset>
      <div class="asks">
          <label class="field"><span class="label">State, or national</span>
            <select name="place" id="state" required>
              <option value="">Choose …</option>
              ${Object.entries(places).map(([code, name]) =>
                html`<option value=${code}>${name}</option>`
              )}
              ${Object.keys(nationals).length === 0 ? nothing : html`
                <optgroup label="National">${Object.entries(nationals).map((
                  [id, name],
                ) => html`<option value=${id}>${name}</option>`)}</optgroup>
              `}
            </select></label>
          <button class="main">${button}</button>
          ${ui.adding
            ? html`<button type="button" class="plain" @click=${() =>
              app.show({ adding: false })}>Cancel</button>`
            : nothing}
        </div>
    </form>
  `;
}
