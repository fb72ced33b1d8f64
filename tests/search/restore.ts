/**
 * Lays out a packed index as lunr loads it. In: the path of the packed catalog. Out: JSON.
 */

import { type Packed, unpacked } from "../../plugins/search/browser/catalog.ts";
import { serialized } from "../../plugins/search/browser/library.ts";

const packed: Packed = JSON.parse(await Deno.readTextFile(Deno.args[0]));
const codes = unpacked(packed).documents.map((document) => document.codes);
console.log(JSON.stringify(serialized(packed.index, codes)));
