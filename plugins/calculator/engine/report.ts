// SPDX-License-Identifier: MIT
/**
 * What goes into an evaluation besides the license (the practitioner and the credit earned), and
 * what comes out of it: the report.
 */

import type { IsoDate } from "./types.ts";

/** Yes or no, a choice or several, a number or percentage, or a date. */
export type Answer = boolean | string | string[] | number;

/** What is known about the person. A question without an answer is unknown, never a no. */
export interface Practitioner {
  /**
   * Answers by question id, as a license's `questions` list them. `licensed` is the day the
   * license was first issued, `born` the date of birth, `license-number` its digits.
   */
  answers: Record<string, Answer>;
  /**
   * What the person ticked, by duty id: true, the day it was done, or hours of practice. It holds
   * for duties of every kind.
   */
  done?: Record<string, boolean | number | IsoDate>;
  /** The first renewal date, where it is not the first that the cycle gives after licensure. */
  firstRenewal?: IsoDate;
}

/** One piece of credit. */
export interface Activity {
  date: IsoDate;
  /** Hours; or else `amount` of a `unit` that the license's conversions or rates know. */
  hours?: number;
  amount?: number;
  unit?: string;
  category?: string;
  topics?: string[];
  formats?: string[];
}

/**
 * - met: nothing left to do. `late` if only after the duty's own deadline.
 * - short: so many hours to earn (or hours of practice), by a day.
 * - missing: a course, credential or act that is known not to be there.
 * - later: not due at this renewal; `hours` left, 0 if already earned in part or whole.
 * - none: does not apply; the reasons say why.
 * - may: depends on unanswered questions; `otherwise` is the verdict if it does apply.
 * - tick: no program can decide; the person ticks it.
 * - unconfirmed: a bill not known to be law; shown, not owed.
 */
export type Verdict =
  | { is: "met"; late?: true }
  | { is: "short"; hours: number; by: IsoDate }
  | { is: "missing"; by: IsoDate }
  | { is: "later"; hours?: number; by: IsoDate }
  | { is: "none" }
  | { is: "may"; questions: string[]; otherwise: Verdict }
  | { is: "tick"; by: IsoDate }
  | { is: "unconfirmed" };

/** Why a verdict is as it is. `text` is a whole sentence or clause, ready to show. */
export interface Reason {
  code:
    | "credit" // enough credit was counted, or so much is lacking
    | "ticked" // the person ticked it
    | "answer" // an answer decides
    | "who" // the duty does not apply to this person
    | "not-yet" // not in force at this renewal
    | "over" // no longer in force
    | "new-law" // in force since a day within the period
    | "providers" // the duty lies on course providers
    | "bill" // not known to be law
    | "existing" // another deadline, or none, for people licensed earlier
    | "before-licensure" // was due before the license was issued
    | "exemption"
    | "alternative"
    | "new-licensee"
    | "zero" // a share of nothing
    | "clock" // when it falls due
    | "assumed" // computed on the safe side of something not established
    | "unknown-amount" // the number was not established
    | "check" // what only the person can check
    | "choice" // another way was enough
    | "carried" // credit of the period before
    | "other-license";
  text: string;
  sources?: string[];
}

/** Hours of an activity (by its index) that were counted. */
export interface Counted {
  activity: number;
  hours: number;
}

/** The state of one duty. */
export interface DutyReport {
  id: string;
  verdict: Verdict;
  /** Hours owed after reductions, in the license's unit; null where it is not counted in hours. */
  owed: number | null;
  /** Hours counted toward it; more than owed where there is excess. */
  earned: number | null;
  due: IsoDate | null;
  /** The days on which credit counts; `from` is null where all earlier credit does. */
  window: { from: IsoDate | null; to: IsoDate } | null;
  counted: Counted[];
  reasons: Reason[];
  sources: string[];
  /** Unanswered questions whose answer may lessen what is owed. */
  mayLessen: string[];
  /** The parts of a group or choice. */
  members?: DutyReport[];
}

/** An alternative or exemption: whether it holds for this person. */
export interface ExcuseReport {
  kind: "alternative" | "exemption" | "new-licensee";
  /** Its place in the license's own list. */
  index: number;
  state: "applies" | "no" | "unknown" | "words" | "on-application";
  questions: string[];
  /** For an alternative by other education: how far that is. */
  instead?: DutyReport;
}

/** Credit that counts toward nothing, and the first reason why. */
export interface Uncounted {
  activity: number;
  why: "date" | "category" | "hours" | "unit" | "rate" | "subject" | "limit";
}

/** Credit of another unit or system, and the rate at which it was counted. */
export interface Converted {
  activity: number;
  hours: number;
  text: string;
  sources?: string[];
}

/** The first sentence, and the parts that it is made of. */
export interface Summary {
  text: string;
  /**
   * The general total, where there is one that is owed; else the first choice or group that lacks
   * hours, of which `owed` is null.
   */
  total: { id: string; short: number; owed: number | null } | null;
  /**
   * Hours short of duties that are owed for sure and due; an hour counts once where they lie in one
   * another, twice where it would have to be on two subjects.
   */
  hoursShort: number;
  /** Ids of other duties, by what is left to do. */
  short: string[];
  missing: string[];
  tick: string[];
  may: string[];
  later: string[];
  /** Left to do, but due before this period: often done long ago and never marked here. */
  earlier: string[];
  /** The first day by which something is owed; of what was due earlier, if that is all. */
  by: IsoDate | null;
}

/** Credit to earn, as one part of a plan. */
export interface PlanItem {
  hours: number;
  /** Days within which to earn it; `from` is null where there is no first one. */
  from: IsoDate | null;
  by: IsoDate;
  /** Any one of these subjects, categories, formats will do; none named: it does not matter. */
  topics: string[];
  categories: string[];
  formats: string[];
  /** The duties that it serves. */
  serves: { license: string; duty: string }[];
}

/** The least credit that satisfies several licenses together. */
export interface Plan {
  hours: number;
  items: PlanItem[];
  /** Hours that no credit can serve any more, as all of their days are past. */
  unplanned: number;
}

/** All that is owed for one license at one renewal. */
export interface Report {
  license: string;
  renewal: IsoDate;
  /** 1 for the first renewal; null where the date of licensure or the cycle is unknown. */
  number: number | null;
  cycle: { from: IsoDate; to: IsoDate } | null;
  /** The days on which credit counts toward duties of the education period. */
  period: { from: IsoDate; to: IsoDate } | null;
  summary: Summary;
  duties: DutyReport[];
  excuses: ExcuseReport[];
  /** Unanswered questions that could change this report, those that decide duties first. */
  questions: string[];
  uncounted: Uncounted[];
  converted: Converted[];
  /** Indices of the license's `changes` that may bite before the renewal. */
  changes: number[];
}
