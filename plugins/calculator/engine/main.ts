// SPDX-License-Identifier: MIT
/** All that the engine offers; one module to import. */

export { evaluate, evaluateAll, type Request } from "./evaluate.ts";
export { plan } from "./plan.ts";
export type * from "./report.ts";
export type * from "./types.ts";
