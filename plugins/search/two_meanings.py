"""Words with two meanings, settled by what stands around them. Mirrored in browser/two_meanings.ts.

In: the phrases found in a query, its words, and which of them were typed in capitals. Out: the
phrases that stand, each with one kind of meaning, and the meanings that were set aside but may be
offered too.

- IN, OR and ME are states where no other state is named and the query is no sentence; "or" and
  "in" between two things of one kind join them. HI, OH and OK are states but in a sentence that
  names another state.
- DO is the profession, but a verb before "I need" and in a sentence about another profession.
- PA and MD are professions beside a state, states beside a profession; alone, professions.
- Typed in capitals among small letters, each is what its capitals say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .words import AFTER_VERB, EVERYDAY_CODES, INTERJECTIONS, SENTENCE

BEFORE_A_PLACE = ("in", "of", "from")
JOINING = ("and", "or")


@dataclass(frozen=True)
class Match:
    """A phrase of a query: the words from `start` to before `end`, and what they mean."""

    start: int
    end: int
    codes: tuple[str, ...]

    def names(self, kind: str) -> bool:
        """Whether one of its meanings is of this kind."""
        return any(code.startswith(f"{kind}:") for code in self.codes)

    def only(self, kind: str) -> Match:
        """The match with the meanings of this kind alone."""
        return replace(
            self, codes=tuple(code for code in self.codes if code.startswith(f"{kind}:"))
        )

    @property
    def two_faced(self) -> bool:
        """Whether it may be a state or a profession."""
        return self.names("state") and self.names("profession")


def settle(
    found: list[Match], words: list[str], capitals: list[bool]
) -> tuple[list[Match], tuple[str, ...]]:
    """Give every match one kind of meaning, or drop it as an everyday word."""
    found = _placed(found, words)
    shouted = [typed and not all(capitals) for typed in capitals]
    sentence = any(word in SENTENCE for word in words)
    standing = [
        match for match in found if not _is_everyday(match, found, words, shouted, sentence)
    ]
    settled: list[Match] = []
    also: list[str] = []
    for number, match in enumerate(standing):
        if not match.two_faced:
            settled.append(match)
            continue
        others = [*settled, *standing[number + 1 :]]
        kind = _kind(match, others, words)
        settled.append(match.only(kind))
        if len(standing) == 1:
            other = "state" if kind == "profession" else "profession"
            also.extend(match.only(other).codes)
    return settled, tuple(also)


def _placed(matches: list[Match], words: list[str]) -> list[Match]:
    """Take "pa" in "md in pa" for the state, before anything else is settled."""
    if _has_state(match for match in matches if words[match.start] not in EVERYDAY_CODES):
        return matches
    return [
        match.only("state") if match.two_faced and _follows(match, words, BEFORE_A_PLACE) else match
        for match in matches
    ]


def _is_everyday(
    match: Match, found: list[Match], words: list[str], shouted: list[bool], sentence: bool
) -> bool:
    """Whether a match is no state or profession, but a word of the sentence around it."""
    word = words[match.start]
    if match.end - match.start > 1 or shouted[match.start]:
        return False
    others = [other for other in found if other is not match]
    elsewhere = _has_state(other for other in others if words[other.start] not in EVERYDAY_CODES)
    if word == "do":
        after = words[match.end] if match.end < len(words) else ""
        return after in AFTER_VERB or (sentence and _any(others, "profession"))
    if word in INTERJECTIONS:
        return sentence and elsewhere
    if word in EVERYDAY_CODES:
        in_sentence = sentence and not _follows(match, words, BEFORE_A_PLACE)
        return in_sentence or elsewhere or _joins(match, others, words)
    return False


def _any(matches: Iterable[Match], kind: str) -> bool:
    return any(match.names(kind) for match in matches)


def _has_state(matches: Iterable[Match]) -> bool:
    return any(match.names("state") and not match.two_faced for match in matches)


def _joins(match: Match, others: list[Match], words: list[str]) -> bool:
    """Whether it stands between two things as "in" or "or" does, or before a state."""
    before = next((other for other in others if other.end == match.start), None)
    after = next((other for other in others if other.start == match.end), None)
    if after is None:
        return False
    if words[match.start] == "in":
        return not _follows(match, words, ("in",)) and (before is not None or after.names("state"))
    return before is not None and any(
        before.names(kind) and after.names(kind) for kind in ("state", "profession", "topic")
    )


def _follows(match: Match, words: list[str], which: tuple[str, ...]) -> bool:
    return match.start > 0 and words[match.start - 1] in which


def _kind(match: Match, others: list[Match], words: list[str]) -> str:
    """Whether PA and MD stand for the state or the profession here."""
    if _has_state(others):
        return "profession"
    professions = [other for other in others if other.names("profession")]
    joined = any(
        " ".join(words[min(match.end, other.end) : max(match.start, other.start)]) in JOINING
        for other in professions
    )
    return "state" if professions and not joined else "profession"
