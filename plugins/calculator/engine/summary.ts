// SPDX-License-Identifier: MIT
/**
 * The first sentence of a report, made from parts: "You still owe 14 of 50 hours and 2 other
 * duties by March 31, 2027."
 *
 * In: the reports on all duties. Out: the parts, and the sentence.
 */

import { civil, parseDay } from "./dates.ts";
import type { DutyReport, Summary } from "./report.ts";
import type { CompiledLicense, IsoDate } from "./types.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** Sum up a report. */
export function summarize(
  license: CompiledLicense,
  duties: DutyReport[],
  renewal: IsoDate,
  hoursShort: number,
): Summary {
  const total = generalDuty(duties);
  const ids = (is: DutyReport["verdict"]["is"]) =>
    duties.filter((duty) => duty.verdict.is === is && duty !== total)
      .map((duty) => duty.id);
  const days = duties.flatMap(({ verdict }) =>
    verdict.is === "short" || verdict.is === "missing" ? [verdict.by] : []
  ).sort();
  const summary: Summary = {
    text: "",
    total: total
      ? {
        id: total.id,
        short: total.verdict.is === "short" ? total.verdict.hours : 0,
        owed: total.owed,
      }
      : null,
    hoursShort,
    short: ids("short"),
    missing: ids("missing"),
    tick: duties.filter((duty) => duty.verdict.is === "tick")
      .map((duty) => duty.id),
    may: duties.filter((duty) => duty.verdict.is === "may")
      .map((duty) => duty.id),
    later: ids("later"),
    by: days[0] ?? null,
  };
  summary.text = sentence(license, summary, renewal);
  return summary;
}

/** The total, or where there is none the first choice or group that lacks hours. */
function generalDuty(duties: DutyReport[]): DutyReport | undefined {
  const total = duties.find((duty) => duty.id === "total");
  if (total) {
    return total.owed !== null && total.verdict.is !== "none"
      ? total
      : undefined;
  }
  return duties.find((duty) => duty.members && duty.verdict.is === "short");
}

function sentence(
  license: CompiledLicense,
  summary: Summary,
  renewal: IsoDate,
): string {
  if (license.status === "not-established") {
    return "What this license requires was not established.";
  }
  const { total, by } = summary;
  const others = summary.short.length + summary.missing.length;
  const owed: string[] = [];
  if (total && total.short > 0) {
    owed.push(
      total.owed === null
        ? amount(total.short, license.unit)
        : `${total.short} of ${amount(total.owed, license.unit)}`,
    );
  }
  if (others > 0) {
    const kind = owed.length > 0 ? "other duty" : "duty";
    owed.push(count(others, kind));
  }
  const unclear: string[] = [];
  if (summary.tick.length > 0) {
    unclear.push(`${count(summary.tick.length, "duty")} to tick yourself`);
  }
  if (summary.may.length > 0) {
    unclear.push(`${count(summary.may.length, "duty")} that may apply`);
  }
  const more = unclear.length > 0 ? `; besides, ${join(unclear)}` : "";
  if (owed.length === 0) {
    const clear = "Nothing that is sure is left to earn";
    const start = unclear.length > 0 ? clear : "Nothing is left to earn";
    return `${start} for the renewal on ${longDate(renewal)}${more}.`;
  }
  const early = by !== null && by < renewal
    ? `, the first of it by ${longDate(by)}`
    : "";
  return `You still owe ${join(owed)} by ${longDate(renewal)}${early}${more}.`;
}

/** "1 hour", "50 contact hours". */
export function amount(hours: number, unit: string): string {
  return `${hours} ${hours === 1 ? unit.replace(/s$/, "") : unit}`;
}

function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : noun.replace(/duty$/, "duties")}`;
}

function join(parts: string[]): string {
  return parts.join(" and ");
}

/** Write a day as "March 31, 2027". */
export function longDate(date: IsoDate): string {
  const { year, month, day } = civil(parseDay(date));
  return `${MONTHS[month - 1]} ${day}, ${year}`;
}
