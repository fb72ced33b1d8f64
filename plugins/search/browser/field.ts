/**
 * The search field with its list of answers: a combobox with a listbox.
 *
 * In: the form, and where things are. Out: five hits as one types, each a link; the arrow keys move
 * among them, Enter opens the chosen one or all results, Escape closes. What changed is said to
 * screen readers once typing pauses.
 */

import type { Place } from "./load.ts";
import { type Results, search } from "./ranking.ts";
import { element } from "../../building/browser/element.ts";
import { count, lines, linkOf, remark } from "./view.ts";

const SHOWN = 5;
const PAUSE_MS = 400;

/** Bring the field to life. */
export class Field {
  private readonly list = element("ul", {
    id: "found",
    role: "listbox",
    "aria-label": "Answers",
  });
  private readonly note = element("p", { class: "note" });
  private readonly box = element(
    "div",
    { class: "found" },
    this.list,
    this.note,
  );
  private readonly status = element("p", { class: "sr", role: "status" });
  private active = -1;
  private timer = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly place: Place,
  ) {
    for (
      const [name, value] of [
        ["role", "combobox"],
        ["aria-autocomplete", "list"],
        ["aria-controls", this.list.id],
        ["aria-expanded", "false"],
      ]
    ) input.setAttribute(name, value);
    this.box.hidden = true;
    form.append(this.box, this.status);
    input.addEventListener("focus", () => this.show());
    input.addEventListener("input", () => this.show());
    input.addEventListener("keydown", (event) => this.press(event));
    form.addEventListener("focusout", (event) => {
      if (!form.contains(event.relatedTarget as Node | null)) this.close();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = this.place.search(this.query);
    });
  }

  private get query(): string {
    return this.input.value.trim();
  }

  private get options(): HTMLAnchorElement[] {
    return [...this.list.querySelectorAll("a")];
  }

  private async show(): Promise<void> {
    const loading = this.place.catalog();
    const { query } = this;
    if (!query) {
      this.close();
      await loading.catch(() => {});
      return;
    }
    try {
      const catalog = await loading;
      if (query === this.query) this.fill(search(query, catalog));
    } catch {
      this.list.replaceChildren();
      this.open(
        "The answers could not be loaded. Press Enter for a plain list.",
      );
    }
  }

  private fill(results: Results): void {
    const { hits } = results;
    const options = hits.slice(0, SHOWN).map((hit) =>
      this.option(linkOf(hit, this.place), lines(hit))
    );
    if (hits.length > SHOWN) {
      const all = element("span", {}, `All ${count(hits.length)}`);
      options.push(this.option(this.place.search(this.query), [all]));
    }
    options.forEach((option, number) =>
      option.firstElementChild!.id = `found-${number}`
    );
    this.list.replaceChildren(...options);
    const nothing = hits.length
      ? ""
      : "No page answers this. Press Enter for the nearest words.";
    this.open([remark(results), nothing].filter(Boolean).join(" "));
    const first = hits[0]
      ? `First: ${hits[0].document.title}, ${hits[0].answer}.`
      : "";
    this.say(`${count(hits.length)}. ${first} ${this.note.textContent}`);
  }

  private option(href: string, content: Node[]): HTMLLIElement {
    const link = element(
      "a",
      { href, role: "option", tabindex: "-1", "aria-selected": "false" },
      ...content,
    );
    return element("li", { role: "presentation" }, link);
  }

  private open(note: string): void {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.note.textContent = note;
    this.note.hidden = !note;
    this.list.hidden = !this.list.childElementCount;
    this.box.hidden = false;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
  }

  private close(): void {
    this.box.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    this.active = -1;
    clearTimeout(this.timer);
    this.status.textContent = "";
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.box.hidden) this.show();
      else this.move(step);
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.options[this.active].click();
    } else if (event.key === "Escape" && !this.box.hidden) {
      // The first Escape closes the list, the next one empties the field.
      event.preventDefault();
      this.close();
    }
  }

  private move(step: number): void {
    const { options } = this;
    if (!options.length) return;
    const places = options.length + 1; // one of them is the field itself
    this.active = (this.active + 1 + step + places) % places - 1;
    options.forEach((option, number) => {
      const chosen = number === this.active;
      option.setAttribute("aria-selected", String(chosen));
      if (chosen) option.scrollIntoView({ block: "nearest" });
    });
    if (this.active < 0) this.input.removeAttribute("aria-activedescendant");
    else {
      this.input.setAttribute("aria-activedescendant", options[this.active].id);
    }
  }

  private say(text: string): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.status.textContent = text, PAUSE_MS);
  }
}
