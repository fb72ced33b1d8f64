// SPDX-License-Identifier: MIT
/**
 * The calculator as a guest on somebody else's page: what it needs there besides being itself.
 *
 * In: the element's class. Out: that class, with checked attributes, themes, readable colors under
 * any style sheet, a way out where a script is missing, and the events `cme-report` and `cme-reset`,
 * which carry nothing about the person.
 */

import type { App } from "../../element/app.ts";
import { html, nothing, type TemplateResult } from "../../element/lit.ts";
import {
  ATTRIBUTES,
  checkLanguage,
  checkNames,
  licensesOf,
  themeOf,
} from "./attributes.ts";
import { corrections, parse, type Rgb } from "./contrast.ts";
import { guestStyles, waitingStyles } from "./guest_styles.ts";

/** What the element's class offers to those that extend it. */
interface Element extends HTMLElement, App {
  licenses: string;
  requestUpdate(): void;
  connectedCallback(): void;
  disconnectedCallback(): void;
  attributeChangedCallback(name: string, old: unknown, to: unknown): void;
  updated(): void;
  render(): TemplateResult;
}
interface ElementClass {
  new (): Element;
  observedAttributes: string[];
}

/** Forms whose page may not submit them, as in a sandbox of scripts alone, still tell of it. */
function submitByHand(event: Event): void {
  const button = (event.target as Element).closest("button");
  if (button?.type !== "submit") return;
  const { form } = button;
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  if (!form.reportValidity()) return;
  const init = { bubbles: true, cancelable: true, submitter: button };
  form.dispatchEvent(new SubmitEvent("submit", init));
}

const PROMISED = ["paper", "ink", "accent", "quiet", "warn"] as const;

/**
 * Make the guest's class.
 * @param home the calculator's own page, to lead to where something is missing; may be "".
 */
export function guestOf(base: typeof HTMLElement, home: string) {
  const Base = base as unknown as ElementClass;
  return class CmeCalculatorGuest extends Base {
    static override get observedAttributes(): string[] {
      return [...new Set([...super.observedAttributes, ...ATTRIBUTES])];
    }

    private readonly corrected = new CSSStyleSheet();
    private readonly scheme = matchMedia("(prefers-color-scheme: dark)");
    /** Room is kept until the data is there, so that nothing below it moves. */
    private waiting = false;
    private live = false;
    private shown = "";
    private hadRecords = false;

    override connectedCallback(): void {
      this.licenses = licensesOf(this, this.registry.index).join(" ");
      this.waiting = this.licenses !== "";
      super.connectedCallback();
      checkNames(this);
      checkLanguage(this);
      if (!this.lang) this.lang = "en";
      const root = this.shadowRoot!;
      root.adoptedStyleSheets = [
        ...root.adoptedStyleSheets.filter((sheet) => sheet !== this.corrected),
        this.corrected,
      ];
      root.addEventListener("click", submitByHand);
      this.scheme.addEventListener("change", this.dress);
      this.live = true;
      this.dress();
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      this.live = false;
      this.scheme.removeEventListener("change", this.dress);
    }

    override attributeChangedCallback(
      name: string,
      old: unknown,
      to: unknown,
    ): void {
      super.attributeChangedCallback(name, old, to);
      if (!this.live || old === to) return;
      if (name === "theme") this.dress();
      if (name === "licenses") {
        this.licenses = licensesOf(this, this.registry.index).join(" ");
        this.session.licenses = [];
        this.session.start({ licenses: this.licenses, link: "" });
        this.requestUpdate();
      }
    }

    override updated(): void {
      super.updated();
      const { session, registry } = this;
      const reports = session.licenses.filter((id) =>
        this.scene?.holdings.some(({ license, report }) =>
          license.id === id && report
        )
      );
      const ready = session.licenses.every((id) =>
        registry.licenses.has(id) || registry.failed.has(`${id}.js`)
      );
      const loaded = registry.files || registry.failed.size > 0;
      if (this.waiting && ready && loaded) {
        this.waiting = false;
        this.dress();
      }
      const date = this.scene?.verified ?? registry.index?.date;
      if (date) this.dataset["date"] = date;
      if (reports.join() !== this.shown) {
        this.shown = reports.join();
        if (reports.length > 0) this.tell("cme-report", reports);
      }
      const has = Object.keys(session.records).length > 0;
      if (this.hadRecords && !has) this.tell("cme-reset", []);
      this.hadRecords = has;
    }

    override render(): TemplateResult {
      const lacks = this.registry.failed.size > 0 && home !== "";
      return html`${lacks ? this.exitView() : nothing}${super.render()}`;
    }

    /** The way out. */
    private exitView(): TemplateResult {
      const there = `${home}#licenses=${this.session.licenses.join(",")}`;
      return html`
        <p class="root exit">Something is missing on this page. <a
          href=${there} target="_blank" rel="noopener"
        >Open the calculator at CME Atlas</a></p>
      `;
    }

    /** Licenses and the data's date: no answers, no credit, no verdict. */
    private tell(name: string, licenses: string[]): void {
      const detail = { licenses, dataDate: this.dataset["date"] ?? "" };
      this.dispatchEvent(
        new CustomEvent(name, { detail, bubbles: true, composed: true }),
      );
    }

    /** Apply the theme, and put right what then could not be read. */
    private readonly dress = (): void => {
      const theme = themeOf(this);
      const base = [
        guestStyles,
        theme === "auto" ? "" : `:host { color-scheme: ${theme} !important; }`,
        this.waiting ? waitingStyles : "",
      ].join("");
      this.corrected.replaceSync(base);
      const given = getComputedStyle(this);
      const set = PROMISED.filter((name) =>
        given.getPropertyValue(`--cme-${name}`).trim() !== ""
      );
      const colors = this.colors();
      const rules = colors ? corrections(colors, set) : [];
      const important = rules.map((rule) => `${rule} !important;`).join("");
      this.corrected.replaceSync(`${base} :host { ${important} }`);
    };

    /** What the variables come to; null where one of them is no opaque color. */
    private colors(): Record<typeof PROMISED[number], Rgb> | null {
      const probe = document.createElement("span");
      probe.hidden = true;
      this.shadowRoot!.append(probe);
      const found: Record<string, Rgb | null> = {};
      for (const name of PROMISED) {
        probe.style.color = `var(--_${name})`;
        found[name] = parse(getComputedStyle(probe).color);
      }
      probe.remove();
      return Object.values(found).includes(null)
        ? null
        : found as Record<typeof PROMISED[number], Rgb>;
    }
  };
}
