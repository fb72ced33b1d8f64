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
import { dutiesAskedBy } from "./sections.ts";

/** One license of the visitor. */
export interface Holding {
  license: CompiledLicense;
  rule: Renewal;
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
  /** Duties that it decides. */
  decides: string[];
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

/** Asked with the renewal date, where that goes by them. */
const WITH_DATE: Record<string, string> = {
  "licensed": "licensed",
  "license-number": "license-number",
};

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
    questions: questionsOf(holdings, profile),
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
  const rule = ruleOf(license, loaded, profile, today);
  const possible = renewalDates(rule, knownFor(profile, license.id), today);
  const set = profile.renewals[license.id];
  const renewal = set ??
    (possible.dates.length === 1 ? possible.dates[0] : null);
  const run = (entries: Entry[]) =>
    renewal === null ? null : evaluate(
      license,
      practitionerFor(profile, license),
      entries.map(activity),
      renewal,
      [...loaded.values()],
    );
  return {
    license,
    rule,
    possible,
    renewal,
    chosen: set !== undefined,
    report: run(earned),
    planned: all.length > earned.length ? run(all) : null,
  };
}

/** The rule by which a license renews; it may be that of another license. */
function ruleOf(
  license: CompiledLicense,
  loaded: ReadonlyMap<string, CompiledLicense>,
  profile: Profile,
  today: IsoDate,
): Renewal {
  const facts = (of: CompiledLicense) => ({
    answers: practitionerFor(profile, of).answers,
    profession: of.profession,
    renewal: parseDay(today),
  });
  const own = ownRenewal(license, facts(license));
  const leader = loaded.get(own.ends.license ?? "");
  return leader ? ownRenewal(leader, facts(leader)) : own;
}

function questionsOf(holdings: Holding[], profile: Profile): Asked[] {
  const found = new Map<string, Asked>();
  for (const { license, report, possible } of holdings) {
    for (const [id, question] of Object.entries(license.questions)) {
      const needed: string[] = possible.needs;
      if (id === "born" && needed.some((need) => need.startsWith("birth"))) {
        continue;
      }
      if (needed.includes(WITH_DATE[id] ?? "")) continue;
      const answered = id === "born"
        ? profile.birth.month !== undefined && profile.birth.day !== undefined
        : answerTo(profile, license.id, id) !== undefined;
      const open = report?.questions.includes(id) ||
        decidesRenewal(license, profile, id);
      if (!answered && !open) continue;
      const key = id === "born" ? "birth" : answerKey(license.id, id);
      const before = found.get(key);
      const decides = dutiesAskedBy(license, id);
      if (before) {
        before.licenses.push(license.id);
        before.decides.push(...decides);
        before.question = {
          ...question,
          choices: { ...before.question.choices, ...question.choices },
        };
      } else {
        found.set(key, {
          key,
          id,
          question,
          licenses: [license.id],
          decides,
          answered,
        });
      }
    }
  }
  return [...found.values()];
}

/** Whether the group of licensees, and so the renewal, depends on this question. */
function decidesRenewal(
  license: CompiledLicense,
  profile: Profile,
  id: string,
): boolean {
  const facts = {
    answers: practitionerFor(profile, license).answers,
    profession: license.profession,
    renewal: 0,
  };
  return license.renewals.some((rule) =>
    decide(rule.when, facts).questions.includes(id)
  );
}
