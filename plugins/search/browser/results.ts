/**
 * The search page: all hits, five first, narrowed by state, profession and topic.
 *
 * In: the field, the page's region for results, the address (?q=…&state=…&profession=…&topic=…).
 * Out: the hits in that region and the address kept in step. Without a query the page shows its
 * plain index of everything.
 */

import type { Catalog } from "./catalog.ts";
import { choices, type Chosen, FACETS, narrowed } from "./facets.ts";
import type { Place } from "./load.ts";
import { type Hit, type Results, search } from "./ranking.ts";
import { suggestions } from "./spelling.ts";
import { words } from "./text.ts";
import { element } from "../../building/browser/element.ts";
import { count, item, remark } from "./view.ts";

const FIRST = 5;
const MORE = 20;
const LABELS = { state: "State", profession: "Profession", topic: "Topic" };

/** Keeps the results in step with the field and the choices. */
export class ResultsPage {
  private readonly facets = element("div", { class: "facets" });
  private readonly status = element("p", { class: "count", role: "status" });
  private readonly list = element("ol", { class: "hits" });
  private readonly after = element("div", { class: "after" });
  private chosen: Chosen = {};
  private shown = FIRST;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly region: HTMLElement,
    private readonly everything: HTMLElement,
    private readonly place: Place,
  ) {
    region.append(this.facets, this.status, this.list, this.after);
    input.addEventListener("input", () => {
      this.shown = FIRST;
      this.keepAddress();
      this.show();
    });
    input.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.list.querySelector("a")?.focus();
    });
    addEventListener("popstate", () => this.readAddress());
    this.readAddress();
  }

  private readAddress(): void {
    const asked = new URLSearchParams(location.search);
    this.input.value = asked.get("q") ?? "";
    this.chosen = {};
    for (const facet of FACETS) {
      const value = asked.get(facet);
      if (value) this.chosen[facet] = `${facet}:${value}`;
    }
    this.shown = FIRST;
    this.show();
  }

  private keepAddress(): void {
    const asked = new URLSearchParams();
    if (this.input.value.trim()) asked.set("q", this.input.value.trim());
    for (const facet of FACETS) {
      const code = this.chosen[facet];
      if (code) asked.set(facet, code.slice(facet.length + 1));
    }
    const query = asked.toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  private async show(): Promise<void> {
    const query = this.input.value.trim();
    this.everything.hidden = Boolean(query);
    this.region.hidden = !query;
    if (!query) return;
    try {
      const catalog = await this.place.catalog();
      if (query === this.input.value.trim()) {
        this.fill(search(query, catalog), catalog);
      }
    } catch {
      this.everything.hidden = false;
      this.status.textContent =
        "The answers could not be loaded. Everything is listed below.";
    }
  }

  private fill(results: Results, catalog: Catalog): void {
    const hits = narrowed(results.hits, this.chosen);
    this.facets.hidden = !results.hits.length;
    this.facets.replaceChildren(
      ...FACETS.map((facet) => this.facet(facet, results, catalog)),
    );
    this.status.textContent = `${count(hits.length)}. ${remark(results)}`;
    this.list.replaceChildren(
      ...hits.slice(0, this.shown).map((hit) => item(hit, this.place)),
    );
    if (!results.hits.length) {
      this.after.replaceChildren(...this.wayOn(catalog));
    } else this.after.replaceChildren(...this.more(hits));
  }

  private facet(
    facet: typeof FACETS[number],
    results: Results,
    catalog: Catalog,
  ): HTMLElement {
    const select = element("select", { id: `facet-${facet}` });
    select.append(element("option", { value: "" }, "Any"));
    const found = choices(results.hits, this.chosen, facet, catalog);
    for (const { code, name, count } of found) {
      select.append(element("option", { value: code }, `${name} (${count})`));
    }
    select.value = this.chosen[facet] ?? "";
    select.addEventListener("change", () => {
      this.chosen[facet] = select.value || undefined;
      this.shown = FIRST;
      this.keepAddress();
      this.fill(results, catalog);
      document.getElementById(select.id)?.focus();
    });
    const label = element("label", { for: select.id }, LABELS[facet]);
    return element("p", {}, label, select);
  }

  private more(hits: Hit[]): HTMLElement[] {
    const left = hits.length - this.shown;
    if (left <= 0) return [];
    const button = element(
      "button",
      { type: "button" },
      `Show ${Math.min(MORE, left)} more`,
    );
    button.addEventListener("click", () => {
      const first = this.shown;
      this.shown += MORE;
      for (const hit of hits.slice(first, this.shown)) {
        this.list.append(item(hit, this.place));
      }
      this.list.children[first].querySelector("a")?.focus();
      this.after.replaceChildren(...this.more(hits));
    });
    return [button];
  }

  /** Where nothing was found: the nearest words, and the lists to look through. */
  private wayOn(catalog: Catalog): HTMLElement[] {
    const typed = words(this.input.value);
    const near = new Set(
      typed.flatMap((word) => suggestions(word, catalog.known)),
    );
    const found = [...near].map((word) =>
      element("li", {}, element("a", { href: this.place.search(word) }, word))
    );
    const lists = ["states", "professions", "topics"].map((name) =>
      element(
        "li",
        {},
        element("a", { href: this.place.link(`${name}/`) }, `All ${name}`),
      )
    );
    return [
      ...(found.length
        ? [
          element("p", {}, "Did you mean:"),
          element("ul", { class: "near" }, ...found),
        ]
        : []),
      element(
        "p",
        {},
        "Try a state, a profession and a topic, such as “Texas NP opioids”. Or look through the lists:",
      ),
      element("ul", { class: "near" }, ...lists),
    ];
  }
}
