// SPDX-License-Identifier: MIT
/**
 * Credit of other units and systems, as a license counts it: a CEU, minutes, a semester hour,
 * self-assessment that a certifying board takes at one and a half.
 *
 * In: the credit and where the renewal stands. Out: the credit in the license's own hours, each with
 * the rate that was taken. Where nothing says what a unit is worth, it is worth nothing.
 */

import type { Context } from "./context.ts";
import type { Credit } from "./credit.ts";
import { startOf } from "./dates.ts";
import type { Converted } from "./report.ts";
import { obligations } from "./structure.ts";
import type { CompiledLicense, Rate } from "./types.ts";

/** The credits as a license counts them: its own conversions go first, then the rates. */
export function creditsFor(context: Context, credits: Credit[]): Credit[] {
  const { license } = context;
  const used = new Map<Rate, number>();
  const start = windowStart(context);
  if (!license.rates && credits.every((credit) => credit.unit === undefined)) {
    return credits;
  }
  return credits.map((credit) => {
    const own = credit.unit === undefined
      ? undefined
      : license.conversions?.find((item) =>
        same(item.one, credit.unit) && item.category === credit.category
      );
    if (own) return { ...credit, hours: credit.hours * own.worth };
    const rate = rateFor(license, credit);
    if (rate?.worth === undefined) {
      return credit.unit === undefined ? credit : { ...credit, hours: 0 };
    }
    const amount = credit.hours / (rate.per ?? 1);
    const before = used.get(rate) ?? 0;
    const counts = start === null || credit.day < start ? 0 : Math.max(
      0,
      Math.min(amount, (rate.first ?? Infinity) - before),
    );
    if (counts > 0) used.set(rate, before + counts);
    const special = rate.first === undefined ? amount : counts;
    return {
      ...credit,
      hours: special * rate.worth + (amount - special),
      rate,
    };
  });
}

/** The rate for credit of a unit and category, if anything says one. */
export function rateFor(
  license: CompiledLicense,
  credit: Credit,
): Rate | undefined {
  const { category, unit } = credit;
  if (category === undefined) return undefined;
  return license.rates?.find((item) =>
    item.of.includes(category) && same(item.unit, unit)
  );
}

/** What was counted at another system's rate, for the report. */
export function convertedIn(credits: Credit[]): Converted[] {
  return credits.flatMap(({ index, hours, rate }) =>
    rate
      ? [{ activity: index, hours, text: rate.text, sources: rate.sources }]
      : []
  ).sort((one, other) => one.activity - other.activity);
}

/** "CEUs" and "ceu" are the same unit. */
function same(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return plain(one) === plain(other);
}

function plain(unit: string): string {
  return unit.toLowerCase().replace(/s$/, "");
}

/** The first day of the longest window that ends with the renewal: there "the first 20" count. */
function windowStart(context: Context): number | null {
  const { license, period, renewal } = context;
  if (!period) return null;
  const starts = obligations(license.requires).flatMap((duty) =>
    duty.over ? [startOf(renewal, duty.over)] : []
  );
  return Math.min(period.from, ...starts);
}
