// SPDX-License-Identifier: MIT
/**
 * Keeping, sharing, taking away and bringing in: saving in the browser, the share link, files.
 *
 * In: the app. Out: the controls. Nothing leaves the browser but by the visitor's own hand.
 */

import type { App } from "./app.ts";
import { calendar } from "./calendar.ts";
import { writeCsv } from "./csv.ts";
import { events, logRows, templateRows } from "./exports.ts";
import { importedView, importingView, takeFile } from "./import_view.ts";
import { html, live, nothing, type TemplateResult } from "./html.ts";
import { download } from "./inputs.ts";
import { write } from "./saved.ts";
import { linkText } from "./share.ts";

/** All of it. */
export function filesView(app: App): TemplateResult {
  const { session, scene, ui } = app;
  const some = scene.profile.entries.length > 0;
  return html`<div class="keep screen">
    ${ui.importing ? importingView(app, ui.importing) : nothing}
    ${ui.imported ? importedView(app, ui.imported) : nothing}
    <section aria-labelledby="keep">
      <h2 id="keep">Keep it</h2>
      <label class="tick"><input type="checkbox" .checked=${
    live(session.saving)
  }
        @change=${(event: Event) =>
    session.setSaving(
      (event.target as HTMLInputElement).checked,
    )}>Save in this browser</label>
      <p class="quiet small">${
    session.saving
      ? "Saved here after each change. Nothing is sent anywhere."
      : "Nothing is saved unless you ask, and nothing is sent anywhere."
  }</p>
      <button class="plain" @click=${() =>
    session.forget()}>Forget everything</button>
    </section>
    <section aria-labelledby="files">
      <h2 id="files" tabindex="-1">Bring in, take away</h2>
      <label class="field"><span class="label">Bring in credit: a table (CSV) from any spreadsheet, or a file from here (JSON)</span>
        <input type="file" id="file" accept=".csv,.tsv,.txt,.json,text/csv,application/json"
          @change=${(event: Event) => takeFile(app, event)}></label>
      <p class="row">
        ${
    offer("A table to fill in", "cme-template.csv", () =>
      writeCsv(templateRows(app)))
  }
        ${
    some
      ? html`${
        offer(
          "Table (CSV)",
          "cme-credit.csv",
          () => writeCsv(logRows(app)),
        )
      }
        <button class="plain" @click=${() =>
        globalThis.print()}>Print for an auditor</button>`
      : nothing
  }
        ${
    offer("Everything (JSON)", "cme-atlas.json", () => write(session.records))
  }
        ${
    scene.holdings.some(({ report }) => report)
      ? offer("Calendar with reminders", "cme-renewals.ics", () =>
        calendar(events(app), scene.today))
      : nothing
  }
      </p>
    </section>
    ${shareView(app)}
  </div>`;
}

/** A button that downloads a text, made when it is pressed. */
function offer(
  label: string,
  name: string,
  text: () => string,
): TemplateResult {
  return html`
    <button class="plain"
      @click=${() => download(name, text())}>${label}</button>
  `;
}

function shareView(app: App): TemplateResult | typeof nothing {
  const { session } = app;
  if (session.licenses.length === 0) return nothing;
  const link = `${app.page}#${linkText(session.licenses, session.records)}`;
  const copy = async (event: Event) => {
    const button = event.target as HTMLElement;
    try {
      await navigator.clipboard.writeText(link);
      session.notice = { text: "The link is copied." };
    } catch {
      session.notice = { text: "Copy the link from the field." };
      button.parentElement?.querySelector("input")?.select();
    }
    app.show({});
  };
  return html`
    <section aria-labelledby="share">
      <h2 id="share">Share</h2>
      <label
        class="field"><span class="label">This link holds your licenses, dates and answers, never your credit</span>
          <input class="link" readonly .value=${link}></label>
      <button @click=${copy}>Copy the link</button>
    </section>
  `;
}
