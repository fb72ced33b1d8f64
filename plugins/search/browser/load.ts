/**
 * Loads the index when it is first wanted, and knows where things are.
 *
 * In: the search form, whose attributes say where the index and the site's root are. Out: the
 * catalog, and addresses. The index is a script, since a page opened from a disk may not fetch.
 */

import { type Catalog, type Packed, unpacked } from "./catalog.ts";

declare global {
  var cmeAtlasSearchIndex: Packed | undefined;
}

const SEARCH = "search/";

/** Where the pages of the site are, seen from this one. */
export class Place {
  private readonly root: string;
  private readonly index: string;
  private loading: Promise<Catalog> | undefined;

  constructor(form: HTMLFormElement) {
    this.root = form.dataset.root ?? "/";
    this.index = form.dataset.index ?? "";
  }

  /** The link to a page; a disk has no server that would find a folder's index. */
  link(address: string, anchor = "", query = ""): string {
    const file = location.protocol === "file:" ? "index.html" : "";
    return `${this.root}${address}${file}${query && `?${query}`}${
      anchor && `#${anchor}`
    }`;
  }

  /** The link to the search page. */
  search(query: string): string {
    return this.link(SEARCH, "", new URLSearchParams({ q: query }).toString());
  }

  /** Load the index, once; a failure may be tried again. */
  catalog(): Promise<Catalog> {
    this.loading ??= this.load().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  private async load(): Promise<Catalog> {
    if (!globalThis.cmeAtlasSearchIndex) await addScript(this.index);
    const packed = globalThis.cmeAtlasSearchIndex;
    if (!packed) throw new Error("The search index could not be read");
    return unpacked(packed);
  }
}

function addScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error("The search index could not be loaded"));
    };
    document.head.append(script);
  });
}
