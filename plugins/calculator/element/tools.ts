// SPDX-License-Identifier: MIT
/**
 * What is loaded only when it is wanted: reading and writing files. None of it needs Lit.
 *
 * In: the queue of registry.ts. Out: itself, put into that queue by tools_entry.ts.
 */

export { calendar } from "./calendar.ts";
export {
  faultsFile,
  guessFields,
  guessId,
  tableOf,
  textsOf,
  toEntries,
} from "./columns.ts";
export { decode, readCsv, writeCsv } from "./csv.ts";
