// SPDX-License-Identifier: MIT
/**
 * Keeping a visit in the browser, only when asked.
 *
 * In: records, and the browser's storage, which may throw at any touch (sandboxed frames, private
 * windows, no room). Out: what was saved, and whether saving worked. A save that cannot be read, or
 * that a newer page wrote, is never written over: it stays until the visitor has it put aside.
 */

import { merge, type Records } from "./records.ts";
import { read, write } from "./saved.ts";

export const KEY = "cme-atlas";
/** Set and removed again at once, for other tabs to hear. */
export const FORGET = `${KEY}.forget`;
const ASIDE = `${KEY}.aside.`;

export type Loaded =
  | { is: "none" | "blocked" }
  | { is: "saved"; records: Records; lost: string[] }
  | { is: "damaged" | "newer"; text: string };

export type Outcome = "saved" | "blocked" | "unreadable";

/** Keeps records in one storage. */
export class Keeper {
  /** `storage` gives the browser's storage, or throws where there is none to have. */
  constructor(private readonly storage: () => Storage) {}

  /** What an earlier visit saved. */
  load(): Loaded {
    try {
      const text = this.storage().getItem(KEY);
      if (text === null) return { is: "none" };
      const found = read(text);
      return found.is === "read"
        ? { ...found, is: "saved" }
        : { is: found.is, text };
    } catch {
      return { is: "blocked" };
    }
  }

  /** Save records together with what is there; gives what was saved. */
  save(records: Records): { outcome: Outcome; records: Records } {
    const there = this.load();
    if (there.is === "damaged" || there.is === "newer") {
      return { outcome: "unreadable", records };
    }
    try {
      let merged = records;
      if (there.is === "saved") {
        merged = merge(records, there.records);
        if (there.lost.length) this.copyAside();
      }
      this.storage().setItem(KEY, write(merged));
      return { outcome: "saved", records: merged };
    } catch {
      return { outcome: "blocked", records };
    }
  }

  /** Put the present save aside, to make room for a new one; false where that fails. */
  setAside(): boolean {
    try {
      this.copyAside();
      this.storage().removeItem(KEY);
      return true;
    } catch {
      return false;
    }
  }

  /** Stop saving: remove what is saved, but not what was put aside. */
  stop(): void {
    try {
      this.storage().removeItem(KEY);
    } catch {
      // Where nothing can be touched, nothing is kept.
    }
  }

  /** Remove all that this page ever saved, with what was put aside, and tell other tabs. */
  forget(): void {
    try {
      const storage = this.storage();
      storage.setItem(FORGET, "");
      const keys = Array.from(
        { length: storage.length },
        (_, index) => storage.key(index) ?? "",
      );
      for (const key of keys) {
        if (key === KEY || key === FORGET || key.startsWith(ASIDE)) {
          storage.removeItem(key);
        }
      }
    } catch {
      // Where nothing can be touched, nothing is kept.
    }
  }

  /** Texts that were put aside. */
  aside(): string[] {
    try {
      const found = [];
      for (let number = 1;; number++) {
        const text = this.storage().getItem(ASIDE + number);
        if (text === null) return found;
        found.push(text);
      }
    } catch {
      return [];
    }
  }

  private copyAside(): void {
    const text = this.storage().getItem(KEY);
    const before = this.aside();
    if (text !== null && !before.includes(text)) {
      this.storage().setItem(ASIDE + (before.length + 1), text);
    }
  }
}
