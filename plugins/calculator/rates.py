"""What credit of other systems and units is worth to a license, by the vocabulary's equivalences.

In: a license or national requirement, and the credit categories that its rules name. Out: rates for
the engine, each with its sources. What only one body takes stands with that body's requirements.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.requirements.atlas import Holding
from plugins.requirements.language.national import National
from plugins.requirements.language.obligations import obligations
from plugins.requirements.language.sources import Source
from plugins.requirements.vocabulary.accreditation import Equivalence
from plugins.requirements.vocabulary.words import Vocabulary
from plugins.requirements.wording.terms import hours, join, number, sentence

from .values import Json, without_nothing
from .values import hours as amount


@dataclass(frozen=True)
class Rate:
    """A rate as the engine reads it, without sources; those are listed by id."""

    compiled: Json
    sources: dict[str, Source]

    @property
    def named(self) -> set[str]:
        """The categories to offer besides those of the rules: what counts as one of them."""
        return set(self.compiled["of"]) if "as" in self.compiled else set()


def rates(license_: Holding, words: Vocabulary, categories: set[str]) -> list[Rate]:
    """The rates that matter to a license whose rules name these categories."""
    body = license_.requirement.body if isinstance(license_, National) else None
    found: list[Rate] = []
    said: set[tuple[str, str | None]] = set()
    # What the body itself says goes before what a unit means to everybody.
    for taker in dict.fromkeys((body, None)):
        for id_, item in words.equivalences.items():
            if item.body != taker or not (item.one or item.counts_as):
                continue
            wanted = _wanted(item, license_, categories)
            of = [credit for credit in wanted if (credit, item.one) not in said]
            if of:
                found.append(_rate(id_, item, of, license_, words))
                said.update((credit, item.one) for credit in of)
    return [*found, *_minutes(license_, words, categories)]


def _wanted(item: Equivalence, license_: Holding, categories: set[str]) -> list[str]:
    if item.counts_as:
        return list(item.credit) if item.counts_as in categories else []
    takes_any = any(
        isinstance(duty.hours, float) and not duty.counts and not duty.topic
        for duty in obligations(license_.requirement.requires)
    )
    return [credit for credit in item.credit if takes_any or credit in categories]


def _rate(id_: str, item: Equivalence, of: list[str], license_: Holding, words: Vocabulary) -> Rate:
    unit = license_.requirement.unit
    names = join([words.credit_categories[credit].name for credit in of], "or")
    known = isinstance(item.worth, float)
    worth = hours(float(item.worth), unit) if known else "an amount that was not established"
    text = f"one {item.one or 'credit'} ({names}) counts as {worth}"
    if item.counts_as:
        text += f" of {words.credit_categories[item.counts_as].name}"
    if item.first:
        text += f", for the first {number(item.first)} of a period; further ones count once"
    sources = {f"rate-{id_}-{place}": source for place, source in enumerate(item.sources, 1)}
    compiled = without_nothing(
        of=of,
        unit=item.one,
        worth=amount(float(item.worth)) if known else None,
        first=item.first and amount(item.first),
        text=sentence(text),
        note=item.note,
        sources=list(sources),
    )
    return Rate(compiled | ({"as": item.counts_as} if item.counts_as else {}), sources)


def _minutes(license_: Holding, words: Vocabulary, categories: set[str]) -> Iterator[Rate]:
    """Minutes, of systems whose unit has a length, unless the license gives it another."""
    own = {item.counts for item in license_.requirement.conversions if "minutes" in item.one}
    systems: dict[int, list[str]] = {}
    for credit in sorted(categories - own):
        system = words.credit_systems.get(credit)
        if system and isinstance(system.minutes, int) and system.unit != "CEU":
            systems.setdefault(system.minutes, []).append(credit)
    for minutes, of in systems.items():
        sources = {
            f"minutes-{credit}-{place}": words.credit_systems[credit].sources[id_]
            for credit in of
            for place, id_ in enumerate(words.credit_systems[credit].measure.source[:1], 1)
        }
        unit = license_.requirement.unit
        text = sentence(f"{minutes} minutes count as {hours(1, unit)}")
        compiled = {"of": of, "unit": "minute", "worth": 1, "per": minutes, "text": text}
        yield Rate(compiled | {"sources": list(sources)}, sources)
