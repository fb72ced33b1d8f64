// SPDX-License-Identifier: MIT
/**
 * Everything that the views show, computed from the state in one go.
 *
 * In: records, the licenses shown, the data loaded, today. Out: for each license its renewal and
 * reports, now and with what is planned; and the questions to ask, each with why.
 */

import { decide } from "../engine/conditions.ts";
import { ownRenewal } from "../engine/context.ts";
import { parseDay } from "../engine/dates.ts";
import { evaluate } from "../engine/evaluate.ts";
import type { Report } from "../engine/report.ts";
import type {
  CompiledLicense,
  IsoDate,
  Question,
  Renewal,
} from "../engine/types.ts";
import { linkedTo } from "./linked.ts";
import { activity, type Entry } from "./entries.ts";
import {
  answerKey,
  answerTo,
  knownFor,
  practitionerFor,
  type Profile,
  profileOf,
} from "./profile.ts";
import type { Records } from "./records.ts";
import { type Possible, renewalDates } from "./renewal_date.ts";
import { dutiesAskedBy, dutiesLessenedBy } from "./sections.ts";

/** One license of the visitor. */
export interface Holding {
  license: CompiledLicense;
  rule: Renewal;
  /** The license whose rule that is: this one, or the one that it renews with. */
  ruler: string;
  /** Every question that the report may ask, with the license whose rules ask it. */
  asks: Record<string, { question: Question; license: string }>;
  possible: Possible;
  /** The date chosen, else the only possible one, else null. */
  renewal: IsoDate | null;
  /** Whether the visitor set the date, against or without the rule. */
  chosen: boolean;
  report: Report | null;
  /** With planned credit; null where nothing is planned. */
  planned: Report | null;
}

/** A question, asked once for all licenses that share its answer. */
export interface Asked {
  key: string;
  id: string;
  question: Question;
  licenses: string[];
  /** Names of the duties that it decides, and of those that it may lessen. */
  decides: string[];
  lessens: string[];
  answered: boolean;
}

export interface Scene {
  today: IsoDate;
  profile: Profile;
  earned: Entry[];
  /** Earned first, so that an index into the earned ones holds here too. */
  all: Entry[];
  holdings: Holding[];
  questions: Asked[];
  /** The day on which the oldest data shown was last checked against its sources. */
  verified: IsoDate | null;
}

/** Compute the scene. */
export function sceneOf(
  records: Records,
  ids: string[],
  loaded: ReadonlyMap<string, CompiledLicense>,
  today: IsoDate,
): Scene {
  const profile = profileOf(records);
  const earned = profile.entries.filter((entry) => !entry.planned);
  const all = [...earned, ...profile.entries.filter((entry) => entry.planned)];
  const licenses = ids.flatMap((id) => loaded.get(id) ?? []);
  const holdings = licenses.map((license) =>
    holdingOf(license, loaded, profile, earned, all, today)
  );
  const verified = licenses.filter((license) => !license.policy)
    .map((license) => license.verified).sort()[0];
  return {
    today,
    profile,
    earned,
    all,
    holdings,
    questions: questionsOf(holdings, profile, today),
    verified: verified ?? null,
  };
}

function holdingOf(
  license: CompiledLicense,
  loaded: ReadonlyMap<string, CompiledLicense>,
  profile: Profile,
  earned: Entry[],
  all: Entry[],
  today: IsoDate,
): Holding {
  const { rule, ruler } = ruleOf(license, loaded, profile, today);
  const possible = renewalDates(rule, knownFor(profile, ruler), today);
  const asks = asksOf(license, loaded);
  const set = profile.renewals[license.id];
  const renewal = set ??
    (possible.dates.length === 1 ? possible.dates[0] : null);
  const run = (entries: Entry[]) =>
    renewal === null ? null : evaluate(
      license,
      practitionerFor(profile, license.id, asks),
      entries.map(activity),
      renewal,
      [...loaded.values()],
    );
  return {
    license,
    rule,
    ruler,
    asks,
    possible,
    renewal,
    chosen: set !== undefined,
    report: run(earned),
    planned: all.length > earned.length ? run(all) : null,
  };
}

/** A license's own questions, and those of licenses that its duties point to. */
function asksOf(
  license: CompiledLicense,
  loaded: ReadonlyMap<string, CompiledLicense>,
): Holding["asks"] {
  const linked = linkedTo(license).flatMap((id) => loaded.get(id) ?? []);
  const asks: Holding["asks"] = {};
  for (const { id, questions } of [license, ...linked]) {
    for (const [name, question] of Object.entries(questions)) {
      asks[name] ??= { question, license: id };
    }
  }
  return asks;
}

/** The rule by which a license renews; it may be that of another license. */
function ruleOf(
  license: CompiledLicense,
  loaded: ReadonlyMap<string, CompiledLicense>,
  profile: Profile,
  today: IsoDate,
): { rule: Renewal; ruler: string } {
  const own = ownRenewal(license, factsFor(license, profile, today));
  const leader = loaded.get(own.ends.license ?? "");
  return leader
    ? {
      rule: ownRenewal(leader, factsFor(leader, profile, today)),
      ruler: leader.id,
    }
    : { rule: own, ruler: license.id };
}

function factsFor(license: CompiledLicense, profile: Profile, today: IsoDate) {
  return {
    answers: practitionerFor(profile, license.id, asksOf(license, new Map()))
      .answers,
    profession: license.profession,
    renewal: parseDay(today),
  };
}

function questionsOf(
  holdings: Holding[],
  profile: Profile,
  today: IsoDate,
): Asked[] {
  const found = new Map<string, Asked>();
  for (const holding of holdings) {
    const { license, report, asks } = holding;
    for (const [id, asked] of Object.entries(asks)) {
      const { question } = asked;
      if (isAskedWithDate(holding, id)) continue;
      const answered = id === "born"
        ? profile.birth.month !== undefined && profile.birth.day !== undefined
        : answerTo(profile, asked, id) !== undefined;
      const open = report?.questions.includes(id) ||
        decidesRenewal(license, profile, id, today);
      if (!answered && !open) continue;
      const key = id === "born" ? "birth" : answerKey(asked, id);
      const before = found.get(key);
      const decides = dutiesAskedBy(license, id);
      const lessens = dutiesLessenedBy(license, id);
      if (before) {
        before.licenses.push(license.id);
        before.decides.push(...decides);
        before.lessens.push(...lessens);
        before.question = {
          ...question,
          choices: { ...before.question.choices, ...question.choices },
        };
      } else {
        const licenses = [license.id];
        found.set(key, {
          key,
          id,
          question,
          licenses,
          decides,
          lessens,
          answered,
        });
      }
    }
  }
  return [...found.values()];
}

/** Whether the row of the license asks it already, for its renewal date. */
function isAskedWithDate(holding: Holding, id: string): boolean {
  const { license, ruler, chosen } = holding;
  if (chosen) return false;
  const needs: string[] = holding.possible.needs;
  return id === "born"
    ? needs.includes("birth-month") && needs.includes("birth-day")
    : ruler === license.id && needs.includes(id);
}

/** Whether the group of licensees, and so the renewal, depends on this question. */
function decidesRenewal(
  license: CompiledLicense,
  profile: Profile,
  id: string,
  today: IsoDate,
): boolean {
  const facts = factsFor(license, profile, today);
  return license.renewals.some((rule) =>
    decide(rule.when, facts).questions.includes(id)
  );
}
