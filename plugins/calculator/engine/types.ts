// SPDX-License-Identifier: MIT
/**
 * The data that the engine reads: one record for each license, written by ../compile.py.
 *
 * Every value of a rule is parsed and every word of the law is ready made. Fields that a rule does
 * not use are absent. tests/calculator/test_compile.py proves that all records are of these types.
 */

/** A day as YYYY-MM-DD. */
export type IsoDate = string;

/** A length of time: whole months, or days where the law counts days. */
export type Length = { months: number } | { days: number };

/** How often: once, each education period, so many renewal cycles, or a clock of its own. */
export type Interval =
  | { kind: "once" }
  | { kind: "period" }
  | { kind: "cycle"; count: number }
  | { kind: "time"; length: Length };

/** A day of the year, in each year or only in odd or even ones. */
export interface MonthDay {
  month: number;
  day: number;
  years?: "odd" | "even";
}

/** A point in time that a deadline names; `event` is a question answered by a date. */
export type Point =
  | { kind: "renewal"; count: number }
  | { kind: "full-period"; count: number }
  | { kind: "after"; length: Length; event: string }
  | { kind: "date"; date: IsoDate }
  | { kind: "licensure" }
  | { kind: "month-day"; day: MonthDay };

/** One point, or several of which the first (the default) or the last counts. */
export interface Deadline {
  points: Point[];
  pick?: "first" | "last";
}

/** A percentage of another duty's hours. */
export interface Share {
  percent: number;
  of: string;
}

/** An answer compared with a number, a date, or (for dates) a time before the renewal. */
export interface Comparison {
  operator: "<" | "<=" | ">" | ">=";
  number?: number;
  date?: IsoDate;
  unit?: "months" | "years";
}

/** A condition on the practitioner. */
export type Condition =
  | { question: string; is: boolean }
  | { question: string; oneOf: string[] }
  | { question: string; compare: Comparison }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** A sentence of the law in plain words, a note, and the ids of its sources. */
export interface Statement {
  text: string;
  note?: string;
  sources?: string[];
}

/** The words of a duty: `label` its subject, `sentence` all of it in one line. */
export interface DutyWords {
  label: string;
  amount: string;
  sentence: string;
  who?: string;
  place?: string;
  note?: string;
}

/** What all duties have in common. */
export interface CommonDuty {
  id: string;
  when?: Condition;
  within?: string;
  /** Whether it counts toward the total was not established. */
  placeUnknown?: true;
  onTopOf?: string;
  from?: IsoDate;
  until?: IsoDate;
  standing?: "unconfirmed";
  words: DutyWords;
  sources?: string[];
}

/** A stretch of a phased duty; the last one has no `forFirst` and holds from then on. */
export interface Phase {
  forFirst?: number;
  every: Interval;
  hours?: number;
  firstBy?: Deadline;
}

/** One duty; `kind` says by what it is measured. */
export interface Obligation extends CommonDuty {
  kind:
    | "hours"
    | "share"
    | "course"
    | "practice"
    | "holds"
    | "does"
    | "attests"
    | "license"
    | "words";
  /** Absent for the kind "hours" where the number was not established. */
  hours?: number;
  share?: Share;
  /** A course of its own, not just any on the subject. */
  named?: true;
  /** Hours of practice. */
  practice?: number;
  holds?: string[];
  does?: string[];
  /** Id of another license whose requirement is owed. */
  license?: string;
  topics?: string[];
  counts?: string[];
  formats?: string[];
  apartFrom?: string[];
  /** Absent: each education period. */
  every?: Interval;
  by?: Deadline;
  firstBy?: Deadline;
  phases?: Phase[];
  over?: Length;
  binds?: "providers";
  existing?: { licensedBefore: IsoDate; by?: Deadline; exempt?: true };
  /** What only a person can check about a course. */
  check?: { provider?: string; covers?: string; law?: string };
  rhythm?: string;
}

/** All of several duties. */
export interface Group extends CommonDuty {
  kind: "group";
  all: Duty[];
}

/** At least `choose` of several duties. */
export interface Choice extends CommonDuty {
  kind: "choice";
  choose: number;
  of: Duty[];
}

export type Duty = Obligation | Group | Choice;

/** The license renewal cycle of one group of licensees. `every` is absent if not established. */
export interface Renewal extends Statement {
  every?: Length;
  ends: {
    kind:
      | "month-day"
      | "birthday"
      | "day-before-birthday"
      | "birth-month-end"
      | "birth-month-day"
      | "month-after-birth-month-end"
      | "issue-month-end"
      | "issue-anniversary"
      | "with-license"
      | "shown-on-license"
      | "not-established";
    days?: MonthDay[];
    day?: number;
    license?: string;
  };
  years?:
    | "odd"
    | "even"
    | "parity of birth year"
    | "parity of license number"
    | "shown on license";
  when?: Condition;
}

