"""What guides count: licenses of a kind, jurisdictions that require a topic, least and most.

In: licenses. Out: numbers, and the licenses at either end of a range.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.obligations import Obligation, obligations
from plugins.requirements.language.phrases import Duration
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.duties import Speaker
from plugins.requirements.wording.headlines import headline
from plugins.requirements.wording.terms import duration, hours

DISTRICT = "DC"
Kind = Callable[[License, Vocabulary], bool]


def _answer(kind: str) -> Kind:
    return lambda item, words: headline(item, words).kind == kind


def _confidence(level: str) -> Kind:
    return lambda item, words: item.requirement.confidence == level


def _keeps(item: License, words: Vocabulary) -> bool:
    kept = item.requirement.record_keeping
    return bool(kept and kept.keep_for)


def _tracked_by_ce_broker(item: License, words: Vocabulary) -> bool:
    kept = item.requirement.record_keeping
    return bool(kept and kept.tracker and kept.tracker.startswith("CE Broker"))


def _starts_gently(item: License, words: Vocabulary) -> bool:
    """Whether the first renewal asks less: nothing, a smaller number, or a part by time."""
    return any(
        rule.exempt or rule.reduce or rule.prorate for rule in item.requirement.new_licensees
    )


def _carries_over(item: License, words: Vocabulary) -> bool:
    rule = item.requirement.carry_over
    return bool(rule and rule.at_most)


def _forbids_carrying_over(item: License, words: Vocabulary) -> bool:
    rule = item.requirement.carry_over
    return bool(rule and rule.at_most == 0)


# What `count` can count among licenses. The first group are the answers of headlines.py.
KINDS: dict[str, Kind] = {
    "hours": _answer("hours"),
    "certification": _answer("certification"),
    "choice": _answer("choice"),
    "topics-only": _answer("topics"),
    "none": _answer("none"),
    "not-established": _answer("not-established"),
    "high-confidence": _confidence("high"),
    "medium-confidence": _confidence("medium"),
    "low-confidence": _confidence("low"),
    "carry-over": _carries_over,
    "no-carry-over": _forbids_carrying_over,
    "keeping-time": _keeps,
    "ce-broker": _tracked_by_ce_broker,
    "gentler-first-renewal": _starts_gently,
    "licenses": lambda item, words: True,
}

# What `count` can count in the whole of the data.
WHOLES: dict[str, Callable[[Atlas], int]] = {
    "states": lambda atlas: sum(place.code != DISTRICT for place in atlas.jurisdictions.values()),
    "professions": lambda atlas: len(atlas.vocabulary.professions),
    "topics": lambda atlas: len(atlas.vocabulary.topics),
    "open-questions": lambda atlas: sum(
        len(item.requirement.open_questions) for item in atlas.filed
    ),
}


def requiring(topics: Iterable[str], licenses: Iterable[License], today: dt.date) -> list[str]:
    """Codes of the jurisdictions where one of these licenses owes one of the topics today."""
    wanted = set(topics)
    found = {
        item.jurisdiction.code
        for item in licenses
        for duty in obligations(item.requirement.requires)
        if wanted & set(duty.topic or ()) and _is_owed(duty, today)
    }
    return sorted(found)


def _is_owed(duty: Obligation, today: dt.date) -> bool:
    begun = duty.from_ is None or duty.from_ <= today
    ended = duty.until is not None and duty.until < today
    return duty.binds is None and duty.standing is None and begun and not ended


def hours_a_year(item: License, words: Vocabulary) -> float | None:
    """The total of a license spread evenly over its period; None where there is none."""
    total, period = item.requirement.total, Speaker(item, words).period
    if total is None or not isinstance(total.hours, float) or period is None:
        return None
    return total.hours * 12 / period.months


def months_kept(item: License, words: Vocabulary) -> float | None:
    """For how many months proof is kept; None where no rule says it."""
    kept = item.requirement.record_keeping
    return kept.keep_for.months if kept and kept.keep_for else None


@dataclass(frozen=True)
class Span:
    """Something with a least and a most, and how a value of it is said."""

    measure: Callable[[License, Vocabulary], float | None]
    say: Callable[[float], str]


# What `least` and `most` can look for.
SPANS = {
    "hours": Span(hours_a_year, lambda value: f"{hours(round(value, 1))} a year"),
    "records": Span(months_kept, lambda value: duration(Duration(int(value), "month"))),
}


def ends(
    what: str, licenses: Iterable[License], words: Vocabulary
) -> tuple[tuple[float, License], tuple[float, License]] | None:
    """The least and the most, each with the first license that has it; None where none has any."""
    measure = SPANS[what].measure
    measured = [(value, item) for item in licenses if (value := measure(item, words))]
    if not measured:
        return None
    return min(measured, key=lambda pair: pair[0]), max(measured, key=lambda pair: pair[0])
