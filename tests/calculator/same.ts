// SPDX-License-Identifier: MIT
/** One assertion for all TypeScript tests of the calculator: two values are the same, part by part. */

/** Fail unless both are written alike as JSON. */
export function same(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`found  ${one}\nwanted ${other}`);
}
