// SPDX-License-Identifier: MIT
/**
 * What the views are given: the state, what is computed from it, and where they are on the screen.
 *
 * In: nothing. Out: types, and names that several views use.
 */

import type { CompiledLicense } from "../engine/types.ts";
import type { Mapping, Table } from "./columns.ts";
import type { Entry } from "./entries.ts";
import type { Registry } from "./registry.ts";
import type { Holding, Scene } from "./scene.ts";
import type { Session } from "./session.ts";

/** A file on its way into the log. */
export interface Importing {
  name: string;
  table: Table;
  mapping: Mapping;
}

/** What was read of a file, for the visitor to see. */
export interface Imported {
  text: string;
  /** Lines that could not be read, and a file of them. */
  faults: string[];
  file: string;
}

/** What is open on the screen; none of it is saved. */
export interface Ui {
  /** The entry in the form: a new one, or one being edited. */
  form: Entry | null;
  /** The license whose date is being changed. */
  dating: string | null;
  profession: string;
  importing: Importing | null;
  imported: Imported | null;
  allEntries: boolean;
  adding: boolean;
}

/** The element, as its views see it. */
export interface App {
  readonly session: Session;
  readonly registry: Registry;
  readonly scene: Scene;
  readonly ui: Ui;
  /** Whether the page fixes the licenses. */
  readonly locked: boolean;
  /** The page that a share link leads to. */
  readonly page: string;
  /** Change what is open. */
  show(change: Partial<Ui>): void;
  /** Move the keyboard to an element of this id, once it is there; `still`: without scrolling. */
  focusOn(id: string, still?: boolean): void;
}

/** "California MD", for lists of several licenses. */
export function shortName(app: App, license: CompiledLicense): string {
  if (license.policy) return `${license.place} policy`;
  if (license.noun) return license.name;
  const profession = app.registry.index?.professions[license.profession];
  return `${license.place} ${profession?.short ?? license.name}`;
}

/** "1 hour", "0.5 hours", "50 contact hours". */
export function hours(amount: number, unit = "hours"): string {
  const rounded = Math.round(amount * 100) / 100;
  return `${rounded} ${rounded === 1 ? unit.replace(/s$/, "") : unit}`;
}

/** One of something, or several. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Names of a kind (categories, topics or formats) that any of the licenses uses, by id. */
export function namesOf(
  holdings: Holding[],
  kind: "categories" | "topics" | "formats",
): Record<string, string> {
  return Object.assign({}, ...holdings.map(({ license }) => license[kind]));
}

/** Names to show, also of what only an imported table mentions. */
export function shownNames(
  app: App,
  kind: "categories" | "topics" | "formats",
): Record<string, string> {
  const all = kind === "formats" ? {} : app.registry.vocabulary?.[kind] ?? {};
  const first = Object.entries(all).map(([id, [name]]) => [id, name]);
  return { ...Object.fromEntries(first), ...namesOf(app.scene.holdings, kind) };
}

/** Kinds of credit in the order in which the rules name them: the usual one first. */
export function categoriesOf(holdings: Holding[]): [string, string][] {
  const names = namesOf(holdings, "categories");
  const first = holdings.flatMap(({ license }) =>
    license.requires.flatMap((duty) =>
      "counts" in duty ? duty.counts ?? [] : []
    )
  );
  return [...new Set([...first, ...Object.keys(names)])]
    .map((id) => [id, names[id] ?? id]);
}

/** A sentence as it goes on after a colon. */
export function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
