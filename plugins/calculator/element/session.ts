// SPDX-License-Identifier: MIT
/**
 * One visit: what the visitor told, the licenses shown, saving, undoing, other tabs.
 *
 * In: changes by the visitor, what other tabs saved. Out: the state, and a call after each change.
 */

import {
  change,
  type Changes,
  merge,
  type Records,
  reverse,
  same,
  under,
} from "./records.ts";
import { idsIn, readLink } from "./share.ts";
import { FORGET, type Keeper, KEY, type Loaded } from "./storage.ts";

/** A word to the visitor, perhaps with a way back. */
export interface Notice {
  text: string;
  undo?: () => void;
}

/** Something about saving that the visitor should know. */
export type Trouble = "damaged" | "newer" | "blocked" | "lost" | "kept apart";

/** Where a visit begins: the licenses that the page names, and the text after # of its address. */
export interface Start {
  licenses: string;
  link: string;
}

export class Session {
  records: Records = {};
  licenses: string[] = [];
  saving = false;
  trouble: Trouble | null = null;
  notice: Notice | null = null;
  /** Whether the licenses shown are those of the page or link, not those saved. */
  private bound = false;

  constructor(
    private readonly keeper: Keeper,
    private readonly changed: () => void,
  ) {}

  /** Begin with the page's licenses, or those of the link, or else those saved. */
  start({ licenses, link }: Start): void {
    const saved = this.keeper.load();
    const shared = readLink(link);
    const named = shared?.licenses ?? idsIn(licenses);
    this.bound = named.length > 0;
    const foreign = shared !== null && Object.keys(shared.changes).length > 0;
    if (saved.is === "saved" && !foreign) this.open(saved);
    else if (saved.is === "saved") this.trouble = "kept apart";
    else if (saved.is === "damaged" || saved.is === "newer") {
      this.trouble = saved.is;
    }
    if (shared) this.records = change(this.records, shared.changes);
    if (this.bound) this.licenses = named;
  }

  /** Leave what a link brought, and show what was saved. */
  openSaved(): void {
    const saved = this.keeper.load();
    this.bound = false;
    this.records = {};
    if (saved.is === "saved") this.open(saved);
    this.changed();
  }

  /** The text of a save that cannot be read, to download. */
  unreadable(): string {
    const saved = this.keeper.load();
    return "text" in saved ? saved.text : this.keeper.aside()[0] ?? "";
  }

  /** Put an unreadable save aside and save anew. */
  setAside(): void {
    if (this.keeper.setAside()) {
      this.trouble = null;
      this.setSaving(true);
    } else this.trouble = "blocked";
    this.changed();
  }

  /** Apply changes; with `text`, say so and offer to undo them. */
  change(changes: Changes, text?: string): void {
    const back = reverse(this.records, Object.keys(changes));
    this.records = change(this.records, changes);
    this.notice = text === undefined ? null : {
      text,
      undo: () => this.change(back, "Undone."),
    };
    this.store();
    this.changed();
  }

  /** Saved licenses that are not shown, as the page names its own. */
  hidden(): string[] {
    return Object.keys(under(this.records, "license/"))
      .filter((id) => !this.licenses.includes(id));
  }

  /** Show the saved licenses too. */
  showAll(): void {
    this.licenses = [...this.licenses, ...this.hidden()];
    this.changed();
  }

  /** Show one license more. */
  add(license: string): void {
    if (this.licenses.includes(license)) return;
    this.licenses = [...this.licenses, license];
    this.change({ [`license/${license}`]: true });
  }

  /** Show one license less. */
  remove(license: string, name: string): void {
    this.licenses = this.licenses.filter((id) => id !== license);
    this.change({ [`license/${license}`]: null });
    this.notice = { text: `Removed: ${name}.`, undo: () => this.add(license) };
    this.changed();
  }

  /** Begin or stop to save in this browser. Stopping removes what was saved. */
  setSaving(on: boolean): void {
    this.saving = on;
    if (on) {
      const missing = this.licenses.filter((id) =>
        !this.records[`license/${id}`]?.value
      );
      this.records = change(
        this.records,
        Object.fromEntries(missing.map((id) => [`license/${id}`, true])),
      );
      this.store();
      if (this.saving && this.trouble === "kept apart") this.trouble = null;
    } else this.keeper.stop();
    this.changed();
  }

  /** Forget everything, here and in the browser's storage. Other tabs follow. */
  forget(): void {
    const before = { ...this.state() };
    this.keeper.forget();
    this.clear();
    this.notice = {
      text: "Everything is forgotten.",
      undo: () => {
        Object.assign(this, before);
        this.notice = { text: "Undone." };
        this.store();
        this.changed();
      },
    };
    this.changed();
  }

  /** Take in records from a file. What was removed since comes back: that is what one opens it for. */
  merge(records: Records): void {
    const gone = Object.entries(records).filter(([key, { value }]) =>
      value !== null && this.records[key]?.value === null
    ).map(([key, { value }]) => [key, value]);
    this.records = merge(this.records, records);
    this.records = change(this.records, Object.fromEntries(gone));
    this.follow();
    this.store();
    this.changed();
  }

  /** Another tab wrote to the storage. */
  heard(key: string | null): void {
    if (key !== FORGET && (key !== KEY || !this.saving)) return;
    const saved = this.keeper.load();
    if (key === FORGET) {
      this.clear();
      this.notice = { text: "Everything was forgotten in another tab." };
    } else if (saved.is === "none") {
      this.saving = false;
      this.notice = { text: "Saving was turned off in another tab." };
    } else if (saved.is === "saved") {
      this.records = merge(this.records, saved.records);
      this.follow();
      // Two tabs that wrote at the same moment: the later one brings the other's change back.
      if (!same(this.records, saved.records)) this.store();
    }
    this.changed();
  }

  private open(saved: Loaded & { is: "saved" }): void {
    this.records = saved.records;
    this.saving = true;
    this.trouble = saved.lost.length > 0 ? "lost" : null;
    this.follow();
  }

  /** Show the licenses of the records, unless the page names its own. */
  private follow(): void {
    if (this.bound) return;
    const all = Object.keys(under(this.records, "license/"));
    const kept = this.licenses.filter((id) => all.includes(id));
    this.licenses = [...kept, ...all.filter((id) => !kept.includes(id))];
  }

  private store(): void {
    if (!this.saving) return;
    const { outcome, records } = this.keeper.save(this.records);
    if (outcome === "saved") {
      this.records = records;
      return;
    }
    this.saving = false;
    const found = this.keeper.load();
    this.trouble = outcome === "unreadable" && "text" in found
      ? found.is
      : "blocked";
  }

  private clear(): void {
    this.records = {};
    this.saving = false;
    this.trouble = null;
    if (!this.bound) this.licenses = [];
  }

  private state() {
    const { records, licenses, saving, trouble } = this;
    return { records, licenses, saving, trouble };
  }
}
