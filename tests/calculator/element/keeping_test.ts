// SPDX-License-Identifier: MIT
/** Saving, merging, undoing: nothing that a visitor entered is lost or written over. */

import {
  change,
  merge,
  type Records,
  same as alike,
} from "../../../plugins/calculator/element/records.ts";
import { read, write } from "../../../plugins/calculator/element/saved.ts";
import { Session } from "../../../plugins/calculator/element/session.ts";
import {
  linkText,
  readLink,
} from "../../../plugins/calculator/element/share.ts";
import {
  FORGET,
  Keeper,
  KEY,
} from "../../../plugins/calculator/element/storage.ts";
import { same } from "../same.ts";

/** A browser's storage in memory. */
class Memory {
  readonly kept = new Map<string, string>();
  get length(): number {
    return this.kept.size;
  }
  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
  clear(): void {
    this.kept.clear();
  }
}

const ENTRY = { id: "a", title: "A course", date: "2026-01-02", hours: 2 };

function session(storage: Storage = new Memory()): Session {
  return new Session(new Keeper(() => storage), () => {});
}

Deno.test("merging is the same in any order, and keeps what either has", () => {
  const base = change({}, { "entry/a": ENTRY, "answer/specialty": ["x"] });
  const one = change(base, { "entry/b": ENTRY, "answer/specialty": ["y"] });
  const other = change(base, { "entry/a": null, "answer/specialty": ["z"] });
  const [first, second] = [merge(one, other), merge(other, one)];
  same(alike(first, second), true);
  same(first["entry/a"].value, null);
  same(first["entry/b"].value, ENTRY);
  same(alike(merge(first, one), first), true);
});

Deno.test("a removed entry does not come back from an older copy", () => {
  const before = change({}, { "entry/a": ENTRY });
  const after = change(before, { "entry/a": null });
  same(merge(after, before)["entry/a"].value, null);
});

Deno.test("what is written is read again, and parts that make no sense are told", () => {
  const records = change({}, {
    "entry/a": ENTRY,
    "renewal/ca-md": "2027-03-31",
    "birth": { month: 3 },
    "allowance": 2000,
    "allowance/days": 5,
    "allowance/month": 7,
  });
  const found = read(write(records));
  same(found, { is: "read", records, lost: [] });
  const bad = change(records, {
    "entry/b": { ...ENTRY, date: "2026-02-30" },
    "renewal/nv-md": "soon",
    "allowance/month": 13,
    "whatever": 1,
  });
  const rest = read(write(bad));
  same(rest.is === "read" && rest.lost, [
    "allowance/month",
    "entry/b",
    "renewal/nv-md",
    "whatever",
  ]);
  same(
    rest.is === "read" && Object.keys(rest.records),
    Object.keys(records).filter((key) => key !== "allowance/month"),
  );
});

Deno.test("damaged and newer saves are told apart", () => {
  for (
    const text of [
      "",
      "{",
      "null",
      "[]",
      '{"format":"x"}',
      '{"format":"cme-atlas"}',
    ]
  ) {
    same(read(text).is, "damaged");
  }
  same(read('{"format":"cme-atlas","version":99,"records":{}}').is, "newer");
});

Deno.test("nothing is saved until the visitor asks", () => {
  const storage = new Memory();
  const visit = session(storage);
  visit.start({ licenses: "ca-md", link: "" });
  visit.change({ "entry/a": ENTRY });
  same(storage.length, 0);
  visit.setSaving(true);
  const next = session(storage);
  next.start({ licenses: "", link: "" });
  same(next.licenses, ["ca-md"]);
  same(next.records["entry/a"].value, ENTRY);
});

Deno.test("a damaged or newer save is never written over, but put aside when asked", () => {
  for (
    const text of [
      "{broken",
      '{"format":"cme-atlas","version":99,"records":{}}',
    ]
  ) {
    const storage = new Memory();
    storage.setItem(KEY, text);
    const visit = session(storage);
    visit.start({ licenses: "", link: "" });
    visit.change({ "entry/a": ENTRY });
    visit.setSaving(true);
    same([storage.getItem(KEY), visit.saving], [text, false]);
    same(visit.unreadable(), text);
    visit.setAside();
    same([visit.saving, visit.trouble], [true, null]);
    same(storage.getItem(`${KEY}.aside.1`), text);
    same(read(storage.getItem(KEY) ?? "").is, "read");
  }
});

