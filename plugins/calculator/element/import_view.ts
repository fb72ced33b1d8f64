// SPDX-License-Identifier: MIT
/**
 * Bringing in a file: what each column means, what each name means, what could not be read.
 *
 * In: the app, a file. Out: entries in the log; lines that could not be read are told, each with
 * its number and what is wrong, and can be downloaded to mend them.
 */

import {
  type App,
  categoriesOf,
  count,
  type Imported,
  type Importing,
  namesOf,
} from "./app.ts";
import {
  faultsFile,
  type Field,
  guessFields,
  guessId,
  type Mapping,
  type Names,
  ofState,
  tableOf,
  textsOf,
  toEntries,
} from "./columns.ts";
import { decode, readCsv } from "./csv.ts";
import { type Entry, words } from "./entries.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import { download, valueOf } from "./inputs.ts";
import { read } from "./saved.ts";

const FIELDS: Record<Field, string> = {
  date: "Date",
  title: "Title",
  hours: "Hours",
  category: "Kind of credit",
  topics: "Topics",
  unit: "Unit",
  formats: "Format",
  price: "Price",
  days: "Paid days",
  planned: "Planned?",
  note: "Keep as a note",
  skip: "Leave out",
};

/** Read the file that was chosen. */
export async function takeFile(app: App, event: Event): Promise<void> {
  const input = event.target as HTMLInputElement;
  const [file] = input.files ?? [];
  if (!file) return;
  const bytes = new Uint8Array(await file.arrayBuffer());
  input.value = "";
  if (isWorkbook(bytes)) {
    return told(app, {
      text: "This is a workbook. In your spreadsheet, save it as CSV first.",
      faults: [],
      file: "",
    });
  }
  const text = decode(bytes);
  if (text.trimStart().startsWith("{")) return takeSave(app, text);
  const table = tableOf(readCsv(text.replace(/^\ufeff/, "")));
  const fields = guessFields(table);
  const mapping = named(app, table, {
    fields,
    categories: {},
    topics: {},
    formats: {},
    otherwise: categoriesOf(app.scene.holdings)[0]?.[0] ?? "",
  });
  app.show({
    importing: { name: file.name, table, mapping },
    imported: null,
  });
  app.focusOn("importing");
}

/** Fill in what each name in the table may mean, where that is not told yet. */
function named(
  app: App,
  table: Importing["table"],
  mapping: Mapping,
): Mapping {
  const { vocabulary } = app.registry;
  if (!vocabulary) return mapping;
  const formats = Object.fromEntries(
    Object.entries(namesOf(app.scene.holdings, "formats"))
      .map(([id, name]) => [id, [name]]),
  );
  const topics = namesOf(app.scene.holdings, "topics");
  const guess = (field: Field, names: Names, told: Record<string, string>) =>
    Object.fromEntries(
      textsOf(table, mapping.fields, field).map((text) => [
        text,
        told[text] ?? ofState(guessId(text, names), topics),
      ]),
    );
  return {
    ...mapping,
    categories: guess("category", vocabulary.categories, mapping.categories),
    topics: guess("topics", vocabulary.topics, mapping.topics),
    formats: guess("formats", formats, mapping.formats),
  };
}

/** Excel's own files are archives, or older than those. */
function isWorkbook([one, two]: Uint8Array): boolean {
  return one === 0x50 && two === 0x4b || one === 0xd0 && two === 0xcf;
}

function told(app: App, imported: Imported): void {
  app.show({ imported, importing: null });
  app.focusOn("imported");
}

function takeSave(app: App, text: string): void {
  const found = read(text);
  const imported: Imported = { text: "", faults: [], file: "" };
  if (found.is === "newer") {
    imported.text =
      "A newer version of this page wrote this file. Reload the page and try again.";
  } else if (found.is !== "read") {
    imported.text =
      "This file cannot be read: it is damaged, or not from here.";
  } else {
    const entries = Object.entries(found.records)
      .filter(([key, { value }]) => key.startsWith("entry/") && value !== null);
    app.session.merge(found.records);
    imported.text = `Brought in ${count(entries.length, "entry", "entries")}.`;
    imported.faults = found.lost.map((key) => `${key} could not be read`);
  }
  told(app, imported);
}

