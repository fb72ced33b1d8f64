"""What the long tables can be narrowed by, and the facts of a row that decide it.

In: licenses and duties. Out: the fields above a table, and for each row the `data-` attributes that
browser/tables.ts compares with them. Without JavaScript the fields stay hidden.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from plugins.requirements.atlas import Atlas, License
from plugins.requirements.language.fields import PROFESSIONS
from plugins.requirements.language.obligations import Obligation, obligations
from plugins.requirements.language.requirement import Confidence
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.headlines import AnswerKind, headline

Facts = dict[str, str]
Option = tuple[str, str]

KINDS: dict[AnswerKind, str] = {
    "hours": "A number of hours",
    "choice": "A choice of ways",
    "certification": "Certification",
    "topics": "Topics only",
    "other": "Something else",
    "none": "Nothing required",
    "not-established": "Not established",
}
CONFIDENCE = tuple((value, value.capitalize()) for value in get_args(Confidence))
# A row says how sure it is as a number too, to sort by.
CONFIDENCE_ORDER = {"high": "3", "medium": "2", "low": "1"}


@dataclass(frozen=True)
class Filter:
    """One field: a row fits if its fact has the chosen word, or is at least the chosen number."""

    name: str
    label: str
    match: Literal["word", "least"]
    options: tuple[Option, ...]


@dataclass(frozen=True)
class FilterBar:
    """The fields above one table. `text` labels the field that searches the heads of rows."""

    unit: str
    text: str
    filters: tuple[Filter, ...]


def license_facts(item: License, words: Vocabulary) -> Facts:
    """What a license can be found by."""
    duties = [duty for duty in obligations(item.requirement.requires) if duty.binds is None]
    years = [duty.from_.year for duty in duties if duty.from_]
    topics = {topic for duty in duties for topic in duty.topic or ()}
    is_conditional = any(duty.when or duty.unless for duty in duties)
    return {
        "data-text": item.jurisdiction.code,
        "data-topic": " ".join(sorted(topics)),
        "data-answer": headline(item, words).kind,
        "data-condition": "some" if is_conditional else "none",
        "data-since": str(max(years, default="")),
        "data-confidence": item.requirement.confidence,
    }


def duty_facts(item: License, duty: Obligation, words: Vocabulary) -> Facts:
    """What a duty on a topic can be found by."""
    entry = words.professions[item.profession]
    return {
        "data-text": f"{item.jurisdiction.code} {entry.people}",
        "data-profession": item.profession,
        "data-condition": "some" if duty.when or duty.unless else "none",
        "data-since": str(duty.from_.year) if duty.from_ else "",
        "data-confidence": item.requirement.confidence,
    }


def license_filters(facts: Iterable[Facts], atlas: Atlas) -> FilterBar:
    """The fields above a table of licenses."""
    rows = list(facts)
    topics = {topic for row in rows for topic in row["data-topic"].split()}
    names = sorted((atlas.vocabulary.topics[topic].name, topic) for topic in topics)
    kinds = {row["data-answer"] for row in rows}
    return FilterBar(
        "licenses",
        "State",
        (
            Filter("topic", "Topic", "word", tuple((id_, name) for name, id_ in names)),
            Filter(
                "answer",
                "What is owed",
                "word",
                tuple((id_, name) for id_, name in KINDS.items() if id_ in kinds),
            ),
            Filter(
                "condition",
                "Conditions",
                "word",
                (("some", "Some duties only if …"), ("none", "The same for everybody")),
            ),
            _since(rows),
            Filter("confidence", "Confidence", "word", CONFIDENCE),
        ),
    )


def duty_filters(facts: Iterable[Facts], words: Vocabulary) -> FilterBar:
    """The fields above a topic's table."""
    return FilterBar(
        "duties",
        "State or license",
        (
            profession_filter(words),
            Filter("condition", "For whom", "word", (("none", "Everybody"), ("some", "Only if …"))),
            _since(list(facts)),
            Filter("confidence", "Confidence", "word", CONFIDENCE),
        ),
    )


def profession_filter(words: Vocabulary) -> Filter:
    """The field that asks for a profession."""
    options = tuple((id_, words.professions[id_].name) for id_ in PROFESSIONS)
    return Filter("profession", "Profession", "word", options)


def _since(rows: list[Facts]) -> Filter:
    years = {row["data-since"] for row in rows} - {""}
    options = tuple((year, year) for year in sorted(years, reverse=True))
    return Filter("since", "Changed since", "least", options)