Deno.test("of a save with damaged parts the whole is kept aside before it is written", () => {
  const storage = new Memory();
  const bad = write(change({}, { "entry/a": ENTRY, "entry/b": "damaged" }));
  storage.setItem(KEY, bad);
  const visit = session(storage);
  visit.start({ licenses: "", link: "" });
  same([visit.trouble, visit.saving], ["lost", true]);
  visit.change({ "entry/c": ENTRY });
  same(storage.getItem(`${KEY}.aside.1`), bad);
});

Deno.test("a storage that throws stops nothing but saving", () => {
  const visit = new Session(
    new Keeper(() => {
      throw new DOMException("denied", "SecurityError");
    }),
    () => {},
  );
  visit.start({ licenses: "ca-md", link: "" });
  visit.change({ "entry/a": ENTRY });
  visit.setSaving(true);
  same([visit.saving, visit.trouble], [false, "blocked"]);
  visit.forget();
  same(visit.records, {});
});

Deno.test("two tabs keep each other's entries, also when they write at once", () => {
  const storage = new Memory();
  const [one, other] = [session(storage), session(storage)];
  one.start({ licenses: "", link: "" });
  one.setSaving(true);
  other.start({ licenses: "", link: "" });
  one.change({ "entry/a": ENTRY });
  other.change({ "entry/b": ENTRY });
  const lost = write(change({}, { "entry/b": ENTRY }));
  storage.setItem(KEY, lost);
  one.heard(KEY);
  other.heard(KEY);
  const kept = read(storage.getItem(KEY) ?? "");
  const keys = kept.is === "read" ? Object.keys(kept.records).sort() : [];
  same(keys, ["entry/a", "entry/b"]);
  same(alike(one.records, other.records), true);
});

Deno.test("forgetting empties the storage and other tabs; undo brings it back", () => {
  const storage = new Memory();
  const [one, other] = [session(storage), session(storage)];
  one.start({ licenses: "", link: "" });
  one.setSaving(true);
  one.change({ "entry/a": ENTRY });
  other.start({ licenses: "", link: "" });
  one.forget();
  other.heard(FORGET);
  same([storage.length, one.records, other.records], [0, {}, {}]);
  one.notice?.undo?.();
  same(one.records["entry/a"].value, ENTRY);
  same(read(storage.getItem(KEY) ?? "").is, "read");
});

Deno.test("each change can be undone", () => {
  const visit = session();
  visit.change({ "entry/a": ENTRY }, "Added.");
  visit.change({ "entry/a": null }, "Deleted.");
  visit.notice?.undo?.();
  same(visit.records["entry/a"].value, ENTRY);
});

Deno.test("a share link holds licenses, dates and answers, and nothing else", () => {
  const records: Records = change({}, {
    "license/ca-md": true,
    "renewal/ca-md": "2027-03-31",
    "renewal/tx-md": "2027-08-31",
    "answer/specialty": ["pathology"],
    "answer/ca-md/licensed": "2015-05-01",
    "done/ca-md/attestation": true,
    "entry/a": ENTRY,
    "allowance": 2000,
  });
  const text = linkText(["ca-md"], records);
  for (const secret of ["course", "2000", "done", "tx-md"]) {
    same(text.includes(secret), false);
  }
  same(readLink(`#${text}`), {
    licenses: ["ca-md"],
    changes: {
      "answer/ca-md/licensed": "2015-05-01",
      "answer/specialty": ["pathology"],
      "renewal/ca-md": "2027-03-31",
    },
  });
});

Deno.test("a mangled link is read as far as it makes sense", () => {
  same(readLink("#licenses=ca-md,xx&renewal/ca-md=tomorrow&entry/a=1"), {
    licenses: ["ca-md"],
    changes: {},
  });
  same(readLink("#main"), null);
});

Deno.test("a link with answers leaves alone what was saved", () => {
  const storage = new Memory();
  const mine = session(storage);
  mine.start({ licenses: "", link: "" });
  mine.setSaving(true);
  mine.change({ "entry/a": ENTRY });
  const before = storage.getItem(KEY);
  const theirs = session(storage);
  theirs.start({
    licenses: "",
    link: "#licenses=nv-md&answer/dea-registration=true",
  });
  same([theirs.trouble, theirs.saving], ["kept apart", false]);
  theirs.change({ "entry/b": ENTRY });
  same(storage.getItem(KEY), before);
  theirs.openSaved();
  same(theirs.records["entry/a"].value, ENTRY);
});

Deno.test("a file brings back what was deleted since, and doubles nothing", () => {
  const visit = session();
  visit.change({ "entry/a": ENTRY });
  const file = visit.records;
  visit.change({ "entry/a": null });
  visit.merge(file);
  visit.merge(file);
  same(visit.records["entry/a"].value, ENTRY);
  same(Object.keys(visit.records), ["entry/a"]);
});
