// SPDX-License-Identifier: MIT
/**
 * How far a rule reaches that covers, exempts, prorates or reduces a duty: to the minimums of credit
 * inside it too, which are part of those hours; not to the subjects that the law mandates.
 *
 * In: ids of duties. Out: ids with those of the minimums inside them.
 */

import { inHours, walk } from "./structure.ts";
import type { CompiledLicense } from "./types.ts";

/** Ids that a rule covers: "everything" is every duty; a duty named brings its minimums along. */
export function coveredBy(
  covers: "everything" | string[],
  butNot: string[] | undefined,
  license: CompiledLicense,
): string[] {
  const ids = covers === "everything"
    ? [...walk(license.requires)].map((duty) => duty.id)
    : covers.flatMap((id) => [id, ...minimumsWithin(id, license)]);
  return [...new Set(ids)].filter((id) => !butNot?.includes(id));
}

/**
 * The minimums of credit inside a duty, at any depth: hours without a topic. What lies inside a
 * mandated subject is part of that subject.
 */
export function minimumsWithin(id: string, license: CompiledLicense): string[] {
  return [...walk(license.requires)]
    .filter((duty) => duty.within === id && inHours(duty) && !duty.topics)
    .flatMap((duty) => [duty.id, ...minimumsWithin(duty.id, license)]);
}
