// SPDX-License-Identifier: MIT
/**
 * What the visitor should know: the last change with its way back, and trouble with saving.
 *
 * In: the app. Out: a live region, and warnings with what can be done.
 */

import type { App } from "./app.ts";
import { download } from "./inputs.ts";
import { html, nothing, type TemplateResult } from "./html.ts";
import type { Trouble } from "./session.ts";

const TROUBLE: Record<Trouble, string> = {
  damaged:
    "What you saved here is damaged and cannot be read. It is kept as it is; nothing is written over it.",
  newer:
    "A newer version of this page saved here. It is kept as it is; reload the page to read it.",
  blocked:
    "This browser does not let the page save here. Download what you enter before you leave.",
  lost:
    "Parts of what you saved could not be read. The rest is shown, and the whole is kept aside.",
  "kept apart":
    "You opened a link. What you saved here is untouched and not shown.",
};

/** The last change, read out by screen readers. */
export function noticeView(app: App): TemplateResult {
  const { notice } = app.session;
  return html`
    <div role="status" id="notice" tabindex="-1"
      class="screen ${notice ? "notice" : "sr"}">${notice
        ? html`<span>${notice.text}</span>${
          notice.undo
            ? html`<button class="plain" @click=${notice.undo}>Undo</button>`
            : nothing
        }`
        : nothing}</div>
  `;
}

/** Trouble with saving. */
export function troubleView(app: App): TemplateResult | typeof nothing {
  const { session } = app;
  const { trouble } = session;
  if (!trouble) return nothing;
  const readable = trouble === "blocked" || trouble === "kept apart";
  return html`
    <div class="alarm screen" role="alert">
      <p>${TROUBLE[trouble]}</p>
      <p class="row">
          ${readable ? nothing : html`<button @click=${() =>
            download(
              "cme-atlas-kept.txt",
              session.unreadable(),
            )}>Download it</button>`}
          ${trouble === "damaged" || trouble === "newer"
            ? html`<button @click=${() =>
              session.setAside()}>Put it aside and save anew</button>`
            : nothing}
          ${trouble === "kept apart"
            ? html`<button @click=${() =>
              session.openSaved()}>Open what I saved</button>`
            : nothing}
        </p>
    </div>
  `;
}