/** The span over which credit is counted, where it is not the renewal cycle. */
export interface EducationPeriod extends Statement {
  length: Length;
  runs:
    | "to each renewal"
    | "from first birthday after licensure"
    | "in calendar years"
    | "to December 31 before renewal"
    | "on a fixed cycle"
    | "not-established";
  /** The common last day of a fixed cycle, where it is known. */
  ends?: MonthDay;
}

/** A cap on what counts toward the duty `of`: credit of any of these kinds. */
export interface Limit extends Statement {
  atMost: number | Share;
  topics?: string[];
  counts?: string[];
  formats?: string[];
  of: string;
  per?: "year";
  when?: Condition;
}

/** What a unit other than the hour is worth, for credit of one category. */
export interface Conversion extends Statement {
  one: string;
  category: string;
  worth: number;
  atMost?: number;
}

/** What credit of another unit or system is worth. Without `worth` that was not established. */
export interface Rate extends Statement {
  /** Credit of any of these categories. */
  of: string[];
  /** Absent: one credit. */
  unit?: string;
  worth?: number;
  /** So many of the unit are worth that much: 60 minutes. One, unless said. */
  per?: number;
  /** The category it counts as, besides its own. */
  as?: string;
  /** Only so many of a period count at that rate, and further ones once. */
  first?: number;
}

/** An alternative, which satisfies duties, or an exemption, which excuses from them. */
export interface Excuse extends Statement {
  when?: Condition;
  instead?: Duty;
  covers: "everything" | string[];
  butNot?: string[];
  worth?: number | Share;
  only?: "one cycle" | "one period";
  onApplication?: true;
  from?: IsoDate;
  until?: IsoDate;
}

/** A rule for new licensees; `licensed` compares the time from licensure to the first renewal. */
export interface NewLicensees extends Statement {
  licensed?: Comparison;
  at: "first renewal" | "second renewal" | "calendar year of licensure";
  when?: Condition;
  exempt?: "everything" | string[];
  butNot?: string[];
  reduce?: string;
  to?: number;
  prorate?: string;
  by?: "month" | "quarter" | "half-year" | "year";
  rate?: number;
  plus?: number;
}

/** Excess credit that may serve the next period; at most 0 means none. */
export interface CarryOver extends Statement {
  atMost: number | "unlimited" | "not-established";
  counts?: string[];
  /** Only credit of so long at the end of a period. */
  earnedInLast?: Length;
  butNot?: string[];
}

/** A change of law ahead, told in words. */
export interface Change extends Statement {
  date?: IsoDate;
  standing: "enacted" | "passed" | "proposed" | "unknown";
}

/** Something to ask the practitioner. Only choices that a rule names are listed. */
export interface Question {
  ask: string;
  type:
    | "yes-no"
    | "choice"
    | "choices"
    | "percent"
    | "number"
    | "date"
    | "board";
  choices?: Record<string, string>;
  why?: string;
  /** The answer holds for every license of the person; absent: for this license. */
  holds?: "person";
}

/** Everything the engine and the page need to know about one license. */
export interface CompiledLicense {
  /** Postal code and profession: "ny-md"; "us-dea" for a national requirement. */
  id: string;
  /** Empty where several professions owe the same to a national body. */
  profession: string;
  place: string;
  name: string;
  /** What is kept up, where that is no license: "certification". */
  noun?: string;
  /** The version of these types; absent in a record made by hand. */
  shape?: string;
  verified: IsoDate;
  confidence: "high" | "medium" | "low";
  status: "established" | "none-required" | "not-established";
  unit: "hours" | "contact hours" | "credits" | "points";
  /** The headline answer: "50 hours every 2 years". */
  answer: string;
  renewals: Renewal[];
  period?: EducationPeriod;
  requires: Duty[];
  limits?: Limit[];
  conversions?: Conversion[];
  rates?: Rate[];
  alternatives?: Excuse[];
  exemptions?: Excuse[];
  newLicensees?: NewLicensees[];
  carryOver?: CarryOver;
  changes?: Change[];
  openQuestions: number;
  questions: Record<string, Question>;
  topics: Record<string, string>;
  categories: Record<string, string>;
  formats: Record<string, string>;
  sources: Record<string, { cite: string; url: string }>;
  /** An employer's own policy, not the law. */
  policy?: true;
}
