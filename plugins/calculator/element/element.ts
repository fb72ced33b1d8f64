// SPDX-License-Identifier: MIT
/**
 * The element's shell: attributes, the clock (read once), storage, events; and the order of parts.
 *
 * In: `<cme-calculator licenses="ca-md nv-md" lock page="…">`. `licenses`: shown from the start.
 * `lock`: they cannot be changed. `page`: where a share link leads, by default the page itself.
 * Out: the calculator.
 */

import type { App, Ui } from "./app.ts";
import { dayOfClock, said } from "./days.ts";
import { html, LitElement, nothing, type TemplateResult } from "./lit.ts";
import { noticeView, troubleView } from "./notice_view.ts";
import { startView } from "./start_view.ts";
import type { Registry } from "./registry.ts";
import { linkedTo } from "./linked.ts";
import { under } from "./records.ts";
import type { Scene } from "./scene.ts";
import { Session } from "./session.ts";
import { Keeper } from "./storage.ts";
import { styles } from "./styles.ts";

/** Data older than this may be wrong. */
const OLD = 365 * 86_400_000;

/** Make the element's class, over the data that the page loads. */
export function elementOf(registry: Registry): typeof HTMLElement {
  return class CmeCalculator extends LitElement implements App {
    static override styles = styles;
    static override properties = {
      licenses: {},
      lock: { type: Boolean },
      page: {},
    };
    declare licenses: string;
    declare lock: boolean;
    declare page: string;

    readonly registry = registry;
    readonly session: Session;
    scene!: Scene;
    ui: Ui = {
      form: null,
      dating: null,
      profession: "",
      importing: null,
      imported: null,
      allEntries: false,
      adding: false,
    };
    private readonly today = dayOfClock(new Date());
    private stop: () => void = () => {};
    private wanted = { id: "", still: false };

    constructor() {
      super();
      this.licenses = "";
      this.lock = false;
      this.page = "";
      const keeper = new Keeper(() => globalThis.localStorage);
      this.session = new Session(keeper, () => this.requestUpdate());
    }

    get locked(): boolean {
      return this.lock;
    }

    override connectedCallback(): void {
      super.connectedCallback();
      const { hash, href } = globalThis.location;
      this.page ||= href.split("#")[0];
      this.session.start({
        licenses: this.licenses,
        link: this.lock || this.licenses ? "" : hash,
      });
      this.stop = registry.listen(() => this.requestUpdate());
      globalThis.addEventListener("storage", this.onStorage);
      globalThis.addEventListener("beforeunload", this.onLeave);
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      this.stop();
      globalThis.removeEventListener("storage", this.onStorage);
      globalThis.removeEventListener("beforeunload", this.onLeave);
    }

    show(change: Partial<Ui>): void {
      this.ui = { ...this.ui, ...change };
      if (change.form) this.session.notice = null;
      this.requestUpdate();
    }

    focusOn(id: string, still = false): void {
      this.wanted = { id, still };
      this.requestUpdate();
    }

    protected override willUpdate(): void {
      const { session } = this;
      if (session.licenses.length === 0) return;
      registry.wantRest();
      for (const id of session.licenses) {
        registry.want(id);
        const license = registry.licenses.get(id);
        if (license) linkedTo(license).forEach((other) => registry.want(other));
      }
      if (registry.work) {
        this.scene = registry.work.sceneOf(
          session.records,
          [...session.licenses, ...registry.policiesFor(session.licenses)],
          registry.licenses,
          this.today,
        );
      }
    }

    protected override updated(): void {
      // A page that prints may then leave out what is around the sheet for an auditor.
      this.toggleAttribute("data-entered", this.hasEntries());
      const { id, still } = this.wanted;
      if (!id) return;
      const found = this.renderRoot.querySelector<HTMLElement>(
        `#${CSS.escape(id)}`,
      );
      // What is not there yet may come with the data.
      if (!found) return;
      this.wanted = { id: "", still: false };
      // What is folded away is reached through what unfolds it.
      const fold = found.closest("details:not([open])")
        ?.querySelector<HTMLElement>("summary");
      (fold ?? found).focus({ preventScroll: still });
    }

    protected override render(): TemplateResult {
      return html`<div class="root">
        ${troubleView(this)} ${this.mainView()} ${this.dateView()} ${
        noticeView(this)
      }
      </div>`;
    }

    private mainView(): TemplateResult {
      const { work, files, index, failed } = registry;
      if (this.session.licenses.length === 0) return startView(this);
      if (!work) {
        return failed.has(index?.work ?? "")
          ? this.failedView("The calculator could not be loaded.")
          : html`<p class="quiet">Loading the rules …</p>`;
      }
      return html`${work.workView(this)} ${
        failed.has(index?.files ?? "")
          ? this.failedView("The part for files could not be loaded.")
          : nothing
      } ${files?.filesView(this)} ${files?.printView(this)}`;
    }

    private failedView(text: string): TemplateResult {
      return html`<section class="screen"><p class="warn">${text}</p>
        <button @click=${() => registry.retry()}>Try again</button></section>`;
    }

    /** The date of the data is always in sight. */
    private dateView(): TemplateResult {
      const date = this.scene?.verified ?? registry.index?.date;
      if (!date) {
        return html`<p class="foot warn">The data could not be loaded. Reload the page.</p>`;
      }
      const old = Date.parse(this.today) - Date.parse(date) > OLD;
      return html`
        <p
          class="foot small screen ${old
            ? "warn"
            : "quiet"}">Rules checked ${said(date)}.${old
            ? " That is more than a year ago: they may have changed."
            : ""} A reference, not legal advice: your board decides.</p>
      `;
    }

    private readonly onStorage = (event: StorageEvent): void => {
      this.session.heard(event.key);
    };

    /** Ask before credit that is saved nowhere is lost. */
    private readonly onLeave = (event: BeforeUnloadEvent): void => {
      if (this.hasEntries() && !this.session.saving) event.preventDefault();
    };

    private hasEntries(): boolean {
      return Object.keys(under(this.session.records, "entry/")).length > 0;
    }
  };
}
