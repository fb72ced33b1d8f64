// SPDX-License-Identifier: MIT
/**
 * Credit that counts toward nothing, and why: a reader should not have to guess.
 *
 * In: the reports on all duties and the credit. Out: activities by index, each with the first
 * reason against it.
 */

import type { Setting } from "./assessment.ts";
import { accepts, hasKind, hasTopic, inSpan } from "./credit.ts";
import { parseDay } from "./dates.ts";
import { rateFor } from "./rates.ts";
import type { DutyReport, Uncounted } from "./report.ts";
import type { Filter } from "./structure.ts";

/** List the activities that no duty counted. */
export function uncounted(
  duties: DutyReport[],
  setting: Setting,
): Uncounted[] {
  const counted = new Set<number>();
  const collect = (reports: DutyReport[]) => {
    for (const report of reports) {
      report.counted.forEach((item) => counted.add(item.activity));
      collect(report.members ?? []);
    }
  };
  collect(duties);
  const owed = openDuties(duties, setting);
  return setting.credits.filter((credit) => !counted.has(credit.index)).map(
    (credit): Uncounted => {
      const { index: activity } = credit;
      if (credit.hours === 0) {
        return { activity, why: credit.unit === undefined ? "hours" : "unit" };
      }
      const inTime = owed.filter((item) => inSpan(credit.day, item.span));
      const fitting = owed.filter((item) => accepts(item.filter, credit));
      if (fitting.some((item) => inTime.includes(item))) {
        return { activity, why: "limit" };
      }
      // A duty that wants it on other days says more than one that never does.
      if (inTime.length === 0 || fitting.length > 0) {
        return { activity, why: "date" };
      }
      const kind = inTime.some(({ filter }) =>
        hasTopic(filter, credit) && !hasKind(filter, credit)
      );
      if (!kind) return { activity, why: "subject" };
      const rate = rateFor(setting.context.license, credit);
      const unknown = rate !== undefined && rate.worth === undefined;
      return { activity, why: unknown ? "rate" : "category" };
    },
  ).sort((one, other) => one.activity - other.activity);
}

/** A duty that credit could count toward, and the days on which it does. */
interface OpenDuty {
  filter: Filter;
  span: { from: number; to: number };
}

function openDuties(duties: DutyReport[], setting: Setting): OpenDuty[] {
  return duties.flatMap((duty) => {
    const inside = openDuties(duty.members ?? [], setting);
    const filter = setting.structure.filters.get(duty.id);
    if (!duty.window || duty.verdict.is === "none" || !filter) return inside;
    const { from, to } = duty.window;
    const start = from === null ? -Infinity : parseDay(from);
    return [{ filter, span: { from: start, to: parseDay(to) } }, ...inside];
  });
}
