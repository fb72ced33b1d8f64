// SPDX-License-Identifier: MIT
/**
 * The first sentence of a report, made from parts: "You still owe 14 of 50 hours and 2 mandated
 * topics by March 31, 2027." What was due before the period stands apart from what is owed in it.
 *
 * In: the reports on all duties. Out: the parts, and the sentence.
 */

import { longDate } from "./dates.ts";
import type { DutyReport, Summary } from "./report.ts";
import type { CompiledLicense, Duty, IsoDate } from "./types.ts";

/** Sum up a report; `start` is the first day of the period, before which all is past. */
export function summarize(
  license: CompiledLicense,
  duties: DutyReport[],
  renewal: IsoDate,
  hoursShort: number,
  start: IsoDate | null,
): Summary {
  const total = generalDuty(duties);
  const isEarlier = (duty: DutyReport) => {
    const day = dayOf(duty);
    return start !== null && day !== null && day < start && duty !== total;
  };
  const earlier = duties.filter(isEarlier);
  const now = duties.filter((duty) => !isEarlier(duty));
  const ids = (is: DutyReport["verdict"]["is"]) =>
    now.filter((duty) => duty.verdict.is === is && duty !== total)
      .map((duty) => duty.id);
  const first = (among: DutyReport[]) =>
    among.flatMap((duty) => dayOf(duty) ?? []).sort().at(0) ?? null;
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
    tick: now.filter((duty) => duty.verdict.is === "tick")
      .map((duty) => duty.id),
    may: now.filter((duty) => duty.verdict.is === "may")
      .map((duty) => duty.id),
    later: ids("later"),
    earlier: earlier.map((duty) => duty.id),
    by: first(now) ?? first(earlier),
  };
  summary.text = [
    sentence(license, summary, renewal),
    ...past(earlier.length, first(earlier)),
  ].join(" ");
  return summary;
}

/** The day by which something is left to do; null where nothing is. */
function dayOf({ verdict }: DutyReport): IsoDate | null {
  return verdict.is === "short" || verdict.is === "missing" ||
      verdict.is === "tick"
    ? verdict.by
    : null;
}

function past(number: number, first: IsoDate | null): string[] {
  if (first === null) return [];
  const [were, them] = number === 1 ? ["was", "it"] : ["were", "each"];
  return [
    `${count(number, "duty")} ${were} due before this period, ${
      number === 1 ? "by" : "the first by"
    } ${longDate(first)}: mark ${them} if you did it.`,
  ];
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
  const { by, may, earlier } = summary;
  const owed = owedParts(license, summary);
  const more = may.length > 0 ? `; ${count(may.length, "duty")} may apply` : "";
  if (owed.length === 0) {
    const nothing = earlier.length > 0 ? "Nothing else" : "Nothing";
    const left = more
      ? `${nothing} that is sure is left`
      : `${nothing} is left`;
    return `${left} to do for the renewal on ${longDate(renewal)}${more}.`;
  }
  const owe = `You still owe ${join(owed)} by ${longDate(renewal)}`;
  if (by === null || by >= renewal) return `${owe}${more}.`;
  return `${owe}, the first of it by ${longDate(by)}${more}.`;
}

/** What is owed for sure: hours of the total, topics, other duties, what only the person can tell. */
function owedParts(license: CompiledLicense, summary: Summary): string[] {
  const { total, tick } = summary;
  const owed: string[] = [];
  if (total && total.short > 0) {
    owed.push(
      total.owed === null
        ? amount(total.short, license.unit)
        : `${total.short} of ${amount(total.owed, license.unit)}`,
    );
  }
  const byId = new Map(license.requires.map((duty) => [duty.id, duty]));
  const others = [...summary.short, ...summary.missing];
  const topics = others.filter((id) => isTopic(byId.get(id)));
  const kind = owed.length + topics.length > 0 ? "other duty" : "duty";
  owed.push(
    ...some(topics.length, "mandated topic"),
    ...some(others.length - topics.length, kind),
  );
  // A choice that is all there is to owe is told as one: "any 2 of 3 ways".
  const ways = owed.length === 0 && tick.length === 1
    ? byId.get(tick[0])
    : undefined;
  if (ways?.kind === "choice") {
    return [`any ${ways.choose} of ${ways.of.length} ways`];
  }
  const self = some(tick.length, "duty").map((text) =>
    `${text} that only you can tick off`
  );
  return [...owed, ...self];
}

/** Whether a duty is about a subject, as hours or as a course. */
function isTopic(duty: Duty | undefined): boolean {
  return duty !== undefined && "topics" in duty && duty.topics !== undefined;
}

/** "1 hour", "50 contact hours". */
export function amount(hours: number, unit: string): string {
  return `${hours} ${hours === 1 ? unit.replace(/s$/, "") : unit}`;
}

/** "1 duty", "2 duties", "2 mandated topics". */
function count(number: number, noun: string): string {
  const several = noun.endsWith("y") ? noun.replace(/y$/, "ies") : `${noun}s`;
  return `${number} ${number === 1 ? noun : several}`;
}

function some(number: number, noun: string): string[] {
  return number > 0 ? [count(number, noun)] : [];
}

/** "one", "one and two", "one, two and three". */
function join(parts: string[]): string {
  const start = parts.slice(0, -1).join(", ");
  return start ? `${start} and ${parts.at(-1)}` : parts.join("");
}