/** The mapping step. */
export function importingView(app: App, importing: Importing): TemplateResult {
  const { name, table, mapping } = importing;
  const set = (mapping: Mapping) =>
    app.show({
      importing: { ...importing, mapping: named(app, table, mapping) },
    });
  const vocabulary = app.registry.vocabulary ?? { categories: {}, topics: {} };
  const result = toEntries(table, mapping);
  const good = result.entries.length;
  const bad = result.faults.length;
  return html`
    <div class="importing wide" id="importing" tabindex="-1" role="group"
      aria-label="Bring in ${name}">
        <h3>${name}: ${count(table.rows.length, "line")}</h3>
        <p class="quiet">What does each column hold?</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Columns"><table>
          <thead><tr>${table.heads.map((head, index) =>
            html`<th scope="col">${head}<br><select aria-label="Column ${head}"
        @change=${(event: Event) => {
              const fields = mapping.fields.map((field, other) =>
                other === index
                  ? valueOf(event) as Field
                  : field === valueOf(event) && field !== "note" &&
                      field !== "skip"
                  ? "note"
                  : field
              );
              set({ ...mapping, fields });
            }}>${
              Object.entries(FIELDS).map(([field, label]) =>
                html`<option value=${field} .selected=${
                  mapping.fields[index] === field
                }>${label}</option>`
              )
            }</select></th>`
          )}</tr></thead>
          <tbody>${table.rows.slice(0, 3).map(({ cells }) =>
            html`<tr>${
              table.heads.map((_, index) =>
                html`<td>${cells[index] ?? ""}</td>`
              )
            }</tr>`
          )}</tbody></table></div>
        ${meaningsView(
          "Kinds of credit",
          vocabulary.categories,
          mapping.categories,
          (
            categories,
          ) => set({ ...mapping, categories }),
        )}
        ${meaningsView(
          "Topics",
          vocabulary.topics,
          mapping.topics,
          (topics) => set({ ...mapping, topics }),
        )}
        <label class="field">
          <span class="label">Lines that name no kind of credit are</span>
          <select @change=${(event: Event) =>
            set({ ...mapping, otherwise: valueOf(event) })}>
            ${categoriesOf(app.scene.holdings).map(([id, name]) =>
              html`<option value=${id} .selected=${
                id === mapping.otherwise
              }>${name}</option>`
            )}
            <option value="" .selected=${mapping.otherwise ===
              ""}>another kind</option>
          </select></label>
        <p class="row"><button class="main" ?disabled=${good === 0}
          @click=${() => finish(app, importing)}>Bring in ${count(
            good,
            "line",
          )}</button>
          <button @click=${() => {
            app.show({ importing: null });
            app.focusOn("files");
          }}>Cancel</button></p>
        ${bad
          ? html`
            <p
              class="warn">${count(
                bad,
                "line",
              )} cannot be read as the columns are now; you will see which, and why.</p>
          `
          : nothing}
      </div>
  `;
}

function meaningsView(
  label: string,
  names: Names,
  told: Record<string, string>,
  set: (told: Record<string, string>) => void,
): TemplateResult | typeof nothing {
  const all = Object.entries(told);
  if (all.length === 0) return nothing;
  const unsure = all.filter(([, id]) => id === "").length;
  return html`
    <details ?open=${unsure > 0}>
      <summary>${label}: ${count(all.length, "name")}${unsure
        ? `, ${unsure} to tell`
        : ""}</summary>
      <div class="fields">${all.map(([text, id]) =>
        html`<label class="field"><span class="label">${text}</span>
        <select @change=${(event: Event) =>
          set({ ...told, [text]: valueOf(event) })}>
          <option value="">Keep as a note</option>
          ${
          Object.entries(names).map(([key, [name]]) =>
            html`<option value=${key} .selected=${key === id}>${name}</option>`
          )
        }</select></label>`
      )}</div>
    </details>
  `;
}

/** Put the lines into the log, but for those that are there already. */
function finish(app: App, { table, mapping }: Importing): void {
  const { entries, faults } = toEntries(table, mapping);
  const there = new Set(app.scene.profile.entries.map(sign));
  const fresh = entries.filter((entry) => !there.has(sign(entry)));
  const known = entries.length - fresh.length;
  const changes = Object.fromEntries(
    fresh.map((entry) => [`entry/${entry.id}`, entry]),
  );
  app.show({
    importing: null,
    imported: {
      text: `Brought in ${count(fresh.length, "line")}.${
        known ? ` ${count(known, "line")} were in your log already.` : ""
      }${
        faults.length
          ? ` ${count(faults.length, "line")} could not be read:`
          : ""
      }`,
      faults: faults.map(({ row, problem }) => `Line ${row.line}: ${problem}`),
      file: faults.length ? faultsFile(table, faults) : "",
    },
  });
  app.session.change(changes, `Brought in ${count(fresh.length, "line")}.`);
  app.focusOn("imported");
}

function sign({ date, title, hours }: Entry): string {
  return `${date} ${hours} ${words(title)}`;
}

/** What came of it. */
export function importedView(app: App, imported: Imported): TemplateResult {
  const { text, faults, file } = imported;
  return html`<div class="wide ${
    faults.length ? "alarm" : ""
  }" id="imported" tabindex="-1">
    <p>${text}</p>
    ${
    faults.length
      ? html`<ul class="small">${
        faults.map((fault) => html`<li>${fault}</li>`)
      }</ul>`
      : nothing
  }
    <p class="row">${
    file
      ? html`<button @click=${() =>
        download(
          "cme-lines-to-mend.csv",
          file,
        )}>Download these lines to mend them</button>`
      : nothing
  }<button class="plain" @click=${() => {
    app.show({ imported: null });
    app.focusOn("files");
  }}>Close</button></p>
  </div>`;
}
