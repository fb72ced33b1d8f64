// SPDX-License-Identifier: MIT
/**
 * The data scripts beside this one. Each puts its part into a queue that the page shares, so that
 * they may run before this script or after it, from a server or from a disk.
 *
 * In: ids of licenses. Out: their records, when their scripts have run. Nothing is fetched in any
 * other way, so a policy of `script-src` alone is enough.
 */

import type { CompiledLicense, IsoDate } from "../engine/types.ts";
import type { Names } from "./columns.ts";
import type { filesView } from "./files_view.ts";
import * as lit from "./lit.ts";
import type { printView } from "./print_view.ts";
import type { sceneOf } from "./scene.ts";
import { scriptAddress } from "./script_address.ts";
import type { workView } from "./work_view.ts";

/** What the picker offers. */
export interface Index {
  /** The shape of records that this script reads. */
  shape: string;
  /** The day on which the data was last changed. */
  date: IsoDate;
  /** Names of jurisdictions by postal code, in the order of their names. */
  places: Record<string, string>;
  professions: Record<string, { name: string; short: string }>;
  /** Names of what is owed to no state, by id. */
  nationals: Record<string, string>;
  /** The scripts that are loaded only when they are wanted. */
  work: string;
  files: string;
  /** The calculator's own page, seen from this script; for other people's pages. */
  home?: string;
  /** Digests of later scripts, in a copy that never changes: whoever pins it pins them all. */
  integrity?: Record<string, string>;
}

/** An employer's own policy: shaped like a license, and shown apart from the law. */
export interface Policy extends CompiledLicense {
  policy: true;
  /** Whom it binds. */
  professions: string[];
}

/** Names of everything that an imported table may mention. */
export interface Vocabulary {
  categories: Names;
  topics: Names;
}

/** The second script: the engine, and what it shows. Wanted with the first license. */
export interface Work {
  sceneOf: typeof sceneOf;
  workView: typeof workView;
}

/** The third script: files and print. Wanted when the second is there. */
export interface Files {
  filesView: typeof filesView;
  printView: typeof printView;
}

type Part =
  | { index: Index }
  | { license: CompiledLicense }
  | { policy: Policy }
  | { integrity: Record<string, string> }
  | { vocabulary: Vocabulary }
  | { work: (with_: typeof lit) => Work }
  | { files: (with_: typeof lit) => Files };

declare global {
  interface Window {
    cmeAtlas?: { push(part: Part): unknown };
  }
}

/** The script with the digests of the data scripts. */
const DIGESTS = "integrity.js";
/** A digest that nothing has: what a pinned copy does not name is not run. */
const NONE = "sha256-AAAA";

/** What this page has loaded. */
export class Registry {
  index: Index | undefined;
  vocabulary: Vocabulary | undefined;
  work: Work | undefined;
  files: Files | undefined;
  /** Digests of the data scripts, once loaded; in a copy that never changes. */
  integrity: Record<string, string> | undefined;
  readonly licenses = new Map<string, CompiledLicense>();
  private readonly policies: Policy[] = [];
  readonly failed = new Set<string>();
  /** Licenses whose records are newer than this script: the site was renewed meanwhile. */
  readonly outdated = new Set<string>();
  private readonly loading = new Set<string>();
  private readonly loaded = new Set<string>();
  private readonly listeners = new Set<() => void>();

  /** `base`: the address of this script, beside which the others lie. */
  constructor(private readonly base: string, parts: Part[]) {
    parts.forEach((part) => this.take(part));
  }

  /** Call back after each arrival or failure; gives the way to stop that. */
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Take what a script brings. */
  take(part: Part): void {
    if ("license" in part) this.takeLicense(part.license);
    else if ("policy" in part) this.policies.push(part.policy);
    else if ("work" in part) this.work = part.work(lit);
    else if ("files" in part) this.files = part.files(lit);
    else Object.assign(this, part);
    this.tell();
  }

  private takeLicense(license: CompiledLicense): void {
    const { id, shape } = license;
    const fits = !shape || !this.index || shape === this.index.shape;
    if (fits) this.licenses.set(id, license);
    else this.outdated.add(id);
  }

  /** Have a license's data loaded, unless it is there. */
  want(id: string): void {
    if (this.licenses.has(id) || this.outdated.has(id)) return;
    if (this.failed.has(DIGESTS)) this.failed.add(`${id}.js`);
    else if (this.index?.integrity && !this.integrity) this.load(DIGESTS);
    else this.load(`${id}.js`);
  }

  /** The policies that bind a holder of these licenses, ready to be computed like licenses. */
  policiesFor(ids: string[]): string[] {
    return this.policies.flatMap((policy) => {
      const own = ids.map((id) => id.split("-")[1])
        .find((profession) => policy.professions.includes(profession));
      if (own === undefined) return [];
      this.licenses.set(policy.id, { ...policy, profession: own });
      return [policy.id];
    });
  }

  /** Have the other scripts loaded, the one that is needed sooner first. */
  wantRest(): void {
    if (!this.index) return;
    if (!this.work) this.load(this.index.work);
    else if (!this.files) this.load(this.index.files);
    else if (!this.vocabulary) this.want("vocabulary");
  }

  /** Try again what failed. */
  retry(): void {
    const files = [...this.failed];
    this.failed.clear();
    this.loaded.clear();
    files.forEach((file) => this.load(file));
  }

  private load(file: string): void {
    if (this.loading.has(file) || this.failed.has(file)) return;
    // It came without what it was asked for, such as a page that says "not found".
    if (this.loaded.has(file)) {
      this.failed.add(file);
      return;
    }
    this.loading.add(file);
    const script = document.createElement("script");
    script.src = scriptAddress(new URL(file, this.base).href);
    const digests = { ...this.integrity, ...this.index?.integrity };
    if (this.index?.integrity && script.src.startsWith("http")) {
      script.integrity = digests[file] ?? NONE;
      script.crossOrigin = "anonymous";
    }
    script.onload = script.onerror = (event) => {
      this.loading.delete(file);
      const failed = event instanceof Event && event.type === "error";
      (failed ? this.failed : this.loaded).add(file);
      script.remove();
      this.tell();
    };
    document.head.append(script);
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

/** The page's own registry: takes over what came before, and all that comes after. */
export function takeOver(base: string): Registry {
  const before = globalThis.window.cmeAtlas;
  const registry = new Registry(base, Array.isArray(before) ? before : []);
  globalThis.window.cmeAtlas = { push: (part) => registry.take(part) };
  return registry;
}
