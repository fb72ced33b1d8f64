// SPDX-License-Identifier: MIT
/**
 * The form for one piece of credit, new or changed.
 *
 * In: the app, the entry to begin with. Out: the form; what it gives goes into the log.
 */

import { type App, categoriesOf, namesOf } from "./app.ts";
import { type Entry, newId } from "./entries.ts";
import { html, nothing, type TemplateResult } from "./html.ts";

/** Open the form for a new entry, with the date and category of the last one. */
export function openForm(app: App): void {
  const last = app.scene.profile.entries[0];
  const category = last?.category ?? categoriesOf(app.scene.holdings)[0]?.[0];
  app.show({
    form: {
      id: "",
      title: "",
      date: app.scene.today,
      hours: 0,
      ...(category ? { category } : {}),
    },
  });
  app.focusOn("credit-title");
}

/** The form. */
export function formView(app: App, entry: Entry): TemplateResult {
  const { holdings } = app.scene;
  const topics = namesOf(holdings, "topics");
  const formats = namesOf(holdings, "formats");
  const isNew = entry.id === "";
  return html`
    <form class="credit" id="credit" aria-label=${isNew
      ? "New credit"
      : "Change credit"} @submit=${(event: SubmitEvent) =>
      take(app, event, entry)}
      @keydown=${(event: KeyboardEvent) => {
        if (event.key === "Escape") close(app, entry);
      }}>
        <div class="fields">
          <label class="field wide"><span class="label">Title</span>
            <input name="title" id="credit-title" required autocomplete="off" .value=${entry
              .title}></label>
          <label class="field"><span class="label">Date</span>
            <input type="date" name="date" required min="1950-01-01" max="2099-12-31" .value=${entry
              .date}></label>
          ${amountView(app, entry)}
          ${categoryView(app, entry)}
        </div>
        ${chips("topics", "Topics it covers", topics, entry.topics)}
        ${chips("formats", "Format", formats, entry.formats)}
        <div class="fields">
          <label class="tick"><input type="checkbox" name="planned" .checked=${entry
            .planned === true}>Planned, not earned yet</label>
          <label class="field"><span class="label">Price in dollars (optional)</span>
            <input type="number" name="price" min="0" step="0.01" inputmode="decimal" .value=${entry
                .price === undefined
              ? ""
              : String(entry.price)}></label>
          <label class="field"><span class="label">Paid days (optional)</span>
            <input type="number" name="days" min="0" step="any" inputmode="decimal" .value=${entry
                .days === undefined
              ? ""
              : String(entry.days)}></label>
          <label class="field"><span class="label">Note (optional)</span>
            <input name="note" autocomplete="off" .value=${entry.note ??
              ""}></label>
        </div>
        <div class="row">
          <button class="main">${isNew ? "Add" : "Save the change"}</button>
          <button type="button" @click=${() =>
            close(app, entry)}>Cancel</button>
        </div>
      </form>
  `;
}

function amountView(app: App, entry: Entry): TemplateResult {
  const units = new Set(
    app.scene.holdings.flatMap(({ license }) => [
      ...license.conversions?.map((item) => item.one) ?? [],
      ...license.rates?.flatMap(({ unit, of }) =>
        unit && of.some((id) => id in license.categories) ? [unit] : []
      ) ?? [],
    ]),
  );
  return html`<div class="field"><label class="label" for="credit-hours">Hours</label>
    <span class="amounts"><input type="number" name="hours" id="credit-hours" required
      min="0.01" max="9999" step="any" inputmode="decimal" .value=${
    entry.hours ? String(entry.hours) : ""
  }>${
    units.size === 0 ? nothing : html`
      <select name="unit"
        aria-label="Unit"><option value="">hours</option>${[...units].map((
          unit,
        ) =>
          html`<option value=${unit} .selected=${
            unit === entry.unit
          }>${unit}</option>`
        )}</select>
    `
  }</span></div>`;
}

function categoryView(app: App, entry: Entry): TemplateResult | typeof nothing {
  const names = categoriesOf(app.scene.holdings);
  const foreign = entry.category !== undefined &&
    !names.some(([id]) => id === entry.category);
  if (foreign && entry.category) names.push([entry.category, entry.category]);
  if (names.length === 0) return nothing;
  return html`<label class="field"><span class="label">Kind of credit</span>
    <select name="category">
      ${
    names.map(([id, name]) =>
      html`<option value=${id} .selected=${
        id === entry.category
      }>${name}</option>`
    )
  }
      <option value="" .selected=${!entry.category}>another kind</option>
    </select></label>`;
}

function chips(
  name: string,
  label: string,
  names: Record<string, string>,
  chosen: string[] = [],
): TemplateResult | typeof nothing {
  const all = Object.entries(names)
    .sort(([, one], [, other]) => one < other ? -1 : 1);
  if (all.length === 0) return nothing;
  return html`
    <fieldset>
      <legend>${label}</legend>
      <div class="chips">${all.map(([id, text]) =>
        html`<label><input type="checkbox" name=${name} value=${id} .checked=${
          chosen.includes(id)
        }><span class="cap">${text}</span></label>`
      )}</div>
    </fieldset>
  `;
}

function take(app: App, event: SubmitEvent, before: Entry): void {
  event.preventDefault();
  const data = new FormData(event.target as HTMLFormElement);
  const text = (name: string) => String(data.get(name) ?? "").trim();
  const all = (name: string) => data.getAll(name).map(String);
  const entry: Entry = {
    id: before.id || newId(),
    title: text("title"),
    date: text("date"),
    hours: Number(text("hours")),
  };
  if (text("unit")) entry.unit = text("unit");
  if (text("category")) entry.category = text("category");
  // Topics and formats of licenses not shown now stay as they were.
  const known = (kind: "topics" | "formats") =>
    namesOf(app.scene.holdings, kind);
  for (const kind of ["topics", "formats"] as const) {
    const hidden = (before[kind] ?? []).filter((id) => !(id in known(kind)));
    const chosen = [...hidden, ...all(kind)];
    if (chosen.length > 0) entry[kind] = chosen;
  }
  if (data.has("planned")) entry.planned = true;
  if (text("price")) entry.price = Number(text("price"));
  if (text("days")) entry.days = Number(text("days"));
  if (text("note")) entry.note = text("note");
  const word = before.id ? "Changed" : "Added";
  app.show({ form: null });
  app.session.change(
    { [`entry/${entry.id}`]: entry },
    `${word}: ${entry.title}.`,
  );
  app.focusOn("add-credit");
}

function close(app: App, entry: Entry): void {
  app.show({ form: null });
  app.focusOn(entry.id ? `edit-${entry.id}` : "add-credit");
}
