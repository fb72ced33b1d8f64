// SPDX-License-Identifier: MIT
/**
 * The credit log: what was earned and is planned, what looks entered twice.
 *
 * In: the app. Out: the list with its form.
 */

import type { Uncounted } from "../engine/report.ts";
import { dollars } from "./allowance.ts";
import { type App, count, hours, shortName, shownNames } from "./app.ts";
import { said } from "./days.ts";
import { duplicates, type Entry } from "./entries.ts";
import { formView, openForm } from "./form_view.ts";
import { html, nothing, repeat, type TemplateResult } from "./html.ts";

/** So many are shown at first. */
const FIRST = 25;

const WHY: Record<Uncounted["why"], string> = {
  date: "it was not earned on days that count",
  category: "its kind is not accepted",
  hours: "it has no hours",
  unit: "nothing says what its unit is worth",
  rate: "what it is worth was not established",
  subject: "no duty asks for it",
  limit: "a limit is used up",
};

/** The log. */
export function logView(app: App): TemplateResult {
  const { scene, ui } = app;
  const { entries } = scene.profile;
  const doubled = duplicates(entries);
  const shown = ui.allEntries ? entries : entries.slice(0, FIRST);
  return html`<section class="screen" aria-labelledby="log">
    <div class="row">
      <h2 id="log">Your credit</h2>
      <button class=${ui.form || entries.length ? "" : "main"} id="add-credit"
        @click=${() => openForm(app)}>Add credit</button>
    </div>
    ${entries.length ? sumView(scene.earned, entries) : nothing}
    ${ui.form?.id === "" ? formView(app, ui.form) : nothing}
    ${
    entries.length === 0 && !ui.form
      ? html`
        <p
          class="quiet">Nothing entered yet. Add what you have earned or planned, or bring in a spreadsheet <a href="#files" @click=${(
            event: Event,
          ) => {
            event.preventDefault();
            app.focusOn("files");
          }}>below</a>.</p>
      `
      : nothing
  }
    <ul class="entries">
      ${
    repeat(shown, (entry) =>
      entry.id, (entry) =>
      ui.form?.id === entry.id
        ? html`<li>${formView(app, ui.form)}</li>`
        : entryView(app, entry, doubled.get(entry.id)))
  }
    </ul>
    ${
    shown.length < entries.length
      ? html`<button class="plain" @click=${() =>
        app.show({ allEntries: true })}>Show all ${entries.length}</button>`
      : nothing
  }
  </section>`;
}

function sumView(earned: Entry[], all: Entry[]): TemplateResult {
  const sum = (entries: Entry[]) =>
    entries.reduce(
      (total, entry) => total + (entry.unit === undefined ? entry.hours : 0),
      0,
    );
  const planned = all.filter((entry) => entry.planned);
  return html`<p class="quiet">${count(earned.length, "entry", "entries")}, ${
    hours(sum(earned))
  } earned${planned.length ? `; ${hours(sum(planned))} planned` : nothing}</p>`;
}

function entryView(
  app: App,
  entry: Entry,
  twin: Entry | undefined,
): TemplateResult {
  const { scene, session } = app;
  const names = {
    ...shownNames(app, "categories"),
    ...shownNames(app, "topics"),
    ...shownNames(app, "formats"),
  };
  const tags = [entry.category, ...entry.topics ?? [], ...entry.formats ?? []]
    .flatMap((id) => id ? names[id] ?? id : []);
  const late = entry.planned && entry.date < scene.today;
  const remove = () => {
    session.change({ [`entry/${entry.id}`]: null }, `Deleted: ${entry.title}.`);
    app.focusOn("notice");
  };
  return html`
    <li class="entry ${entry.planned ? "planned" : ""}">
      <p class="title">${entry.title}</p>
      <p class="hours">${hours(entry.hours, entry.unit ?? "hours")}</p>
      <div>
          <p class="quiet">${said(entry.date)}${entry.price === undefined
            ? nothing
            : ` · ${dollars(entry.price)}`}${tags.length
            ? ` · ${tags.join(" · ")}`
            : nothing}</p>
          ${entry.note ? html`<p class="quiet">${entry.note}</p>` : nothing}
          ${twin
            ? html`
              <p
                class="warn">Entered twice? There is another “${twin
                  .title}” on ${said(
                    twin.date,
                  )}. Both count until you delete one.</p>
            `
            : nothing}
          ${late
            ? html`<p class="warn">Planned for a day that is past. <button class="plain small"
          @click=${() => earn(app, entry)}>I earned it</button></p>`
            : nothing}
          ${countedHow(app, entry).map((text) =>
            html`<p class="quiet">${text}</p>`
          )}
        </div>
      <div class="acts">
        <button class="plain" id="edit-${entry.id}"
          @click=${() => {
            app.show({ form: entry });
            app.focusOn("credit-title");
          }}>Edit<span class="sr"> ${entry.title}</span></button>
        <button class="plain"
          @click=${remove}>Delete<span class="sr"> ${entry
            .title}</span></button>
      </div>
    </li>
  `;
}

function earn(app: App, entry: Entry): void {
  const { planned: _, ...earned } = entry;
  app.session.change(
    { [`entry/${entry.id}`]: earned },
    `Earned: ${entry.title}.`,
  );
}

/** Where the entry counts toward nothing and why, or at another system's rate. */
function countedHow(app: App, entry: Entry): string[] {
  const { holdings, all } = app.scene;
  const index = all.indexOf(entry);
  return holdings.flatMap(({ license, report, planned }) => {
    const shown = planned ?? report;
    const name = shortName(app, license);
    const found = shown?.uncounted.find((item) => item.activity === index);
    if (found) return [`Not counted for ${name}: ${whyNot(found, app)}.`];
    const rate = shown?.converted.find((item) => item.activity === index);
    return rate
      ? [`${name} counts ${hours(rate.hours, license.unit)}. ${rate.text}`]
      : [];
  });
}

function whyNot({ activity, why }: Uncounted, app: App): string {
  return why === "category" && !app.scene.all[activity].category
    ? "say what kind of credit it is; only some kinds are accepted"
    : WHY[why];
}
