// SPDX-License-Identifier: MIT
/**
 * What the records say about the visitor, in the shape that the engine and the views use.
 *
 * In: records, the chosen licenses. Out: a profile; for each license a practitioner. What is true
 * of the person is asked once; whatever a rule of one license may see differently is asked for each.
 */

import type { Answer, Practitioner } from "../engine/report.ts";
import type { IsoDate, Question } from "../engine/types.ts";
import type { Allowance } from "./allowance.ts";
import { type Entry, sorted } from "./entries.ts";
import { type Records, under } from "./records.ts";
import type { Known } from "./renewal_date.ts";

/** A visitor, as far as is known. */
export interface Profile {
  /** The newest first. */
  entries: Entry[];
  renewals: Record<string, IsoDate>;
  /** The first renewal of a license, where the visitor had to say which it is. */
  firstRenewals: Record<string, IsoDate>;
  birth: Known["birth"];
  allowance: Allowance;
  answers: Record<string, Answer>;
  done: Record<string, boolean | number | IsoDate>;
}

/** Read the records. */
export function profileOf(records: Records): Profile {
  return {
    entries: sorted(Object.values(under<Entry>(records, "entry/"))),
    renewals: under(records, "renewal/"),
    firstRenewals: under(records, "first-renewal/"),
    birth: (records["birth"]?.value ?? {}) as Known["birth"],
    allowance: {
      dollars: amount(records, "allowance"),
      days: amount(records, "allowance/days"),
      month: amount(records, "allowance/month") ?? 1,
    },
    answers: under(records, "answer/"),
    done: under(records, "done/"),
  };
}

function amount(records: Records, key: string): number | undefined {
  return (records[key]?.value ?? undefined) as number | undefined;
}

/** A question of a license, or a fact that its dates go by. */
export interface Asks {
  license: string;
  question?: Question;
}

/** The key under which an answer is kept: for the person, or for one license. */
export function answerKey({ license, question }: Asks, id: string): string {
  return question?.holds === "person"
    ? `answer/${id}`
    : `answer/${license}/${id}`;
}

/** The answer to a question. */
export function answerTo(
  profile: Profile,
  asks: Asks,
  id: string,
): Answer | undefined {
  return profile.answers[answerKey(asks, id).slice("answer/".length)];
}

/** What renewal dates go by. */
export function knownFor(profile: Profile, license: string): Known {
  const licensed = answerTo(profile, { license }, "licensed");
  const number = answerTo(profile, { license }, "license-number");
  return {
    birth: profile.birth,
    licensed: typeof licensed === "string" ? licensed : undefined,
    licenseNumber: typeof number === "number" ? number : undefined,
  };
}

/** The practitioner as one license sees them; `asks`: its questions, and whose rules ask them. */
export function practitionerFor(
  profile: Profile,
  license: string,
  asks: Record<string, Asks>,
): Practitioner {
  const answers: Record<string, Answer> = {};
  for (const [id, asked] of Object.entries(asks)) {
    const answer = id === "born"
      ? born(profile.birth)
      : answerTo(profile, asked, id);
    if (answer !== undefined) answers[id] = answer;
  }
  const prefix = `${license}/`;
  const done = Object.fromEntries(
    Object.entries(profile.done)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
  const firstRenewal = profile.firstRenewals[license];
  return { answers, done, ...(firstRenewal ? { firstRenewal } : {}) };
}

/** Rules look at the day and month only; where the year was not asked a leap year stands in. */
function born({ month, day, year }: Known["birth"]): IsoDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${year ?? 1980}-${two(month)}-${two(day)}`;
}
