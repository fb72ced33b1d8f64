/**
 * Words with two meanings, settled by what stands around them. Mirrors two_meanings.py, where the
 * rules are told.
 *
 * In: the phrases found in a query, its words, and which of them were typed in capitals. Out: the
 * phrases that stand, each with one kind of meaning, and the meanings that were set aside.
 */

import type { Words } from "./catalog.ts";

/** A phrase of a query: the words from `start` to before `end`, and what they mean. */
export interface Match {
  start: number;
  end: number;
  codes: string[];
}

const BEFORE_A_PLACE = ["in", "of", "from"];
const JOINING = ["and", "or"];

/** Give every match one kind of meaning, or drop it as an everyday word. */
export function settle(
  found: Match[],
  typed: string[],
  capitals: boolean[],
  words: Words,
): { settled: Match[]; also: string[] } {
  const loud = capitals.every(Boolean) ? capitals.map(() => false) : capitals;
  const sentence = typed.some((word) => words.sentence.has(word));
  const all = placed(found, typed, words);
  const standing = all.filter((match) =>
    !isEveryday(match, all, typed, loud, sentence, words)
  );
  const settled: Match[] = [];
  const also: string[] = [];
  standing.forEach((match, number) => {
    if (!twoFaced(match)) {
      settled.push(match);
      return;
    }
    const others = [...settled, ...standing.slice(number + 1)];
    const kind = kindOf(match, others, typed);
    settled.push({ ...match, codes: only(match, kind) });
    if (standing.length === 1) {
      also.push(
        ...only(match, kind === "profession" ? "state" : "profession"),
      );
    }
  });
  return { settled, also };
}

/** Take "pa" in "md in pa" for the state, before anything else is settled. */
function placed(matches: Match[], typed: string[], words: Words): Match[] {
  const firm = matches.filter((match) =>
    !words.everydayCodes.has(typed[match.start])
  );
  if (hasState(firm)) return matches;
  return matches.map((match) =>
    twoFaced(match) && follows(match, typed, BEFORE_A_PLACE)
      ? { ...match, codes: only(match, "state") }
      : match
  );
}

function names(match: Match, kind: string): boolean {
  return match.codes.some((code) => code.startsWith(`${kind}:`));
}

function only(match: Match, kind: string): string[] {
  return match.codes.filter((code) => code.startsWith(`${kind}:`));
}

function twoFaced(match: Match): boolean {
  return names(match, "state") && names(match, "profession");
}

/** Whether a match is no state or profession, but a word of the sentence around it. */
function isEveryday(
  match: Match,
  found: Match[],
  typed: string[],
  loud: boolean[],
  sentence: boolean,
  words: Words,
): boolean {
  const word = typed[match.start];
  if (match.end - match.start > 1 || loud[match.start]) return false;
  const others = found.filter((other) => other !== match);
  const elsewhere = hasState(
    others.filter((other) => !words.everydayCodes.has(typed[other.start])),
  );
  if (word === "do") {
    const after = typed[match.end] ?? "";
    return words.afterVerb.has(after) ||
      (sentence && others.some((other) => names(other, "profession")));
  }
  if (words.interjections.has(word)) return sentence && elsewhere;
  if (words.everydayCodes.has(word)) {
    const inSentence = sentence && !follows(match, typed, BEFORE_A_PLACE);
    return inSentence || elsewhere || joins(match, others, typed);
  }
  return false;
}

function hasState(matches: Match[]): boolean {
  return matches.some((match) => names(match, "state") && !twoFaced(match));
}

/** Whether it stands between two things as "in" or "or" does, or before a state. */
function joins(match: Match, others: Match[], typed: string[]): boolean {
  const before = others.find((other) => other.end === match.start);
  const after = others.find((other) => other.start === match.end);
  if (!after) return false;
  if (typed[match.start] === "in") {
    return !follows(match, typed, ["in"]) &&
      (before !== undefined || names(after, "state"));
  }
  return before !== undefined &&
    ["state", "profession", "topic"].some((kind) =>
      names(before, kind) && names(after, kind)
    );
}

function follows(match: Match, typed: string[], which: string[]): boolean {
  return match.start > 0 && which.includes(typed[match.start - 1]);
}

/** Whether PA and MD stand for the state or the profession here. */
function kindOf(match: Match, others: Match[], typed: string[]): string {
  if (hasState(others)) return "profession";
  const professions = others.filter((other) => names(other, "profession"));
  const joined = professions.some((other) => {
    const start = Math.min(match.end, other.end);
    const end = Math.max(match.start, other.start);
    return JOINING.includes(typed.slice(start, end).join(" "));
  });
  return professions.length && !joined ? "state" : "profession";
}
