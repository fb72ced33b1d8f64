// SPDX-License-Identifier: MIT
/**
 * The spans of time over which a duty is owed, and how such a finding is put.
 *
 * In: nothing. Out: types, and two short ways to make them.
 */

import type { Span } from "./context.ts";
import type { Reason } from "./report.ts";

/** The day before all days: credit of any age counts. */
export const EVER = -Infinity;

/** A stretch for which the whole amount is owed once. */
export interface Stretch extends Span {
  due: number;
}

/**
 * - due: by this renewal. later: by a day after it. past: before the license was issued.
 * - unknown: now or not, which `questions` decide. unfixed: no program can say.
 */
export interface Schedule {
  state: "due" | "later" | "past" | "unknown" | "unfixed";
  stretches: Stretch[];
  questions: string[];
  reasons: Reason[];
  /** Hours of the current phase, where they differ. */
  hours?: number;
}

/** Make a schedule; most have nothing to ask and nothing to say. */
export function schedule(
  state: Schedule["state"],
  stretches: Stretch[],
  more: Partial<Schedule> = {},
): Schedule {
  return { state, stretches, questions: [], reasons: [], ...more };
}

/** A reason that tells of time. */
export function clock(text: string): Reason {
  return { code: "clock", text };
}
