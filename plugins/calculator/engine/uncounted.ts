// SPDX-License-Identifier: MIT
/**
 * Credit that counts toward nothing, and why: a reader should not have to guess.
 *
 * In: the reports on all duties and the credit. Out: activities by index, each with the first
 * reason against it.
 */

import type { Setting } from "./assessment.ts";
import { hasKind, inSpan } from "./credit.ts";
import { parseDay } from "./dates.ts";
import type { DutyReport, Uncounted } from "./report.ts";

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
  const owed = openDuties(duties);
  return setting.credits.filter((credit) => !counted.has(credit.index)).map(
    (credit): Uncounted => {
      const { index: activity } = credit;
      if (credit.hours === 0) return { activity, why: "hours" };
      const inTime = owed.filter((item) => inSpan(credit.day, item.span));
      if (inTime.length === 0) return { activity, why: "date" };
      const filters = inTime.flatMap((item) => {
        const filter = setting.structure.filters.get(item.id);
        return filter ? [filter] : [];
      });
      if (!filters.some((filter) => hasKind(filter, credit))) {
        return { activity, why: "category" };
      }
      const general = filters.some((filter) =>
        filter.topics === null && hasKind(filter, credit)
      );
      return { activity, why: general ? "limit" : "subject" };
    },
  ).sort((one, other) => one.activity - other.activity);
}

/** Duties that credit could count toward, with the days on which it does. */
function openDuties(
  duties: DutyReport[],
): { id: string; span: { from: number; to: number } }[] {
  return duties.flatMap((duty) => {
    const inside = openDuties(duty.members ?? []);
    if (!duty.window || duty.verdict.is === "none") return inside;
    const { from, to } = duty.window;
    const start = from === null ? -Infinity : parseDay(from);
    return [
      { id: duty.id, span: { from: start, to: parseDay(to) } },
      ...inside,
    ];
  });
}
