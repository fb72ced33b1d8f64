// SPDX-License-Identifier: MIT
/**
 * A pack made in the browser: one HTML file with the licenses chosen, as `generate.py pack` makes.
 *
 * In: ids of licenses; the scripts of /embed/v1/, which bring the file's shell and the data. Out:
 * the text of the file. Nothing is fetched but scripts, so this works on a disk too.
 */

import type { CompiledLicense } from "../../engine/types.ts";
import { linkedTo } from "../../element/linked.ts";
import type { Index, Vocabulary } from "../../element/registry.ts";

interface Brought {
  license?: CompiledLicense;
  vocabulary?: Vocabulary;
  pack?: { shell: string; index: Index };
}

const licenses = new Map<string, CompiledLicense>();
const brought: Brought = {};
const loads = new Map<string, Promise<void>>();

function load(base: string, file: string): Promise<void> {
  const before = loads.get(file);
  if (before) return before;
  const loading = new Promise<void>((done, fail) => {
    const script = document.createElement("script");
    script.src = base + file;
    script.onload = () => done();
    script.onerror = () => {
      loads.delete(file);
      fail(new Error(file));
    };
    document.head.append(script);
  });
  loads.set(file, loading);
  return loading;
}

/** Make the file. `base` is the address of /embed/v1/. Fails where a script does not come. */
export async function packOf(base: string, ids: string[]): Promise<string> {
  globalThis.window.cmeAtlas = {
    push: (part) => {
      Object.assign(brought, part);
      if ("license" in part) licenses.set(part.license.id, part.license);
    },
  };
  const files = ["pack", "vocabulary", ...ids].map((id) => `${id}.js`);
  await Promise.all(files.map((file) => load(base, file)));
  const own = ids.flatMap((id) => licenses.get(id) ?? []);
  const linked = own.flatMap(linkedTo).filter((id) => !ids.includes(id));
  await Promise.all(linked.map((id) => load(base, `${id}.js`)));
  const all = [...new Set([...ids, ...linked])];
  const { pack, vocabulary } = brought;
  if (!pack) throw new Error("pack.js");
  const parts = [
    { index: narrowed(pack.index, own) },
    ...all.map((id) => ({ license: licenses.get(id) })),
    { vocabulary },
  ];
  const states = own.filter((license) => !license.noun);
  const places = [...new Set(states.map((license) => license.place))];
  const where = places.length > 1
    ? ` in ${places.length} states`
    : places.map((place) => ` in ${place}`).join("");
  const values: Record<string, string> = {
    title: `Continuing education${where}: what do you still owe?`,
    chosen: ids.length === 1 ? ids[0] : "",
    data: JSON.stringify(parts).replaceAll("<", "\\u003c"),
  };
  return pack.shell.replace(
    /\{\{(title|chosen|data)\}\}/g,
    (_, name) => values[name],
  );
}

/** What the picker of the file offers: what is in it. */
function narrowed(index: Index, own: CompiledLicense[]): Index {
  const places = new Set(own.map(({ id }) => id.split("-")[0]));
  const professions = new Set(own.map(({ profession }) => profession));
  const only = <T>(all: Record<string, T>, keys: Set<string>) =>
    Object.fromEntries(Object.entries(all).filter(([key]) => keys.has(key)));
  return {
    ...index,
    places: only(index.places, places),
    professions: only(index.professions, professions),
    nationals: only(index.nationals, new Set(own.map(({ id }) => id))),
  };
}
