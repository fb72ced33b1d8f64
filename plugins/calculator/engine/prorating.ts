// SPDX-License-Identifier: MIT
/**
 * Prorated hours of a first renewal.
 *
 * In: the rule and where the renewal stands. Out: hours. A month or quarter that has begun counts
 * in full, which is the safe side where the rule does not say.
 */

import type { Context } from "./context.ts";
import { monthsBegun } from "./dates.ts";
import { structureOf } from "./structure.ts";
import type { NewLicensees } from "./types.ts";

const MONTHS = { "month": 1, "quarter": 3, "half-year": 6, "year": 12 };

/** Hours owed, never more than the whole; null where the time licensed or the whole is unknown. */
export function prorated(
  rule: NewLicensees,
  id: string,
  context: Context,
): number | null {
  const { licensed, renewal, every } = context;
  const duty = structureOf(context.license).byId.get(id);
  const whole = duty && "hours" in duty ? duty.hours : undefined;
  const length = context.license.period?.length ?? every;
  if (licensed === null || whole === undefined || !length || !rule.by) {
    return null;
  }
  const unit = MONTHS[rule.by];
  const units = Math.ceil(monthsBegun(licensed, renewal) / unit);
  if (rule.rate !== undefined) {
    return Math.min(whole, units * rule.rate + (rule.plus ?? 0));
  }
  if (!("months" in length)) return null;
  const part = whole * units * unit / length.months + (rule.plus ?? 0);
  return Math.min(whole, Math.round(part * 100) / 100);
}
